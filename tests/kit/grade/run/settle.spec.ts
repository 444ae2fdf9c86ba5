/** What counts in the end: scaled points, late days, type errors, an instructor's word. */
import {expect} from 'chai';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {LatePolicy, Policy} from '../../../../harness/grade/policy';
import {settle} from '../../../../harness/grade/run/settle';
import type {Settled} from '../../../../harness/grade/run/settle';
import {madeLab} from './made-grades';

const DUE = '2026-11-10T23:59:00+01:00';
const LATE: LatePolicy = {daysFree: 0, penaltyPerDay: 0.1, daysMost: 5, graceMinutes: 0};

const asked = [1, 2, 3].map(number => ({number, points: 10}));

function settled(
  policy: Partial<Policy>, submittedAt?: string, labs = [madeLab(1), madeLab(2, 5), madeLab(3, 0)],
): Settled {
  const found = {submission: 'kim', labs, asked, typeErrors: ['a', 'b', 'c']};
  return settle(found, {...DEFAULT_POLICY, ...policy}, submittedAt);
}

/** Minutes after it was due. */
function after(minutes: number): string {
  return new Date(Date.parse(DUE) + minutes * 60_000).toISOString();
}

const DAY = 24 * 60;

describe('settling', () => {
  it('adds up, and by default nothing is taken off', () => {
    const {points, pointsMost, total, late, typePenalty} = settled({}, after(99 * DAY));
    expect([points, pointsMost, total, late, typePenalty]).to.deep.equal([15, 30, 15, [], 0]);
  });

  it('stretches a lab to what it is worth, and everything in it', () => {
    const {labs, points, pointsMost} = settled({labs: {1: {points: 30}, 2: {points: 4}}});
    expect(labs.map(lab => [lab.points, lab.ownPoints, lab.pointsMost]))
      .to.deep.equal([[30, 30, 30], [2, 2, 4], [0, 0, 10]]);
    expect(labs[1]?.scenarios[0]).to.include({points: 2, pointsMost: 4});
    expect([points, pointsMost]).to.deep.equal([32, 44]);
  });

  it('changes nothing of what is settled already', () => {
    const policy = {labs: {1: {points: 33, due: DUE}, 2: {points: 7}}, late: LATE};
    const once = settled(policy, after(DAY));
    expect(settled(policy, after(DAY), [...once.labs])).to.deep.equal(once);
  });

  const CASES: readonly {
    readonly when: string; readonly minutes: number; readonly late?: Partial<LatePolicy>;
    readonly days: number; readonly costs: number;
  }[] = [
    {when: 'to the minute', minutes: 0, days: 0, costs: 0},
    {when: 'a minute late', minutes: 1, days: 1, costs: 1},
    {when: 'a day late', minutes: DAY, days: 1, costs: 1},
    {when: 'a day and a minute late', minutes: DAY + 1, days: 2, costs: 2},
    {when: 'within the grace', minutes: 15, late: {graceMinutes: 15}, days: 0, costs: 0},
    {when: 'beyond the grace', minutes: 16, late: {graceMinutes: 15}, days: 1, costs: 1},
    {when: 'with enough free days', minutes: 2 * DAY, late: {daysFree: 2}, days: 2, costs: 0},
    {when: 'with a free day', minutes: 2 * DAY, late: {daysFree: 1}, days: 2, costs: 1},
    {when: 'on the last day', minutes: 5 * DAY, days: 5, costs: 5},
    {when: 'after the last day', minutes: 5 * DAY + 1, days: 6, costs: 10},
    {when: 'after it, free days or not', minutes: 6 * DAY, late: {daysFree: 9}, days: 6, costs: 10},
    {when: 'at a price beyond all', minutes: 3 * DAY, late: {penaltyPerDay: 0.5}, days: 3,
      costs: 10},
  ];
  for (const {when, minutes, late, days, costs} of CASES) {
    it(`of a lab handed in ${when} takes off ${costs}`, () => {
      const policy = {labs: {1: {due: DUE}}, late: {...LATE, ...late}};
      const result = settled(policy, after(minutes));
      expect(result.late.map(({lab, daysLate, points}) => [lab, daysLate, points]))
        .to.deep.equal(days === 0 ? [] : [[1, days, costs]]);
      expect(result.total).to.equal(15 - costs);
    });
  }

  it('uses free days up in the order of labs, and none on a lab without points', () => {
    const due = {due: DUE};
    const labs = [madeLab(1, 0), madeLab(2), madeLab(3)];
    const {late} = settled({labs: {1: due, 2: due, 3: due}, late: {...LATE, daysFree: 3}},
      after(2 * DAY), labs);
    expect(late.map(one => [one.lab, one.daysFree, one.points]))
      .to.deep.equal([[1, 0, 0], [2, 2, 0], [3, 1, 1]]);
  });

  it('counts excused days first, and not towards the last day', () => {
    const policy = {
      labs: {1: {due: DUE}}, late: {...LATE, daysFree: 1}, students: {kim: {excusedDays: 4}},
    };
    const {late} = settled(policy, after(9 * DAY));
    expect(late[0]).to.include({daysLate: 9, daysFree: 5, points: 4});
    expect(late[0]).to.not.have.property('daysMost');
    expect(settled(policy, after(10 * DAY)).late[0])
      .to.include({daysFree: 0, points: 10, daysMost: 5});
  });

  it('takes a share of what the lab is worth, never more than it has, and never below 0', () => {
    const policy = {labs: {2: {due: DUE, points: 20}}, late: {...LATE, penaltyPerDay: 0.2}};
    expect(settled(policy, after(2 * DAY)).late[0]).to.include({points: 8});
    expect(settled(policy, after(4 * DAY)).late[0]).to.include({points: 10});
    expect(settled({typeErrors: {each: 50, most: 100}}).total).to.equal(0);
  });

  it('charges for type errors up to the most', () => {
    expect(settled({typeErrors: {each: 0.5, most: 5}})).to.include({typePenalty: 1.5, total: 13.5});
    expect(settled({typeErrors: {each: 3, most: 5}})).to.include({typePenalty: 5, total: 10});
  });

  it('has an instructor\'s word count instead of all', () => {
    const override = {points: 12.5, why: 'the laptop burnt'};
    const result = settled({
      labs: {1: {due: DUE}}, late: LATE, students: {kim: {override}},
    }, after(3 * DAY));
    expect(result).to.deep.include({override, total: 12.5, points: 15});
  });
});
