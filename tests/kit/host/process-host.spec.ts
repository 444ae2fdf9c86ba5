/** What the other process may do, and that none of it is ever a pass or stays behind. */
import {expect} from 'chai';
import {ProcessHost} from '../../../harness/host/process-host';
import {LabFailure} from '../../../harness/world/lab-failure';
import {badGuest} from './bad-guests';
import {StudentBoxes} from './student-boxes';

const QUIET = "export const hello = context => { context.send('S1', context.self); };";

interface Bad {
  readonly what: string;
  readonly code: string;
  /** After "The servers' process gave no answer: ". */
  readonly says: string;
}

const effects = (list: string): string => `say(JSON.stringify(asked.inputs.map(() => ${list})));`;
const never = (why: string): string => `the servers' process sent what no box can send: ${why}`;

const BAD: readonly Bad[] = [
  {what: 'ends', code: 'process.exit(3);', says: 'the process that ran the servers ended (code 3)'},
  {what: 'is killed', code: "process.kill(process.pid, 'SIGKILL');",
    says: 'the process that ran the servers ended (SIGKILL)'},
  {what: 'runs out of memory', code: "process.kill(process.pid, 'SIGABRT');",
    says: 'the process that ran the servers ended (SIGABRT: most likely its memory was full)'},
  {what: 'stays silent', code: '', says: 'no answer within 0.4 s of real time'},
  {what: 'says half an answer', code: "process.stdout.write('[[');", says: 'no answer within 0.4 s of real time'},
  {what: 'floods', code: "const more = () => process.stdout.write('x'.repeat(1 << 20), more); more();",
    says: 'an answer of more than 64 MB'},
  {what: 'says more than it was asked', code: "say('[[],[],[]]\\n[[],[],[]]');",
    says: "the servers' process said something it was not asked"},
  {what: 'answers no JSON', code: "say('passed');",
    says: never('the answer is no JSON text')},
  {what: 'answers for too many inputs', code: "say('[[],[],[],[]]');", says: never('not one list an input')},
  {what: 'answers with an object', code: "say('{}');", says: never('not one list an input')},
  {what: 'answers with no lists', code: effects("'sync'"), says: never('effects are not a list')},
  {what: 'sends null', code: effects('[null]'), says: never('an effect is not an object')},
  {what: 'makes an effect up', code: effects("[{kind: 'pass'}]"), says: never('no effect is called "pass"')},
  {what: 'sends what is no text', code: effects("[{kind: 'send', to: 'S1', message: {}}]"), says: never('message is no text')},
  {what: 'sends what is no JSON text', code: effects("[{kind: 'append', record: '{a'}]"),
    says: never('record is no JSON text')},
  {what: 'applies at half an index', code: effects("[{kind: 'apply', index: 1.5, term: 1, command: '1'}]"), says: never('index is no whole number')},
  {what: 'arms an alarm at no time', code: effects("[{kind: 'arm', atMs: 'soon'}]"), says: never('atMs is no number')},
  {what: 'reports a state that is a list', code: effects("[{kind: 'changed', fields: '[]', log: null}]"), says: never('fields is no object')},
  {what: 'reports a log without entries', code: effects("[{kind: 'changed', fields: '{}', log: '{\"from\":1}'}]"), says: never('log is no suffix of a log')},
  {what: 'reports a log from nowhere', code: effects("[{kind: 'changed', fields: '{}', log: '{\"from\":0,\"entries\":[]}'}]"), says: never('log is no suffix of a log')},
  {what: 'makes a fault up', code: effects("[{kind: 'fault', fault: 'kit', text: '', file: null, line: null, stack: []}]"), says: never('no such fault')},
];

describe('the process of the servers', () => {
  const hosts: ProcessHost[] = [];
  const start = (...options: ConstructorParameters<typeof ProcessHost>): ProcessHost => {
    const host = new ProcessHost(...options);
    hosts.push(host);
    return host;
  };
  const world = (host: ProcessHost, seed = 1) =>
    new StudentBoxes({host, id: 'process-quiet', text: QUIET, seed});
  const claimOf = (running: Promise<unknown>): Promise<string> => running.then(() => 'passed',
    (error: unknown) => error instanceof LabFailure ? error.parts.claim : String(error));

  afterEach(async () => {
    for (const host of hosts.splice(0)) {
      await host.close();
      expect(isAlive(host.pid), 'left behind').to.equal(false);
    }
  });

  for (const {what, code, says} of BAD) {
    it(`fails every world that waits for it when it ${what}`, async () => {
      const host = start({guestFile: badGuest(what, code), deadlineMs: what.startsWith('s') ? 400 : 10_000});
      const claims = await Promise.all([1, 2, 3].map(seed => claimOf(world(host, seed).runFor(10))));

      expect(new Set(claims)).to.deep.equal(new Set([`The servers' process gave no answer: ${says}.`]));
      expect(await claimOf(world(host).runFor(10)), 'a later world').to.equal(claims[0]);
    });
  }

  it('is not believed when it talks unasked', async () => {
    const host = start({guestFile: badGuest('talks', "say('[[]]'); setTimeout(say, 20, 'well');")});
    await world(host).runFor(0);
    await new Promise(done => setTimeout(done, 200));

    expect(await claimOf(world(host).runFor(10)))
      .to.equal("The servers' process gave no answer: the servers' process said something it was not asked.");
  });

  it('costs one line for all worlds that wait at the same moment', async () => {
    const code = "say(JSON.stringify(asked.inputs.map(() => [{kind: 'log', line: String(lines)}])));";
    const host = start({guestFile: badGuest('counts lines', code)});
    const worlds = Array.from({length: 16}, (_, n) => world(host, n));
    for (let round = 0; round < 10; round++) {
      await Promise.all(worlds.map(one => one.call('S1', 'hello')));
    }

    const lines = worlds.flatMap(one => one.printedBy('S1')).map(Number);
    expect(lines).to.have.lengthOf(16 * 11);
    expect(Math.max(...lines)).to.be.at.most(12);
  });

  it('carries any text there and back', async () => {
    const text = 'export const echo = (context, value) => value;';
    const boxes = new StudentBoxes({host: start(), id: 'process-echo', text});
    const odd = ['\u2028\u2029\r\n\t\0', 'é€😀', '\ud800', '"\\', 'x'.repeat(1_000_000)];

    expect(await boxes.call('S1', 'echo', odd)).to.deep.equal(odd);
  });

  it('says when it cannot start', async () => {
    const host = start({guestFile: '/nowhere.js'});
    expect(await claimOf(world(host).runFor(0)))
      .to.equal("The servers' process gave no answer: the process that ran the servers ended (code 1).");
  });

  it('knows nothing of the environment', async () => {
    process.env['SECRET_OF_THE_GRADER'] = 'x';
    const code = "say(JSON.stringify(asked.inputs.map(() => [{kind: 'log', line: Object.keys(process.env).join()}])));";
    const boxes = world(start({guestFile: badGuest('environment', code)}));
    await boxes.runFor(0);

    delete process.env['SECRET_OF_THE_GRADER'];
    expect(boxes.printedBy('S1')[0]).to.match(/^PATH(,FLOTILLA_CACHE)?$/);
  });
});

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
