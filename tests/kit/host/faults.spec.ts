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
import {COMMANDS, MISTAKES} from './fixtures/mistakes';
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
      const claim = says.replace('@function', FUNCTION).replace('@', HERE);
      await expectFailure(subject, claim, during ?? 'AppendEntries from S1');
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
        `message.entries[0].command${found === 'a cycle' ? '.a' : ''} is ${found}, ` +
        'and only plain JSON may cross the line.',
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
      'skeleton/terms.ts:3: await is only valid in async functions and ' +
        'the top level bodies of modules'],
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
      {
        file: FILE, after: "import {becomeFollower, observeTerm} from '#solution/terms';",
        code: "import {todo} from '#raft';",
      },
      {file: FILE, after: INSIDE, code: "return todo(3, 'handleAppendEntries', server, request);"});
    for (const host of both()) {
      const {verdict, notWritten} = await outcomeOf(subject, host);
      expect(verdict).to.equal('not written');
      expect(notWritten).to.deep.equal({
        lab: 3, functionName: 'handleAppendEntries',
        file: `skeleton/${FILE}`, line: lineOf(FILE, INSIDE),
      });
    }
  });

  it('shows the frames that led there, the innermost first', async () => {
    const termAt = '  termAt(index: number): number | undefined {';
    const subject = referenceWith('fault-frames', {
      file: 'log.ts', after: termAt, code: "if (index === 0) throw new Error('deep');",
    });
    for (const host of both()) {
      const {failure} = await outcomeOf(subject, host);
      expect(failure?.parts.stack?.[0])
        .to.equal(`RaftLog.termAt (skeleton/log.ts:${lineOf('log.ts', termAt)})`);
      expect(failure?.parts.stack?.[1]).to.match(/^\w+ \(skeleton\/replication\.ts:\d+\)$/);
    }
  });
});
