/**
 * GitHub Classroom's runner result, read and printed as the reporter does it.
 */
import {expect} from 'chai';
import {classroomFailure, classroomResult, stepOutput}
  from '../../../../harness/grade/formats/classroom';
import type {ClassroomResult} from '../../../../harness/grade/formats/classroom';
import {oneFormat} from './one-format';
import {failed, grade, HOSTILE, hostile, lab, PLAIN, REFUSED, scenario, WHOLE}
  from './example-grades';

const TEST_KEYS = ['name', 'status', 'score', 'message', 'test_code', 'filename', 'line_no',
  'duration'];

/** What the reporter reads from the step's output. */
function read(output: string): ClassroomResult {
  const [, base64] = /^result=([A-Za-z0-9+/]+=*)\n$/.exec(output) ?? [];
  return JSON.parse(Buffer.from(base64 ?? '', 'base64').toString('utf8')) as ClassroomResult;
}

/** What the reporter prints, by either of its versions: each test's name, then one text of it. */
function printed({tests}: ClassroomResult): string {
  return tests.flatMap(({status, name, message, test_code: code}) => [
    status === 'pass' ? `✅ ${name}` : `❌ ${name}`, `Error: ${message}`, message,
    `Test code:\n${code}\n`,
  ]).join('\n');
}

/** How the runner takes lines for commands: at the start of a line, or the old way anywhere. */
function commandsIn(output: string): readonly string[] {
  return output.split(/[\r\n\u2028\u2029\u0085]/)
    .filter(line => line.trimStart().startsWith('::') || line.includes('##['));
}

function sum({tests}: ClassroomResult): number {
  return Math.round(tests.reduce((all, {score}) => all + score, 0) * 100) / 100;
}

describe('GitHub Classroom', function () {
  this.timeout(60_000);

  it('is told a test a group, with its points', () => {
    const result = classroomResult(PLAIN);
    expect(result).to.deep.equal({
      version: 1, status: 'fail', max_score: 3,
      tests: [
        {
          name: '5.1 Lab 5 · §5.2 one vote a term: 2 of 2 points', status: 'pass', score: 2,
          message: '', test_code: '', filename: '', line_no: 0, duration: 0,
        },
        {
          name: '5.2 Lab 5 · §5.2 two candidates: 0 of 1 points', status: 'fail', score: 0,
          message: 'Election Safety is broken: S1 and S2 lead term 3.',
          test_code: result.tests[1]?.test_code, filename: '', line_no: 0, duration: 0,
        },
      ],
    });
    expect(result.tests[1]?.test_code).to.include('    Election Safety is broken')
      .and.to.include('npx flotilla replay 5-two-leaders-s4-v0.1.0');
    expect(classroomResult(grade([lab([scenario()])])).status).to.equal('pass');
  });

  it('records what counts: the tests add up to the total', () => {
    const {refused: _, override, ...whole} = WHOLE;
    const all = {...whole, labs: whole.labs.map(one => ({
      ...one, scenarios: one.scenarios.map(each => ({...each, visibility: 'visible' as const})),
    }))};
    const late = classroomResult({...all, total: 0.4});
    expect([sum(late), late.max_score]).to.deep.equal([0.4, 2]);
    expect(late.tests.at(-1)).to.include({name: 'What else counts: -0.6 points', status: 'fail'});
    expect(late.tests.at(-1)?.test_code).to.include('Lab 7: 2 days late')
      .and.to.include('1 type errors: 0.5 points off');

    const set = classroomResult({...all, ...override === undefined ? {} : {override}});
    expect(sum(set)).to.equal(15);
    expect(set.tests.at(-1)?.message).to.equal(
      'Your instructor has set 15 points: shown in the office hour');
    expect(sum(classroomResult(REFUSED))).to.equal(0);
    expect(classroomResult(REFUSED)).to.include({status: 'error', max_score: 20});
  });

  it('leaves out what students may not see yet', () => {
    const written = oneFormat('classroom').write(grade([lab([
      scenario(), failed({visibility: 'after_due_date', title: 'a secret', group: 'hidden ones'}),
    ])]));
    const result = JSON.parse(written.text) as ClassroomResult;
    expect(read(written.stepOutput ?? '')).to.deep.equal(result);
    expect([result.status, result.max_score, sum(result)]).to.deep.equal(['pass', 1, 1]);
    expect(JSON.stringify(result)).to.not.match(/secret|hidden/);
  });

  it('keeps what it has when the grader fails', () => {
    expect(classroomFailure('disk full')).to.deep.include({status: 'error', max_score: 0});
    expect(printed(classroomFailure('disk full'))).to.include('not your fault. disk full');
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`prints no workflow command with ${name}`, () => {
      for (const result of [classroomResult(hostile(text)), classroomFailure(text),
        classroomResult({...REFUSED, refused: text})]) {
        expect(commandsIn(printed(result))).to.deep.equal([]);
        expect(printed(result)).to.not.include('\u001b');
        expect(result.tests.every(test => !test.name.includes('\n'))).to.equal(true);
        for (const test of result.tests) expect(Object.keys(test)).to.deep.equal(TEST_KEYS);
        expect(read(stepOutput(result))).to.deep.equal(result);
      }
    });
  }

  it('knows a workflow command when it sees one', () => {
    expect(commandsIn('a\n  ::error::b\nc ##[error]d\ne')).to.have.length(2);
  });

  it('fits into an environment variable when eight hundred tests fail at length', () => {
    const many = Array.from({length: 800}, (_, n) => failed({
      name: `s${n}`, group: `a group with a long name, number ${n % 134}`, title: 'é'.repeat(150),
      text: '“€”\n'.repeat(2_000), reason: '“€”'.repeat(60),
    }));
    const output = stepOutput(classroomResult(grade([lab(many)])));
    expect(output.length).to.be.lessThan(128 * 1024 - 100);
    expect(read(output).tests).to.have.length(134);
  });
});
