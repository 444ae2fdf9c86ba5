/** Moments and late days as people read them. */
import {expect} from 'chai';
import {datesInWords, daysInWords, momentInWords} from '../../../../harness/grade/lateness';

describe('a moment in words', () => {
  for (const [iso, like, says] of [
    ['2026-11-21T02:14:00.000Z', undefined, '21 November 2026, 02:14 UTC'],
    ['2026-11-21T02:14:07.900Z', undefined, '21 November 2026, 02:14:07 UTC'],
    ['2026-11-30T23:59+01:00', undefined, '30 November 2026, 23:59 UTC+01:00'],
    ['2026-01-01T00:30:00-03:30', undefined, '1 January 2026, 00:30 UTC-03:30'],
    ['2026-11-30T23:59:59-0800', undefined, '30 November 2026, 23:59:59 UTC-08:00'],
    ['2026-12-31T23:30:00Z', '2026-11-30T23:59:00+05:45', '1 January 2027, 05:15 UTC+05:45'],
    ['2026-12-31T23:30:00Z', 'some day', '31 December 2026, 23:30 UTC'],
    ['2026-11-30', undefined, '2026-11-30'],
    ['never', '2026-11-30T23:59:00Z', 'never'],
  ] as const) {
    it(`is ${says} for ${iso}${like === undefined ? '' : ` by the clock of ${like}`}`, () => {
      expect(momentInWords(iso, like)).to.equal(says);
    });
  }
});

describe('lateness in words', () => {
  const LATE = {
    lab: 3, submittedAt: '2026-11-16T01:12:00Z', dueAt: '2026-11-14T23:59:00+01:00', daysLate: 2,
    daysFree: 0, points: 2,
  };

  it('counts the days, those that were free, and says when a lab is worth nothing', () => {
    expect(daysInWords({...LATE, daysLate: 1})).to.equal('1 day late');
    expect(daysInWords({...LATE, daysFree: 1})).to.equal('2 days late, 1 of them free');
    expect(daysInWords({...LATE, daysMost: 1})).to.equal(
      '2 days late; later than 1 day (excused ones apart) a lab is worth nothing');
  });

  it('tells both dates by the clock of the course', () => {
    expect(datesInWords(LATE)).to.equal('handed in 16 November 2026, 02:12 UTC+01:00, ' +
      'due 14 November 2026, 23:59 UTC+01:00');
  });
});
