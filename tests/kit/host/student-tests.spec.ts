/**
 * Students' tests in a box behave as under mocha: hooks, promises, `done`, virtual timers.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {ProcessHost} from '../../../harness/host/process-host';
import {root} from '../../../harness/host/register.js';
import {StudentTests} from '../../../harness/scenario/student-tests';
import type {StudentTestsRun} from '../../../harness/scenario/student-tests';
import {CALM} from '../../../harness/world/network';
import {World} from '../../../harness/world/world';

const TESTS = `
import {expect} from 'chai';
const seen: string[] = [];
describe('outer', () => {
  before(() => { seen.push('before'); });
  beforeEach('named', async () => { seen.push('each'); });
  afterEach(() => { seen.push('after each'); });
  it('sees its hooks', () => { expect(seen).to.deep.equal(['before', 'each']); });
  it('waits for a promise', async () => {
    await new Promise(resolve => setTimeout(resolve, 5_000));
    expect(seen.at(-2)).to.equal('after each');
  });
  it('waits for done', done => { setTimeout(done, 10); });
  it('fails by done', done => { done(new Error('done says no')); });
  it('fails by a promise', async () => { throw new RangeError('too late'); });
  it('fails by chai', () => { expect(1).to.equal(2); });
  it.skip('is skipped', () => { throw new Error('never'); });
  it('is only a plan');
  describe('inner', () => {
    before(() => { throw new Error('no ground to stand on'); });
    it('is not run', () => undefined);
  });
});
`;

describe('students\' tests in a box', () => {
  let folder = '';
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-tests-'));
    fs.mkdirSync(path.join(folder, 'tests'));
    fs.writeFileSync(path.join(folder, 'tests/log.test.ts'), TESTS);
  });
  after(() => fs.rmSync(folder, {recursive: true}));

  for (const name of ['in-process', 'process'] as const) {
    it(`run as under mocha: ${name}`, async () => {
      const host = name === 'process' ? new ProcessHost() : new InProcessHost();
      const tests = new StudentTests({name: 'skeleton', folder}, {
        freshWorld: settings => new World({host, seed: 1, conditions: CALM, settings}),
      });

      const log = {file: path.join(root, 'reference/log.ts'), shownAs: 'reference/log.ts'};
      const {passed, failed}: StudentTestsRun = await tests.run({
        lab: 1, file: 'tests/log.test.ts', module: 'log', implementation: log,
        contract: {name: 'RaftLog', getters: [], fields: [], methods: []},
        among: [{source: log, isCorrect: true}],
      });

      await host.close();

      expect(passed).to.deep.equal([
        'outer › sees its hooks', 'outer › waits for a promise', 'outer › waits for done',
      ]);
      expect(failed.map(({title, said}) => `${title}: ${said}`)).to.deep.equal([
        'outer › fails by done: Error: done says no',
        'outer › fails by a promise: RangeError: too late',
        'outer › fails by chai: AssertionError: expected 1 to equal 2',
        'outer › inner › before: Error: no ground to stand on',
      ]);
      expect(failed[2]?.frames[0]).to.equal('skeleton/tests/log.test.ts:16');
    });
  }
});
