/** `flotilla grade` as an instructor types it: what it says in the end, and what it leaves. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Grade} from '../../../../harness/grade/grade';
import {root} from '../../../../harness/host/register.js';
import {flotilla, program} from '../../cli/run-flotilla';
import type {Ran} from '../../cli/run-flotilla';

const SAMPLES = path.join(root, 'harness/grade/samples');
const LOG_ONLY = path.join(SAMPLES, 'gita-log-only.zip');
const EVERYBODY = ['ben', 'gita', 'gus', 'zed'];

describe('the command grade', function suite() {
  this.timeout(0);
  let folder = '';
  const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
  const words = (out: string): readonly string[] =>
    ['grade', at('class'), '--lab', '2', '--jobs', '2', '--out', at(out)];
  const grade = (out: string, ...more: readonly string[]): Ran =>
    flotilla([...words(out), ...more]);
  const filesIn = (...parts: readonly string[]): readonly string[] =>
    fs.readdirSync(at(...parts)).sort();

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-command-'));
    fs.cpSync(path.join(SAMPLES, 'ben-untouched'), at('class/ben'), {recursive: true});
    for (const name of ['gita', 'gus']) fs.copyFileSync(LOG_ONLY, at(`class/${name}.zip`));
    fs.writeFileSync(at('class/zed.zip'), 'broken');
  });
  after(() => fs.rmSync(folder, {recursive: true, force: true}));

  it('finishes when whoever reads has seen enough', () => {
    const {status, stdout, stderr} = spawnSync('bash', ['-c',
      '"$@" | head -1; exit "${PIPESTATUS[0]}"', 'bash', process.execPath, program,
      ...words('out'), '--format', 'junit'], {encoding: 'utf8'});
    expect(stderr).to.equal('');
    expect(stdout).to.match(/^Subject: 4 submissions in .*\n$/);
    expect(status).to.equal(0);
    expect(filesIn('out')).to.deep.equal(['ben.json', 'feedback', 'gita.json', 'grades.csv',
      'gus.json', 'journal.jsonl', 'junit', 'junit.xml', 'report', 'zed.json']);
    const {times} = JSON.parse(fs.readFileSync(at('out/gus.json'), 'utf8')) as Grade;
    expect(Date.now() - Date.parse(times?.startedAt ?? '')).to.be.within(0, 600_000);
    expect(times?.wallSeconds).to.be.within(0.1, 600);
    expect(grade('out').out.match(/graded before, unchanged/g)).to.have.length(4);
  });

  const OPEN_SEEDS = /\nAnybody who has the kit can work out the hidden seeds: set hiddenSeeds\./;

  it('ends with the page to open, as a path from where it was called', () => {
    const page = at('out/report/index.html');
    const {INIT_CWD: _called, ...plain} = process.env;
    const lastOf = (cwd: string, called: NodeJS.ProcessEnv = {}): string => {
      const {stdout} = spawnSync(process.execPath, [program, ...words('out')], {
        cwd, encoding: 'utf8', env: {...plain, ...called},
      });
      return stdout.trimEnd().split('\n').at(-1) ?? '';
    };
    const near = `Open ${path.join('out', 'report', 'index.html')}`;
    expect(lastOf(folder)).to.equal(near);
    expect(lastOf(root)).to.equal(`Open ${page}`);
    // As npm does, which runs scripts in the kit's folder.
    expect(lastOf(root, {INIT_CWD: folder})).to.equal(near);
    expect(lastOf(root, {INIT_CWD: path.join(root, 'labs')})).to.equal(`Open ${page}`);
    expect(grade('out', '--similarity').out).to.match(/\nOpen \S*index\.html\n$/);
    expect(fs.existsSync(page)).to.equal(true);
  });

  it('says quietly, until somebody sets a secret, that anybody can know the hidden seeds', () => {
    expect(grade('out').out).to.match(OPEN_SEEDS);
    for (const [hiddenSeeds, isOpen] of [
      [{count: 1}, true], [{count: 0}, false], [{secret: 'nobody knows'}, false],
    ] as const) {
      fs.writeFileSync(at('policy.json'), JSON.stringify({hiddenSeeds}));
      const {out} = grade('secret', '--only', 'zed', '--policy', at('policy.json'));
      expect(OPEN_SEEDS.test(out), out).to.equal(isOpen);
      const merged = flotilla(['grade', 'merge', at('secret'), '--out', at('merged')]);
      expect(OPEN_SEEDS.test(merged.out), merged.out).to.equal(isOpen);
      expect(merged.out).to.match(/\nOpen \S*merged\S*index\.html\n$/);
    }
  });

  it('of the kit\'s own samples says nothing of seeds', () => {
    const {out} = flotilla(['grade', '--lab', '2', '--only', 'gita-log-only', '--out', at('own')]);
    expect(out).to.match(/\nOpen /).and.not.match(OPEN_SEEDS);
  });

  it('shows the rows of those it was asked for, and reports on all', () => {
    const {out} = grade('out', '--only', 'gus');
    expect(out).to.match(/^submission .*\ngus .*\nand 3 others, as they were$/m);
    const csv = fs.readFileSync(at('out/grades.csv'), 'utf8');
    expect(EVERYBODY.filter(name => csv.includes(name))).to.deep.equal(EVERYBODY);
  });

  it('ranks pairs of this class and of former ones, in a list beside the reports', () => {
    fs.mkdirSync(at('past'));
    fs.copyFileSync(LOG_ONLY, at('past/old.zip'));
    const {code, out} = grade('out', '--similarity', '--past', at('past'));
    expect(out).to.match(/never a verdict/).and.match(/^The list is in .*out\/similarity\.csv$/m);
    const csv = fs.readFileSync(at('out/similarity.csv'), 'utf8');
    expect(csv).to.match(/^1,submission,gita,gus,/m).and.match(/,gita,past\/old,/);
    expect(code).to.equal(0);
  });

  it('leaves no report of an earlier run to be taken for its own, and loses no grade', () => {
    fs.cpSync(at('out'), at('later'), {recursive: true});
    fs.writeFileSync(at('later/notes.json'), '{"schema": 1, "mine": true}');
    fs.renameSync(at('class/gita.zip'), at('gita.zip'));
    const gita = fs.readFileSync(at('out/gita.json'), 'utf8');
    const {out} = grade('later');
    fs.renameSync(at('gita.zip'), at('class/gita.zip'));
    expect(out).to.match(/^Not in these results: gita\. What .* is in .*later\/former\/\.$/m);
    expect(filesIn('later')).to.deep.equal(['ben.json', 'feedback', 'former', 'grades.csv',
      'gus.json', 'journal.jsonl', 'notes.json', 'report', 'zed.json']);
    expect(fs.readFileSync(at('later/former/gita.json'), 'utf8')).to.equal(gita);
    expect(filesIn('later/feedback')).to.deep.equal(['ben.html', 'gus.html', 'zed.html']);
    expect(filesIn('later/report/submissions')).to.deep.equal(['ben.html', 'gus.html', 'zed.html']);
    expect(fs.readFileSync(at('later/journal.jsonl'), 'utf8')).to.include('"submission":"gita"');
    expect(grade('later').out).to.match(/In .*later\/: json \(4 files\)/);
  });

  it('of a shard says how its results and the others\' become one, which then works', () => {
    const first = grade('parts', '--shard', '1/2');
    expect(first.out).to.match(
      /last is done: npm run grade -- merge \S*parts OTHERS --out results$/m);
    expect(first.out).to.match(OPEN_SEEDS).and.not.match(/^Open /m);
    expect(filesIn('parts')).to.deep.equal(['journal-1-of-2.jsonl']);
    const half = flotilla(['grade', 'merge', at('parts'), '--out', at('half')]);
    expect(half.out).to.match(/^Merged: 2 submissions of 4\nMissing shards: 2 of 2$/m)
      .and.match(/^Not graded yet: \w+, \w+$/m);
    expect(half.code).to.equal(1);
    const second = grade('parts', '--shard', '2/2');
    expect(second.out).to.match(/last is done: npm run grade -- merge \S*parts --out results$/m);
    const whole = flotilla(['grade', 'merge', at('parts'), '--out', at('half')]);
    expect(whole.out).to.match(/^Merged: 4 submissions of 4$/m).and.not.match(/Missing/);
    expect(whole.code).to.equal(0);
    expect(filesIn('half').filter(file => file.endsWith('.json')))
      .to.deep.equal(EVERYBODY.map(name => `${name}.json`));
  });
});
