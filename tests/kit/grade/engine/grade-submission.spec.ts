/**
 * A submission through the whole engine: in the best sandbox this machine has.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gradeSubmission} from '../../../../harness/grade/engine/grade-submission';
import type {Grade} from '../../../../harness/grade/grade';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {Sandbox} from '../../../../harness/grade/sandbox/sandbox';
import {root} from '../../../../harness/host/register.js';
import {allLabs} from '../../../../harness/scenario/labs';

/** What a student changed in the reference: `find` stands once in the file. */
interface Change {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A file that no lab asks for. */
const NOTES = {file: 'notes.ts', find: '', replace: ''};
const ALL = allLabs().map(({number}) => number);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-engine-'));

async function graded(
  from: 'reference' | 'skeleton' | undefined, changes: readonly Change[],
  {labs, only, hiddenShare = 0}: {
    readonly labs: readonly number[]; readonly only?: readonly string[];
    readonly hiddenShare?: number;
  },
): Promise<Grade> {
  const submission = fs.mkdtempSync(path.join(folder, 'submission-'));
  if (from !== undefined) fs.cpSync(path.join(root, from), submission, {recursive: true});
  for (const {file, find, replace} of changes) {
    if (find === '') {
      fs.writeFileSync(path.join(submission, file), replace);
      continue;
    }
    const text = fs.readFileSync(path.join(submission, file), 'utf8');
    expect(text.split(find), `${file} has "${find}" once`).to.have.lengthOf(2);
    fs.writeFileSync(path.join(submission, file), text.replace(find, () => replace));
  }
  return gradeSubmission({name: 'someone', path: submission}, {
    labs: allLabs().filter(({number}) => labs.includes(number)), workFolder: folder,
    policy: {...DEFAULT_POLICY, hiddenShare}, slot: 3, sandbox: {require: false},
    ...only === undefined ? {} : {only},
  });
}

const {open} = Sandbox.prototype;

/** Each is a run of its own. */
function countStages(): string[] {
  const opened: string[] = [];
  Sandbox.prototype.open = function count(opensFolder) {
    opened.push(opensFolder);
    return open.call(this, opensFolder);
  };
  return opened;
}

function pointsOf({labs}: Grade): Readonly<Record<number, number>> {
  return Object.fromEntries(labs.map(({lab, points}) => [lab, points]));
}

describe('the grade of a submission', () => {
  after(() => fs.rmSync(folder, {recursive: true, force: true}));
  afterEach(() => { Sandbox.prototype.open = open; });

  it('is all points for the reference, confirmed, and stood in nowhere', async () => {
    const grade = await graded('reference', [], {labs: [2, 4]});
    expect(pointsOf(grade)).to.deep.equal({2: 7, 4: 10});
    expect(grade.labs.map(({counted}) => counted)).to.deep.equal(['own', 'own']);
    expect(grade).to.deep.include({total: 17, slips: [], typeErrors: []});
  });

  it('is nothing for the skeleton, also with earlier labs stood in', async () => {
    const opened = countStages();
    const run = await graded('skeleton', [NOTES], {labs: ALL, hiddenShare: 0.5});
    expect(opened.splice(0)).to.have.lengthOf(ALL.length);
    const [first, ...others] = run.labs;
    expect(first?.standInPoints).to.equal(null);
    expect(new Set(others.map(({standInPoints}) => standInPoints))).to.deep.equal(new Set([0]));
    const verdicts = run.labs.flatMap(({scenarios}) => scenarios.map(one => one.verdict));
    expect(new Set(verdicts)).to.deep.equal(new Set(['not written']));

    const untouched = await graded('skeleton', [], {labs: ALL, hiddenShare: 0.5});
    expect(opened.splice(0), 'which need not be run').to.have.lengthOf(1);
    expect(untouched.labs).to.deep.equal(run.labs);
    expect(untouched.total).to.equal(0);
  });

  it('is nothing for files that are not there, also with earlier labs stood in', async () => {
    const opened = countStages();
    const wrong = {file: 'log.ts', find: '', replace: 'export const mine = 1;\n'};
    const run = await graded(undefined, [wrong, NOTES], {labs: ALL, hiddenShare: 0.5});
    expect(opened.splice(0)).to.have.lengthOf(ALL.length);
    expect(run.total).to.equal(0);
    const without = await graded(undefined, [wrong], {labs: ALL, hiddenShare: 0.5});
    expect(opened.splice(0)).to.have.lengthOf(1);
    expect(without.labs).to.deep.equal(run.labs);
  });

  it('loses one lab for one broken file, and quotes nothing that stood in', async () => {
    const grade = await graded('reference', [{
      file: 'log.ts', find: '  termAt(index: number): number | undefined {\n',
      replace: '  termAt(index: number): number | undefined {\n    throw new Error("my secret");\n',
    }], {labs: [1, 4]});
    const [first, fourth] = grade.labs;
    expect(first?.points).to.be.below(8);
    expect(fourth).to.include({counted: 'stand-ins', points: 10, standInPoints: 10});
    expect(fourth?.ownPoints).to.be.below(10);
  });

  it('has no points for servers that talk behind the network\'s back', async () => {
    const grade = await graded('reference', [{
      file: 'election.ts',
      find: 'const isFree = state.votedFor === null || state.votedFor === candidateId;',
      replace: 'const isFree = state.votedFor === null || state.votedFor === candidateId;\n' +
        '  const shared = Array.prototype as {votes?: number};\n' +
        '  shared.votes = (shared.votes ?? 0) + 1;\n  server.log(String(shared.votes));',
    }], {labs: [5], only: ['winner', 'random-three']});
    const verdicts = grade.labs[0]?.scenarios.map(({cause}) => cause);
    expect(new Set(verdicts)).to.deep.equal(new Set(['unconfirmed']));
    expect(grade.total).to.equal(0);
  });
});
