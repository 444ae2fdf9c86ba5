/** What journals amount to: the newest counts, lab by lab, settled by the newest policy. */
import {expect} from 'chai';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {Policy} from '../../../../harness/grade/policy';
import {keysDone, standingOf} from '../../../../harness/grade/run/standing';
import {madeGrade, madeLab, madeLine, madeRun, runBy} from './made-grades';

const kim = madeGrade('kim', {labs: [madeLab(1), madeLab(2, 4)]});

describe('the standing of a class', () => {
  it('has the newest grade of each, in the order of names, and knows who is absent', () => {
    const better = madeGrade('kim', {labs: [madeLab(1), madeLab(2, 6)], digest: 'new bytes'});
    const {grades, absent} = standingOf(madeRun(['lee', 'max', 'kim']), [
      madeLine(kim), madeLine(madeGrade('lee')), madeLine(better), madeLine(madeGrade('gone')),
    ]);
    expect(grades).to.deep.equal([better, madeGrade('lee')]);
    expect(absent).to.deep.equal(['max']);
  });

  it('takes a lab that was graded again, and the others as they were', () => {
    const again = madeGrade('kim', {digest: kim.digest, labs: [madeLab(2, 9)]});
    const {grades} = standingOf(madeRun(['kim']), [madeLine(kim), madeLine(again)]);
    expect(grades[0]?.labs.map(({lab, points}) => [lab, points])).to.deep.equal([[1, 10], [2, 9]]);
    expect(grades[0]).to.include({points: 19, pointsMost: 20, total: 19});
  });

  it('takes no lab from other bytes or another kit', () => {
    const other = madeGrade('kim', {digest: 'other bytes', labs: [madeLab(2, 9)]});
    const {grades} = standingOf(madeRun(['kim']), [madeLine(kim), madeLine(other)]);
    expect(grades[0]?.labs.map(({lab}) => lab)).to.deep.equal([2]);
    const old = standingOf(madeRun(['kim'], {kitDigest: 'code 2'}), [madeLine(kim)]);
    expect(old.others).to.deep.equal(['kim']);
    expect(old.grades).to.deep.equal([kim]);
  });

  it('settles dates, overrides and reveals by the newest policy, without a regrade', () => {
    const policy: Policy = {
      ...DEFAULT_POLICY, labs: {2: {due: '2026-11-01T00:00:00Z'}},
      late: {...DEFAULT_POLICY.late, penaltyPerDay: 0.2},
      reveal: {...DEFAULT_POLICY.reveal, scenarios: {'2-figure-8': 'claim'}},
      visibility: {...DEFAULT_POLICY.visibility, public: 'after_published'},
      students: {lee: {override: {points: 3, why: 'oral'}}},
    };
    const lines = [
      {...madeLine(kim), newestAt: '2026-11-01T12:00:00Z'}, madeLine(madeGrade('lee')),
    ];
    const [first, second] = standingOf(runBy(policy, ['kim', 'lee']), lines).grades;
    expect(first).to.deep.include({points: 14, total: 12});
    expect(first?.late[0]).to.include({lab: 2, daysLate: 1, points: 2});
    expect(first?.labs.map(lab => lab.scenarios[0]?.reveal)).to.deep.equal(['full', 'claim']);
    expect(first?.labs[0]?.scenarios[0]?.visibility).to.equal('after_published');
    expect(second).to.deep.include({total: 3, override: {points: 3, why: 'oral'}});
  });

  it('goes by the roster\'s times and names rather than by files\'', () => {
    const policy = {
      ...DEFAULT_POLICY, labs: {1: {due: '2026-11-01T00:00:00Z'}},
      late: {...DEFAULT_POLICY.late, penaltyPerDay: 0.2},
    };
    const run = {...runBy(policy, []), members: [
      {name: 'kim', student: {id: '17'}, submittedAt: '2026-10-31T00:00:00Z'},
    ]};
    const [grade] = standingOf(run, [{...madeLine(kim), newestAt: '2026-11-09T00:00:00Z'}]).grades;
    expect(grade).to.deep.include({student: {id: '17'}, late: [], total: 14});
  });

  it('knows what need not be graded again', () => {
    const line = madeLine(kim);
    expect(keysDone([line], [1, 2])).to.deep.equal([line.key]);
    expect(keysDone([line], [1, 2, 3])).to.deep.equal([]);
    const third = madeLine(madeGrade('kim', {digest: kim.digest, labs: [madeLab(3)]}));
    expect(keysDone([line, third], [1, 2, 3])).to.deep.equal([line.key]);
    const refused = madeLine(madeGrade('kim', {labs: [], refused: 'it is empty'}), {labs: [1]});
    expect(keysDone([refused], [1, 2, 3])).to.deep.equal([refused.key]);
    const slipped = madeLine(madeGrade('kim', {labs: [], slips: ['its worker ended']}));
    expect(keysDone([slipped], [1])).to.deep.equal([]);
  });
});
