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
import type {Lab} from '../../../harness/scenario/labs';

const samples = path.join(root, 'harness/grade/samples');
/** Those in which somebody made a mistake; `npm start` grades them on all. */
const labs = allLabs().filter(({number}) => [1, 3].includes(number));
const lab3 = allLabs().filter(({number}) => number === 3);
const lab5 = allLabs().filter(({number}) => number === 5);
const lab7 = allLabs().filter(({number}) => number === 7);

interface Run {
  readonly labs: readonly Lab[];
  readonly outFolder: string;
  readonly jobs: number;
}

/** A run of the grader, with the files it writes in any case. */
async function graded(
  submissions: readonly Submission[], {labs: asked, outFolder, jobs}: Run,
): Promise<readonly Grade[]> {
  const standing = await gradeClass(submissions, {
    labs: asked, policy: DEFAULT_POLICY, outFolder, jobs,
  });
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
    for (const one of await graded(submissionsIn(samples), {labs, outFolder: out, jobs: 2})) {
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
        expect(reason).to.match(/^not written yet: [\w.]+\(\) \(skeleton\/[\w/.-]+:\d+\)$/);
      }
    }
  });

  it('takes points for a wrong vote rule in lab 5 only, and says which rule', async () => {
    expect(pointsOf('cleo-votes-for-everybody')).to.deep.equal([8, 15]);
    const outFolder = path.join(out, 'lab-5');
    const some = submissionsIn(samples).filter(({name}) => name.startsWith('cleo'));
    const [cleo] = await graded(some, {labs: lab5, outFolder, jobs: 1});
    expect(cleo?.labs[0]?.points).to.be.greaterThan(0).and.lessThan(20);
    expect(cleo?.labs[0]?.scenarios.flatMap(one => one.reason ?? []).join('\n'))
      .to.match(/voted for S\d and for S\d/);
  }).timeout(0);

  it('names the line of an endless loop, and the rest of the class is graded', () => {
    expect(pointsOf('dara-endless-loop')[0]).to.equal(8);
    expect(reasonsOf('dara-endless-loop', 3).join('\n'))
      .to.match(/code that does not end \(skeleton\/replication\.ts:\d+\)/);
  });

  it('takes points for a log that throws in lab 1 only, since later labs have it stood in', () => {
    expect(reasonsOf('eli-throws', 1).join('\n')).to.match(/RaftLog threw Error in termAt/);
    const {counted, ownPoints, standInPoints} = grades.get('eli-throws')!.labs[1]!;
    expect({counted, standInPoints}).to.deep.equal({counted: 'stand-ins', standInPoints: 15});
    expect(ownPoints).to.be.below(15);
  });

  it('names the line of a syntax error', () => {
    expect(reasonsOf('finn-does-not-compile', 3).join('\n')).to.match(/skeleton\/terms\.ts:37/);
    expect(grades.get('finn-does-not-compile')!.typeErrors.join('\n')).to.match(/terms\.ts:37/);
    expect(pointsOf('finn-does-not-compile')[0]).to.equal(8);
  });

  it('takes points for a missing sync in lab 7, and says what was not safe', async () => {
    const outFolder = path.join(out, 'lab-7');
    const some = submissionsIn(samples).filter(({name}) => name.startsWith('hugo'));
    const [hugo] = await graded(some, {labs: lab7, outFolder, jobs: 1});
    expect(hugo?.labs[0]?.points).to.be.greaterThan(0).and.lessThan(20);
    expect(hugo?.labs[0]?.scenarios.flatMap(one => one.reason ?? []).join('\n'))
      .to.match(/before .* was synced/);
  }).timeout(0);

  it('takes a zip like a folder', () => {
    expect(pointsOf('gita-log-only')[0]).to.be.greaterThan(4);
    expect(pointsOf('gita-log-only')[1]).to.equal(0);
  });

  it('is told in a table of labs, points and totals', () => {
    const lines = gradeTable([...grades.values()], labs);
    expect(lines[0]).to.match(/^submission +1 log \/8 +3 replication \/15 .* total \/23$/);
    expect(lines.find(line => line.startsWith('ada-complete')))
      .to.match(/ 8 +15 +23$/);
    // One line more says what the star is.
    expect(lines).to.have.length(grades.size + 2);
    expect(lines.find(line => line.startsWith('eli-throws'))).to.match(/ 15\* +17/);
  });

  it('gets the same bytes again, whatever the number of jobs', async () => {
    const all = submissionsIn(samples).filter(({name}) => /^(cleo|eli|gita)/.test(name));
    const [one, three] = [1, 3].map(jobs => ({
      labs: lab3, jobs, outFolder: path.join(out, `jobs-${jobs}`),
    }));
    await graded(all, one!);
    await graded(all, three!);
    for (const {name} of all) {
      const bytes = (folder: string): string => {
        const file = fs.readFileSync(path.join(folder, `${name}.json`), 'utf8');
        return JSON.stringify({...JSON.parse(file) as Grade, times: undefined});
      };
      expect(bytes(three!.outFolder), name).to.equal(bytes(one!.outFolder));
    }
  }).timeout(0);
});
