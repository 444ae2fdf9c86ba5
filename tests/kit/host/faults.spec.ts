/**
 * What a student reads when something goes wrong in a server: the text, the line, and that the next
 * world on the same host runs as if nothing had happened.
 *
 * Read next: harness/scenario/fault-watch.ts.
 */
import {expect} from 'chai';
import type {Host} from '../../../harness/host/box';
import type {ScenarioDefinition} from '../../../harness/scenario/definition';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import type {Subject} from '../../../harness/scenario/subject';
import {lineOf, referenceBut, referenceWith} from './broken-subject';
import {Hosts} from './three-hosts';

const FILE = 'replication.ts';
const INSIDE = '  const {term, prevLogIndex, prevLogTerm, entries} = request;';
const HANDLER = 'export function handleAppendEntries';

/** Where the additions stand, and where the function begins that returns something. */
const HERE = `(skeleton/${FILE}:${lineOf(FILE, INSIDE)})`;
const FUNCTION = `handleAppendEntries (skeleton/${FILE}:${lineOf(FILE, HANDLER)})`;

/** One command from S1 to S2, which runs the additions. */
const ONE_COMMAND: ScenarioDefinition = {
  lab: 3, labName: 'any', section: '§5', group: 'faults', title: 'faults', name: 'faults',
  points: 1, seeds: [1], options: {points: 1, servers: 2},
  body: async ({cluster}) => {
    await cluster.appoint('S1', {term: 1});
    await cluster.submit('S1', 'x');
    await cluster.replicateAndDeliver('S1');
    await cluster.runFor(100);
  },
};

interface Mistake {
  readonly what: string;
  readonly code: string;
  /** The claim; @ is where the code stands. */
  readonly says: string;
  /** What S2 was doing, if not handling AppendEntries. */
  readonly during?: string;
}

const ENDLESS = 'S2 runs code that does not end @: still at it after 0.25 s of CPU time' +
  ' — an input must come to an end.';
const STORM = 'S2 set 1000 timers without delay, each from the one before @' +
  ' — timers without delay must not set each other for ever.';
const FLOOD = 'S2 answered one input with more than 20000 effects @ — an input must come to an end.';
const thrown = (what: string): string => `S2 threw ${what} — a server must survive whatever it is given.`;
const lost = (what: string): string => `S2 left a promise rejected with ${what} — nobody waits for that promise.`;

