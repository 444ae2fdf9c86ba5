/** The bundled class, graded: what an instructor sees on the first day. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Grade} from '../../../harness/grade/grade';
import {gradeTable} from '../../../harness/grade/grade-table';
import {makeSamples} from '../../../harness/grade/make-samples';
import {submissionsIn} from '../../../harness/grade/intake/submission';
import type {Submission} from '../../../harness/grade/intake/submission';
import {DEFAULT_POLICY} from '../../../harness/grade/policy';
import {gradeClass} from '../../../harness/grade/run/grade-class';
import {ALWAYS, REPORT_MAKERS, writeReports} from '../../../harness/grade/run/reports';
import {root} from '../../../harness/host/register.js';
import {allLabs} from '../../../harness/scenario/labs';

const samples = path.join(root, 'harness/grade/samples');
const labs = allLabs();

/** A run of the grader, with the files it writes in any case. */
async function graded(
  submissions: readonly Submission[], outFolder: string, jobs: number,
): Promise<readonly Grade[]> {
  const standing = await gradeClass(submissions, {labs, policy: DEFAULT_POLICY, outFolder, jobs});
  const makers = REPORT_MAKERS.filter(({name}) => ALWAYS.has(name));
  writeReports(standing, {outFolder, makers, context: {tell: () => undefined}});
  return standing.grades;
}

describe('the bundled class', () => {
  let out = '';
  const grades = new Map<string, Grade>();

  before(async function grade() {
    this.timeout(0);
    out = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-grades-'));
    for (const one of await graded(submissionsIn(samples), out, 2)) {
      grades.set(one.submission, one);
    }
  });
  after(() => fs.rmSync(out, {recursive: true}));

  const pointsOf = (name: string): readonly number[] =>
    grades.get(name)!.labs.map(lab => lab.points);
  const reasonsOf = (name: string, lab: number): readonly string[] => grades.get(name)!.labs
    .find(one => one.lab === lab)!.scenarios.flatMap(one => one.reason ?? []);

  it('is what the reference makes of it (flotilla samples builds it anew)', () => {
    const made = makeSamples();
    const kept = fs.readdirSync(samples, {recursive: true, encoding: 'utf8'})
      .filter(file => fs.statSync(path.join(samples, file)).isFile());
    expect(kept.sort()).to.deep.equal([...made.keys()].sort());
    for (const [name, content] of made) {
      expect(fs.readFileSync(path.join(samples, name)).equals(content), name).to.equal(true);
    }
  });

  it('gives the complete submission every point and the untouched one none', () => {
    expect(pointsOf('ada-complete')).to.deep.equal(labs.map(lab => lab.points));
    expect(pointsOf('ben-untouched')).to.deep.equal(labs.map(() => 0));
    for (const lab of labs) {
      for (const reason of reasonsOf('ben-untouched', lab.number)) {
        expect(reason).to.match(/^not written yet: [\w.]+\(\) skeleton\/[\w/.-]+:\d+$/);
      }
    }
  });

  it('takes points for a wrong vote rule in lab 5 only, and says which rule', () => {
    const [log, network, replication] = pointsOf('cleo-votes-for-everybody');
    expect([log, network, replication]).to.deep.equal([8, 7, 15]);
    const election = pointsOf('cleo-votes-for-everybody')[4] ?? 0;
    expect(election).to.be.greaterThan(0).and.lessThan(20);
    expect(reasonsOf('cleo-votes-for-everybody', 5).join('\n'))
      .to.match(/voted for S\d and for S\d/);
  });

  it('names the line of an endless loop, and the rest of the class is graded', () => {
    expect(pointsOf('dara-endless-loop').slice(0, 2)).to.deep.equal([8, 7]);
    expect(reasonsOf('dara-endless-loop', 3).join('\n'))
      .to.match(/code that does not end \(skeleton\/replication\.ts:\d+\)/);
  });

  it('names the line of a throw and of a syntax error', () => {
    expect(reasonsOf('eli-throws', 3).join('\n'))
      .to.match(/no entry at \d+.*skeleton\/log\.ts:\d+/);
    expect(reasonsOf('finn-does-not-compile', 3).join('\n')).to.match(/skeleton\/terms\.ts:37/);
    expect(grades.get('finn-does-not-compile')!.typeErrors.join('\n')).to.match(/terms\.ts:37/);
    expect(pointsOf('finn-does-not-compile').slice(0, 2)).to.deep.equal([8, 7]);
  });

  it('takes points for a missing sync in lab 7 only, and says what was not safe', () => {
    expect(pointsOf('hugo-never-syncs').slice(0, 6)).to.deep.equal([8, 7, 15, 10, 20, 15]);
    expect(pointsOf('hugo-never-syncs')[6]).to.be.lessThan(20);
    expect(reasonsOf('hugo-never-syncs', 7).join('\n')).to.match(/before .* was synced/);
  });

  it('takes a zip like a folder', () => {
    expect(pointsOf('gita-log-only')[0]).to.be.greaterThan(4);
    expect(pointsOf('gita-log-only').slice(1, 6)).to.deep.equal([0, 0, 0, 0, 0]);
    // Her log can forget what a snapshot covers.
    expect(pointsOf('gita-log-only')[6]).to.be.greaterThan(0).and.lessThan(1);
  });

  it('is told in a table of labs, points and totals', () => {
    const lines = gradeTable([...grades.values()], labs);
    expect(lines[0]).to.match(/^submission +1 log \/8 +2 network \/7 .* total \/100$/);
    expect(lines.find(line => line.startsWith('ada-complete')))
      .to.match(/ 8 +7 +15 +10 +20 +15 +25 +100$/);
    expect(lines).to.have.length(grades.size + 1);
  });

  it('leaves one JSON file a submission, and a regrade gives the same bytes', async () => {
    const again = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-grades-'));
    const some = submissionsIn(samples).filter(({name}) => /^(gita|hugo)/.test(name));
    await graded(some, again, 1);
    for (const {name} of some) {
      const bytes = (folder: string): string =>
        fs.readFileSync(path.join(folder, `${name}.json`), 'utf8');
      expect(bytes(again)).to.equal(bytes(out));
    }
    fs.rmSync(again, {recursive: true});
  }).timeout(0);
});
