/**
 * A student's tests come to the same at home and in grading, and see what they would see bare.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../../harness/host/register.js';
import {ALL, BROKEN, CORRECT, HEAD, Submission, fixture, resultOf, verdictOf} from './both-ways';
import type {Implementation} from './both-ways';
import {LOOKS} from './seen-through';

const REFERENCE = fs.readFileSync(path.join(root, 'reference/tests/log.test.ts'), 'utf8');

/** Asks for too much, for too little, and for the right thing in odd ways. */
const SLOPPY = `${HEAD}
class Entry implements LogEntry {
  constructor(readonly term: number, readonly command: string) {}
}
const all = new RaftLog();
before(() => { all.append({term: 1, command: 'shared'}); });
it('is left behind by the test before', async () => {
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(all.append(new Entry(1, 'b'))).to.equal(2);
  expect(all.entryAt(2)).to.deep.equal({term: 1, command: 'b'});
});
it('goes on with it', done => {
  setTimeout(() => { expect(all.lastIndex).to.equal(2); done(); }, 5);
});
it('changes what it got, the plain way', () => {
  const log = new RaftLog();
  log.append({term: 1, command: {x: 1}});
  const entry = log.entryAt(1)!;
  entry.term = 7;
  expect(log.termAt(1)).to.equal(1);
});
it('expects a class of errors', () => {
  expect(() => new RaftLog().termAt(-1)).to.throw(RangeError);
});
it('uses a map', () => {
  expect(() => new RaftLog().append({term: 1, command: new Map() as never})).to.throw();
});
it('compares logs', () => {
  expect(new RaftLog()).to.deep.equal(new RaftLog());
  expect(new RaftLog()).to.have.property('lastIndex', 0);
});
it('looks inside', () => {
  expect(Object.keys(all)).to.deep.equal([]);
  expect((all as never as {kept: unknown}).kept).to.equal(undefined);
});
it('counts what lies behind the end', () => {
  expect(all.entriesFrom(3)).to.be.an('array').that.is.empty;
  expect(all.appendEntries(9, 1, [])).to.equal(false);
});
`;

const fixtures = ['keeps-array', 'freezes-entries', 'throws-oddly', 'loops']
  .map(name => fixture(name));

async function expectSame(
  text: string, among: readonly Implementation[],
): Promise<ReturnType<typeof resultOf>> {
  const submission = new Submission(text);
  try {
    const home = await submission.atHome(among);
    const graded = await submission.graded(among);
    const verdicts = (runs: typeof home): readonly string[] => runs.map((run, n) =>
      `${among[n]!.source.shownAs}: ${verdictOf(run, among[n]!.isCorrect)}`);

    expect(verdicts(graded)).to.deep.equal(verdicts(home));
    return resultOf(graded, among);
  } finally {
    submission.dispose();
  }
}

describe('students\' tests at home and in grading', function () {
  this.timeout(120_000);

  it('come to the same: the reference\'s, on every log', async () => {
    const {isAccepted, found} = await expectSame(REFERENCE, [...ALL, ...fixtures]);

    expect(isAccepted).to.equal(true);
    expect(found).to.deep.equal([...BROKEN, ...fixtures].map(({source}) => source.shownAs));
  });

  it('come to the same: sloppy ones', async () => {
    await expectSame(SLOPPY, [...CORRECT, ...BROKEN.slice(0, 2), ...fixtures]);
  });

  const looked = [
    ...CORRECT, ...BROKEN.filter(({source}) => /lends|shallow/.test(source.shownAs)),
    ...fixtures.slice(0, 3),
  ];
  for (const implementation of looked) {
    it(`see what is there: ${implementation.source.shownAs}`, async () => {
      const submission = new Submission(LOOKS);
      const told = [{...implementation, isCorrect: true}];
      const bare = await submission.bare(implementation);
      const [home] = await submission.atHome(told);
      const [graded] = await submission.graded(told);
      submission.dispose();
      const really = bare.flatMap(({error}) => error?.message.split('\n') ?? []);

      expect(really).to.have.length.above(100);
      expect(home?.failed.flatMap(({said}) => said.replace('Error: ', '').split('\n')))
        .to.deep.equal(really);
      expect(graded).to.deep.equal(home);
    });
  }
});