const MISTAKES: readonly Mistake[] = [
  {what: 'an endless loop', says: ENDLESS, code: 'for (;;);'},
  {what: 'an endless loop that calls other functions', says: ENDLESS,
    code: 'while (state.log.termAt(0) === 0) state.log.entriesFrom(1);'},
  {what: 'an endless loop inside try and finally', says: ENDLESS,
    code: "try { for (;;); } catch { state.currentTerm = 9; } finally { server.log('never'); }"},
  {what: 'an endless loop in a promise reaction', says: ENDLESS,
    code: 'void Promise.resolve().then(() => { for (;;); });'},
  {what: 'an endless loop after an await', says: ENDLESS,
    code: 'void (async () => { await null; for (;;); })();'},
  {what: 'a regular expression that tries everything', says: ENDLESS,
    code: "/^(a+)+$/.test('a'.repeat(40) + 'b');"},
  {what: 'a storm of microtasks', says: ENDLESS,
    code: 'const again = (): void => void Promise.resolve().then(again); again();'},

  {what: 'setImmediate for ever', says: STORM, during: 'a timer',
    code: 'const again = (): void => void setImmediate(again); again();'},
  {what: 'setTimeout without delay for ever', says: STORM, during: 'a timer',
    code: 'const again = (): void => void setTimeout(again, 0); again();'},
  {what: 'setTimeout without delay for ever, awaited', says: STORM, during: 'a timer',
    code: 'void (async () => { for (;;) await new Promise(done => setTimeout(done, 0)); })();'},
  {what: 'a timer that refreshes itself', says: STORM, during: 'a timer',
    code: 'const timer: NodeJS.Timeout = setTimeout(() => { timer.refresh(); }, 0);'},

  {what: 'printing for ever', says: FLOOD, code: "for (;;) console.log('here');"},
  {what: 'printing for ever, catching everything', says: FLOOD,
    code: "for (;;) try { server.log('here'); } catch { continue; }"},

  {what: 'an Error', says: thrown('Error: no such entry @'), code: "throw new Error('no such entry.');"},
  {what: 'a TypeError', says: thrown("TypeError: Cannot read properties of undefined (reading 'term') @"),
    code: 'entries[7]!.term;'},
  {what: 'a text', says: thrown('"no such entry", which is no Error and so has no line'),
    code: "throw 'no such entry';"},
  {what: 'an object', says: thrown('{"index":3}, which is no Error and so has no line'), code: 'throw {index: 3};'},
  {what: 'undefined', says: thrown('undefined, which is no Error and so has no line'), code: 'throw undefined;'},
  {what: 'what cannot be printed', says: thrown('something that cannot even be printed'),
    code: 'throw Object.create(null, {toJSON: {get() { throw 1; }}});'},
  {what: 'an error with the name of a method', says: thrown('toString: odd @'),
    code: "throw Object.assign(new Error('odd'), {name: 'toString'});"},
  {what: 'endless recursion', says: thrown('RangeError: Maximum call stack size exceeded @'),
    code: 'const down = (n: number): number => down(n + 1) + 1; down(0);'},

  {what: 'a rejection', says: lost('Error: lost @'), code: "void Promise.reject(new Error('lost'));"},
  {what: 'a rejection of a text', says: lost('"lost", which is no Error and so has no line'),
    code: "void Promise.reject('lost');"},
  {what: 'a rejection later', says: lost('Error: lost @'), during: 'a timer',
    code: "void (async () => { await new Promise(done => setTimeout(done, 9)); throw new Error('lost'); })();"},

  {what: 'a message with NaN', says: `S2 broke the contract: ${FUNCTION} returned ` +
    '{"term":1,"success":true,"matchIndex":"NaN"} with matchIndex NaN: matchIndex is a whole number, 0 or more (harness/raft/messages.ts).',
    code: 'if (term > 0) return {term, success: true, matchIndex: NaN};'},
  {what: 'a message with -0', says: `S2 broke the contract: ${FUNCTION} returned what cannot be sent: ` +
    'message.matchIndex is -0, and only plain JSON may cross the line.',
    code: 'if (term > 0) return {term, success: true, matchIndex: -0};'},
  {what: 'an async handler', says: `S2 broke the contract: ${FUNCTION} returned a promise: it is async, or returns one. ` +
    'A rule answers before it returns; whatever it does later, the server has long moved on.',
    code: 'if (term > 0) return (async () => ({term, success: true, matchIndex: 0}))() as never;'},
];

/** What an entry's command may not be: replication.ts sends it, so the leader is to blame. */
const COMMANDS: readonly (readonly [what: string, code: string, found: string])[] = [
  ['a Map', 'new Map()', 'an instance of Map'],
  ['an instance of a class', 'new (class Command { x = 1; })()', 'an instance of Command'],
  ['a function', '() => 1', 'a function'],
  ['a cycle', '(() => { const a: {a?: object} = {}; a.a = a; return a; })()', 'a cycle'],
];

