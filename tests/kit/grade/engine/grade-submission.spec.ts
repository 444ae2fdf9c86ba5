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
import {root} from '../../../../harness/host/register.js';
import {allLabs} from '../../../../harness/scenario/labs';

/** What a student changed in the reference: `find` stands once in the file. */
interface Change {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-engine-'));

async function graded(
  from: 'reference' | 'skeleton', changes: readonly Change[],
  {labs, only}: {readonly labs: readonly number[]; readonly only?: readonly string[]},
): Promise<Grade> {
  const submission = fs.mkdtempSync(path.join(folder, 'submission-'));
  fs.cpSync(path.join(root, from), submission, {recursive: true});
  for (const {file, find, replace} of changes) {
    const text = fs.readFileSync(path.join(submission, file), 'utf8');
    expect(text.split(find), `${file} has "${find}" once`).to.have.lengthOf(2);
    fs.writeFileSync(path.join(submission, file), text.replace(find, () => replace));
  }
  return gradeSubmission({name: 'someone', path: submission}, {
    labs: allLabs().filter(({number}) => labs.includes(number)), workFolder: folder,
    policy: {...DEFAULT_POLICY, hiddenShare: 0}, slot: 3, sandbox: {require: false},
    ...only === undefined ? {} : {only},
  });
}

function pointsOf({labs}: Grade): Readonly<Record<number, number>> {
  return Object.fromEntries(labs.map(({lab, points}) => [lab, points]));
}

describe('the grade of a submission', () => {
  after(() => fs.rmSync(folder, {recursive: true, force: true}));

  it('is all points for the reference, confirmed, and stood in nowhere', async () => {
    const grade = await graded('reference', [], {labs: [2, 4]});
    expect(pointsOf(grade)).to.deep.equal({2: 7, 4: 10});
    expect(grade.labs.map(({counted}) => counted)).to.deep.equal(['own', 'own']);
    expect(grade).to.deep.include({total: 17, slips: [], typeErrors: []});
  });

  it('is nothing for the skeleton, also with earlier labs stood in', async () => {
    const grade = await graded('skeleton', [], {labs: [1, 3, 5, 7]});
    expect(grade.total).to.equal(0);
    for (const {standInPoints, lab} of grade.labs) {
      expect(standInPoints).to.equal(lab === 1 ? null : 0);
    }
    const verdicts = grade.labs.flatMap(({scenarios}) => scenarios.map(one => one.verdict));
    expect(new Set(verdicts)).to.deep.equal(new Set(['not written']));
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
