/**
 * Gradescope's results.json: points add up, nothing hidden is told, student text stays text.
 */
import {expect} from 'chai';
import fc from 'fast-check';
import {gradescopeFailure, gradescopeResults}
  from '../../../../harness/grade/formats/gradescope/results';
import type {GradescopeResults} from '../../../../harness/grade/formats/gradescope/results';
import type {Grade} from '../../../../harness/grade/grade';
import {failed, grade, HOSTILE, hostile, lab, PLAIN, REFUSED, scenario, WHOLE}
  from './example-grades';

const KEYS = ['score', 'execution_time', 'output', 'output_format', 'test_output_format',
  'test_name_format', 'stdout_visibility', 'tests', 'extra_data'];
const TEST_KEYS =
  ['number', 'name', 'score', 'max_score', 'status', 'output', 'visibility', 'tags'];

function inCents(results: GradescopeResults, key: 'score' | 'max_score'): number {
  return results.tests.reduce((sum, test) => sum + Math.round(test[key] * 100), 0);
}

describe('Gradescope results', function () {
  this.timeout(60_000);

  it('have one test a group, and partial credit within it', () => {
    const {score, tests} = gradescopeResults(PLAIN);
    expect(score).to.equal(2);
    expect(tests.map(({number, name, score: points, max_score: most, status}) =>
      [number, name, points, most, status])).to.deep.equal([
      ['5.1', 'Lab 5 · §5.2 one vote a term', 2, 2, 'passed'],
      ['5.2', 'Lab 5 · §5.2 two candidates', 0, 1, 'failed'],
    ]);
    expect(tests[1]?.output).to.equal([
      'failed       0 of 1        two never win one term (3 of 5 seeds passed)',
      '    Election Safety is broken: S1 and S2 lead term 3.', '',
      '      S1  leader  t=120ms',
      '    Replay  npx flotilla replay 5-two-leaders-s4-v0.1.0',
    ].join('\n'));
  });

  it('say the points of each lab, and what was graded', () => {
    expect(gradescopeResults(PLAIN).output).to.equal([
      '2 of 3 points', '', 'Lab 5  Election  2 of 3', '',
      'Graded by Flotilla 0.1.0: 1 file, SHA-256 aaaaaaaaaaaa.',
    ].join('\n'));
  });

  it('have only what Gradescope documents, in its types', () => {
    for (const each of [PLAIN, REFUSED, WHOLE, ...Object.values(HOSTILE).map(hostile)]) {
      const results = gradescopeResults(each);
      expect(KEYS).to.include.members(Object.keys(results));
      expect(results.score).to.be.a('number');
      for (const test of results.tests) {
        expect(Object.keys(test)).to.have.members(TEST_KEYS);
        expect(test.number).to.match(/^\d+[a-z]?\.\d+$/);
        expect(test.visibility).to.match(/^(visible|hidden|after_due_date|after_published)$/);
      }
    }
  });

  it('add up to the points of each lab, whatever they were shared over', () => {
    const points = fc.record({weight: fc.integer({min: 1, max: 40}), passed: fc.boolean(),
      group: fc.integer({min: 0, max: 6})});
    fc.assert(fc.property(fc.array(points, {minLength: 1, maxLength: 60}), rows => {
      const all = rows.reduce((sum, {weight}) => sum + weight, 0);
      const scenarios = rows.map(({weight, passed, group}, n) => {
        const most = Math.round(20 * weight / all * 10_000) / 10_000;
        const change = {name: `s${n}`, group: `group ${group}`, pointsMost: most};
        return passed ? scenario({...change, points: most}) : failed(change);
      });
      const results = gradescopeResults(grade([lab(scenarios, {pointsMost: 20})]));
      expect(inCents(results, 'score')).to.equal(Math.round(results.score * 100));
      expect(inCents(results, 'max_score')).to.equal(2000);
      for (const test of results.tests) {
        expect(test.score).to.be.within(0, test.max_score);
        if (test.status === 'passed') expect(test.max_score - test.score).to.be.at.most(0.011);
      }
    }), {seed: 1, numRuns: 300});
  });

  it('count what the policy made of it: late days, an override', () => {
    const late = {...WHOLE.late[0]!, points: 0.5};
    const {override, refused, ...rest} = WHOLE;
    void override, refused;
    const results = gradescopeResults({...allVisible(rest), late: [late], total: 0});
    expect(results.score).to.equal(0);
    expect(inCents(results, 'score')).to.equal(100);
    expect(results.output).to.include('Lab 7: 2 days late, 1 of them free; 0.5 points off')
      .and.to.include('1 type error: 0.5 points off')
      .and.to.include('with earlier labs stood in (with your own: 1)');

    const set = gradescopeResults({...PLAIN, total: 15, override: {points: 15, why: 'a reason'}});
    expect(set.score).to.equal(15);
    expect(set.output).to.match(/^Your instructor has set 15 points: a reason\n/);
  });

  it('tell no points while a test is hidden', () => {
    for (const visibility of ['hidden', 'after_due_date', 'after_published'] as const) {
      const results = gradescopeResults({
        ...grade([lab([scenario(), failed({visibility, isHidden: true})])]),
        total: 77, override: {points: 77, why: 'a reason'},
      });
      expect(results.output).to.include('Points are told later').and.not.include('77');
      expect(results.output).to.not.match(/\d points| of \d/);
      expect(results.tests.map(test => test.visibility)).to.deep.equal(['visible', visibility]);
    }
  });

  it('tell why a submission was refused, and that the grader failed', () => {
    const refused = gradescopeResults(REFUSED);
    expect([refused.score, refused.tests]).to.deep.equal([0, []]);
    expect(refused.output).to.equal('Nothing was graded: skeleton/log.ts is a link.');

    const broken = gradescopeFailure('Error: \u001b[31mdisk full');
    expect(broken.score).to.equal(0);
    expect(broken.output).to.include('This is not your fault').and.to.match(/Error: disk full$/);
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`hold ${name} as text`, () => {
      const results = gradescopeResults(hostile(text));
      const written = JSON.stringify(results);
      expect(JSON.parse(written)).to.deep.equal(results);
      expect(written).to.not.match(/\\u(00[01]|d[89a-f]|202[89a-e])/i);
      expect(written.length).to.be.lessThan(120_000);
      expect([results.output_format, results.test_output_format, results.test_name_format])
        .to.deep.equal(['text', 'text', 'text']);
      expect(results.tests.every(test => !test.name.includes('\n'))).to.equal(true);
    });
  }

  it('stay below a megabyte when three hundred tests fail at length', () => {
    const many = Array.from({length: 300}, (_, n) => failed({
      name: `s${n}`, group: `group ${n}`, text: 'line of text\n'.repeat(2_000),
    }));
    expect(JSON.stringify(gradescopeResults(grade([lab(many)]))).length).to.be.lessThan(1_000_000);
  });
});

function allVisible(each: Grade): Grade {
  return {...each, labs: each.labs.map(one => ({
    ...one, scenarios: one.scenarios.map(each => ({...each, visibility: 'visible' as const})),
  }))};
}