describe('a fault', () => {
  const hosts = new Hosts();
  after(() => hosts.close());
  const both = (): readonly Host[] => [hosts.inProcess, hosts.process];

  async function outcomeOf(subject: Subject, host: Host) {
    return (await runSeed(ONE_COMMAND, {subject, host, seed: 1})).outcome;
  }

  /** On both hosts: the claim and what the server was doing; and then a run that passes. */
  async function expectFailure(subject: Subject, claim: string, doing: string): Promise<void> {
    for (const host of both()) {
      const {verdict, failure} = await outcomeOf(subject, host);
      expect(failure?.parts.claim, host.name).to.equal(claim);
      expect([verdict, failure?.parts.kind]).to.deep.equal(['failed', 'contract']);
      expect(failure?.parts.facts?.[0]?.what).to.equal(`was handling ${doing}`);
      const next = await outcomeOf(findSubject('reference'), host);
      expect(next.verdict, `${host.name}, the next world`).to.equal('passed');
    }
  }

  for (const {what, code, says, during} of MISTAKES) {
    it(`leads to the line: ${what}`, async () => {
      const id = `fault-${what.replace(/\W+/g, '-')}`;
      const subject = referenceWith(id, {file: FILE, after: INSIDE, code});
      await expectFailure(subject, says.replace(' @', ` ${HERE}`), during ?? 'AppendEntries from S1');
    });
  }

  for (const [what, code, found] of COMMANDS) {
    it(`leads to the function that returned it: an entry with ${what}`, async () => {
      const subject = referenceWith(`fault-command-${what.replace(/\W+/g, '-')}`, {
        file: FILE, after: '    entries: log.entriesFrom(firstIndex)',
        code: `.map(({term}) => ({term, command: ${code} as never}))`,
      });
      const line = lineOf(FILE, 'export function appendEntriesFor');
      await expectFailure(subject, 'S1 broke the contract: ' +
        `appendEntriesFor (skeleton/${FILE}:${line}) returned what cannot be sent: ` +
        `message.entries[0].command${found === 'a cycle' ? '.a' : ''} is ${found}, and only plain JSON may cross the line.`,
      'the call replicate');
    });
  }

  it('names the file that is missing', async () => {
    await expectFailure(referenceBut('fault-missing', {'replication.ts': null}),
      'S1 has no skeleton/replication.ts — this lab calls its functions.', 'its boot');
  });

  const SYNTAX: readonly (readonly [what: string, file: string, says: string])[] = [
    ['half an expression', 'export function observeTerm() {\n  return 1 +;\n}\n',
      'skeleton/terms.ts:2: Expression expected'],
    ['an await where it may not be', '\nexport function observeTerm(): void {\n  await null;\n}\n',
      'skeleton/terms.ts:3: await is only valid in async functions and the top level bodies of modules'],
    ['the same name twice', 'const a = 1;\nconst a = 2;\nexport {a};\n',
      "skeleton/terms.ts:2: Identifier 'a' has already been declared"],
  ];
  for (const [what, text, says] of SYNTAX) {
    it(`names the line that cannot be read: ${what}`, async () => {
      const subject = referenceBut(`fault-syntax-${what.replace(/\W+/g, '-')}`, {'terms.ts': text});
      await expectFailure(subject, `S1 cannot load ${says} — nothing in it can run.`, 'its boot');
    });
  }

  it('is no failure if a function is not written yet', async () => {
    const subject = referenceWith('fault-todo',
      {file: FILE, after: "import {becomeFollower, observeTerm} from '#solution/terms';", code: "import {todo} from '#raft';"},
      {file: FILE, after: INSIDE, code: "return todo(3, 'handleAppendEntries', server, request);"});
    for (const host of both()) {
      const {verdict, notWritten} = await outcomeOf(subject, host);
      expect(verdict).to.equal('not written');
      expect(notWritten).to.deep.equal({
        lab: 3, functionName: 'handleAppendEntries', file: `skeleton/${FILE}`, line: lineOf(FILE, INSIDE),
      });
    }
  });

  it('shows the frames that led there, the innermost first', async () => {
    const subject = referenceWith('fault-frames',
      {file: 'log.ts', after: '  termAt(index: number): number | undefined {', code: "if (index === 0) throw new Error('deep');"});
    for (const host of both()) {
      const {failure} = await outcomeOf(subject, host);
      expect(failure?.parts.stack?.[0]).to.equal(`RaftLog.termAt (skeleton/log.ts:${lineOf('log.ts', '  termAt(index: number)')})`);
      expect(failure?.parts.stack?.[1]).to.match(/^\w+ \(skeleton\/replication\.ts:\d+\)$/);
    }
  });
});
