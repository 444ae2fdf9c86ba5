/** What a student may see of a grade, and what cannot be worked out from it. */
import {expect} from 'chai';
import {AT_ONCE, feedbackOf, revealed} from '../../../../harness/grade/feedback';
import type {Grade, ScenarioGrade} from '../../../../harness/grade/grade';
import type {Reveal, Visibility} from '../../../../harness/grade/policy';
import {madeGrade, madeLab, madeScenario} from '../run/made-grades';

const FAILED: Partial<ScenarioGrade> = {
  points: 0, verdict: 'failed', seedsRun: 3, seedsPassed: 2, seedFailed: 7, cause: 'rule',
  reason: 'the reason', token: '5-figure-8-s7-v0.1.0', picture: '<svg></svg>',
  text: 'the text\nReplay  npx flotilla replay x\n  at tests/hidden/5-a.spec.ts:3\nend',
};

function told(reveal: Reveal, isHidden = false): ScenarioGrade {
  const scenario = madeScenario({...FAILED, reveal, isHidden, title: 'the title'});
  const grade = madeGrade('kim', {labs: [{...madeLab(5, 0), scenarios: [scenario]}]});
  return revealed(grade).labs[0]!.scenarios[0]!;
}

describe('feedback', () => {
  it('in full is everything', () => {
    expect(told('full')).to.deep.equal(madeScenario({...FAILED, title: 'the title'}));
  });

  it('of a claim has the reason and the token, but no text and no picture', () => {
    const scenario = told('claim');
    expect(scenario).to.include({reason: 'the reason', token: FAILED.token, cause: 'rule'});
    expect(scenario).to.not.have.any.keys('text', 'picture');
  });

  it('of nothing has the verdict, and not how many seeds passed', () => {
    const scenario = told('nothing');
    expect(scenario).to.include({verdict: 'failed', title: 'the title', seedsRun: 1,
      seedsPassed: 0});
    expect(scenario).to.not.have.any.keys('text', 'picture', 'reason', 'token', 'cause',
      'seedFailed');
  });

  it('on a hidden test never has its source or a token', () => {
    const full = told('full', true);
    expect(full.text).to.equal('the text\nend');
    expect(full).to.not.have.any.keys('token', 'seedFailed');
    expect(told('claim', true)).to.not.have.any.keys('token', 'seedFailed', 'text', 'picture');
    const nothing = JSON.stringify(told('nothing', true));
    expect(nothing).to.not.match(/title"?:"the title|figure|Figure|§/);
    expect(told('nothing', true).title).to.equal('hidden test 1');
  });

  it('says of a slip of the grader\'s only that there was one', () => {
    const [slip] = revealed(madeGrade('kim', {slips: ['Error: /srv/kit/harness/x.ts']})).slips;
    expect(slip).to.match(/the grader itself failed/).and.not.match(/srv/);
  });

  /** Two tests of 10 points: one that is seen, and one with this visibility. */
  function withOther(visibility: Visibility, points: number): Grade {
    return madeGrade('kim', {
      total: 10 + points - 1.5, typePenalty: 1.5,
      labs: [{...madeLab(5, 10 + points, 20), standInPoints: 3, scenarios: [
        madeScenario(), madeScenario({name: 'other', points, visibility}),
      ]}],
    });
  }

  it('leaves out what stays hidden, and its points cannot be worked out', () => {
    const [won, lost] = [10, 0].map(points => feedbackOf(withOther('hidden', points)));
    expect(won).to.deep.equal(lost);
    expect(won?.labs[0]?.scenarios).to.have.length(1);
    expect(won).to.include({points: 10, pointsMost: 10, total: 8.5});
    const late = {lab: 5, submittedAt: 'x', dueAt: 'y', daysLate: 9, daysFree: 0};
    const [all, some] = [10, 0].map(points => feedbackOf({
      ...withOther('hidden', points), late: [{...late, points: 10 + points}], total: 0,
    }));
    expect(all).to.deep.equal(some);
  });

  it('shows what is published in the end, but not at once', () => {
    const grade = withOther('after_published', 10);
    expect(feedbackOf(grade)).to.deep.equal(grade);
    expect(feedbackOf(grade, AT_ONCE).labs[0]?.scenarios).to.have.length(1);
    expect(revealed(withOther('hidden', 10)).labs[0]?.scenarios).to.have.length(2);
  });
});
