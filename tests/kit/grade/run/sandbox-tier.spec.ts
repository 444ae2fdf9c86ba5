/** A class is graded in one sandbox: no submission in a lesser one than the first. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {submissionsIn} from '../../../../harness/grade/intake/submission';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {gradeClass} from '../../../../harness/grade/run/grade-class';
import type {ClassOptions} from '../../../../harness/grade/run/grade-class';
import {NotSecure, sandboxReport} from '../../../../harness/grade/run/sandbox-tier';
import type {Standing} from '../../../../harness/grade/run/standing';
import {findLab} from '../../../../harness/scenario/labs';

const WITHOUT_TOOLS = path.join(__dirname, 'fixtures/worker-without-tools.js');

describe('the sandbox of a run', function suite() {
  this.timeout(120_000);
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-tier-'));
    fs.mkdirSync(path.join(folder, 'class/kim'), {recursive: true});
    fs.writeFileSync(path.join(folder, 'class/kim/log.ts'), 'export {};');
  });
  afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

  const run = (change: Partial<ClassOptions>): Promise<Standing> =>
    gradeClass(submissionsIn(path.join(folder, 'class')), {
      labs: [findLab('1')], policy: DEFAULT_POLICY, outFolder: path.join(folder, 'out'), jobs: 1,
      scenarios: ['append-1'], ...change,
    });

  it('is one for all: a worker that finds only a lesser one grades nobody', async function less() {
    const {tier} = await sandboxReport({require: false});
    if (tier === 4) this.skip();
    const {grades: [kim]} = await run({workerFile: WITHOUT_TOOLS});
    expect(kim?.slips[0]).to.match(new RegExp(
      `^not graded: Error: the run began with a sandbox of tier ${tier}, and now there is only `));
    expect(kim).to.deep.include({labs: [], total: 0});
    const {grades: [again]} = await run({sandbox: {require: false, atMost: 4},
      workerFile: WITHOUT_TOOLS, outFolder: path.join(folder, 'other')});
    expect(again).to.deep.include({slips: []});
    expect(again?.sandbox.tier).to.equal(4);
  });

  it('is secure, if that was asked for, or nothing is graded at all', async () => {
    const outcome = await run({sandbox: {require: true, atMost: 4}}).catch((error: Error) => error);
    expect(outcome).to.be.instanceOf(NotSecure);
    expect(fs.existsSync(path.join(folder, 'out'))).to.equal(false);
  });
});
