/** A worker finds its sandbox once; and if that breaks, nobody's grade is worse for it. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {submissionsIn} from '../../../../harness/grade/intake/submission';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {gradeClass} from '../../../../harness/grade/run/grade-class';
import type {Grade} from '../../../../harness/grade/grade';
import {findLab} from '../../../../harness/scenario/labs';

const WATCHED = path.join(__dirname, 'fixtures/worker-watched.js');

describe('the sandbox of a worker', function suite() {
  this.timeout(120_000);
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-one-sandbox-'));
    process.env['PROBES_FILE'] = path.join(folder, 'probes');
  });
  afterEach(() => {
    fs.rmSync(folder, {recursive: true, force: true});
    delete process.env['PROBES_FILE'];
    delete process.env['LOSES'];
  });

  async function grade(
    names: readonly string[], loses: '' | 'between' | 'for good' | 'meanwhile' = '',
  ): Promise<ReadonlyMap<string, Grade>> {
    const top = fs.mkdtempSync(path.join(folder, 'run-'));
    for (const name of names) {
      fs.mkdirSync(path.join(top, 'class', name), {recursive: true});
      const text = `export {}; // ${name}`;
      fs.writeFileSync(path.join(top, 'class', name, 'log.ts'), text);
    }
    process.env['LOSES'] = loses;
    fs.writeFileSync(path.join(folder, 'probes'), '');
    const {grades} = await gradeClass(submissionsIn(path.join(top, 'class')), {
      labs: [findLab('1')], policy: DEFAULT_POLICY, outFolder: path.join(top, 'out'), jobs: 1,
      scenarios: ['append-1', 'empty'], workerFile: WATCHED,
    });
    return new Map(grades.map(one => [one.submission, one]));
  }

  const probes = (): readonly string[] =>
    fs.readFileSync(path.join(folder, 'probes'), 'utf8').trim().split('\n');

  it('is found once for all that it grades, and leaves nothing', async () => {
    await grade(['kim']);
    const forOne = probes().length;
    const three = await grade(['kim', 'lee', 'max']);
    expect([...three.values()].map(({slips}) => slips)).to.deep.equal([[], [], []]);
    expect(probes()).to.have.lengthOf(forOne);

    expect(placesOf(probes()[0]!)).to.deep.equal([]);
  });

  it('is found anew if it has broken since the last one', async () => {
    const whole = await grade(['kim', 'lee']);
    const found = probes().length;
    const broken = await grade(['kim', 'lee'], 'between');
    for (const name of ['kim', 'lee']) {
      const {labs, slips} = broken.get(name)!;
      expect({labs, slips}).to.deep.equal({labs: whole.get(name)?.labs, slips: []});
    }
    expect(probes()).to.have.lengthOf(2 * found);
    expect(new Set(probes())).to.have.property('size', 2);
  });

  it('gives no 0 if it is broken for good', async () => {
    const grades = await grade(['kim', 'lee'], 'for good');
    expect(grades.get('kim')).to.deep.include({slips: []});
    expect(grades.get('lee')?.labs).to.deep.equal([]);
    expect(grades.get('lee')?.slips[0]).to.match(/^not graded: Error: no process of its own can/);
  });

  it('gives no 0 if it breaks while somebody\'s code is run', async () => {
    const grades = await grade(['kim'], 'meanwhile');
    expect(grades.get('kim')?.labs).to.deep.equal([]);
    expect(grades.get('kim')?.slips[0]).to.match(
      /^not graded: Error: the sandbox of tier \d worked before, and no longer does/);
  });
});

/** Folders of a worker's sandbox, by its process id. */
function placesOf(pid: string): readonly string[] {
  return [os.tmpdir(), '/tmp', '/var/tmp'].flatMap(top => fs.readdirSync(top)
    .filter(name => /^flotilla-\d+-\w{8}$/.test(name)).map(name => path.join(top, name)))
    .flatMap(base => fs.readdirSync(base).map(name => path.join(base, name, 'owner')))
    .filter(file => fs.existsSync(file) && fs.readFileSync(file, 'utf8').startsWith(`${pid} `));
}
