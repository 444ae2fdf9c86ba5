/** The numbers of a class: bars, medians, and which claims fail most. */
import {expect} from 'chai';
import {
  barsOf, failedClaims, labFigures, medianOf, talkingPoints,
} from '../../../../harness/grade/html/class-figures';
import {MISTAKES, gradeFor} from './sample-class';
import type {Mistake} from './sample-class';
import {sampleClass} from './sample-students';

const grade = (submission: string, labs: number, ...mistakes: readonly Mistake[]) => (
  gradeFor({submission, labs, mistakes})
);

describe('bars', () => {
  it('keep nothing and everything apart from what is between', () => {
    expect(barsOf([0, 0.001, 0.199, 0.2, 0.5, 0.999, 1, 1], 5)).to.deep.equal([
      {label: '0', count: 1}, {label: '1–19', count: 2}, {label: '20–39', count: 1},
      {label: '40–59', count: 1}, {label: '60–79', count: 0}, {label: '80–99', count: 1},
      {label: 'all', count: 2},
    ]);
  });

  it('count everybody once', () => {
    for (let share = 0; share <= 1; share += 1 / 64) {
      expect(barsOf([share], 5).reduce((sum, {count}) => sum + count, 0)).to.equal(1);
    }
  });
});

describe('a median', () => {
  it('is the middle one, or between the middle two', () => {
    expect(medianOf([9, 1, 5])).to.equal(5);
    expect(medianOf([4, 1, 2, 100])).to.equal(3);
    expect(medianOf([7])).to.equal(7);
    expect(medianOf([])).to.equal(0);
  });
});

describe('figures of a lab', () => {
  it('count who has all and who has not begun, and not at all who was not graded', () => {
    const refused = {...grade('refused', 0), labs: [], refused: 'a bomb'};
    const figures = labFigures([
      grade('a', 7), grade('b', 7, MISTAKES.counts), grade('c', 3), refused,
    ]);
    expect(figures.map(({lab}) => lab.lab)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(figures[3]).to.deep.include({full: 1, notBegun: 1, points: [10, 5, 0], median: 5});
    expect(figures[0]).to.deep.include({full: 3, notBegun: 0, points: [8, 8, 8]});
  });
});

describe('the most failed claims', () => {
  const claims = failedClaims([
    grade('a', 7, MISTAKES.counts), grade('b', 7, MISTAKES.counts, MISTAKES.votes),
    grade('c', 7, MISTAKES.votes), grade('d', 7, MISTAKES.counts), grade('e', 3),
    grade('f', 7, MISTAKES.throws), grade('g', 7, MISTAKES.slip),
  ]);
  const find = (title: string) => claims.find(claim => claim.title === title);

  it('count a submission once a table, however many of its rows it breaks', () => {
    expect(find('only its own term counts')).to.deep.include({
      lab: 4, section: '§5.4.2', broke: [0, 1, 3], brokeOff: [], tried: 6,
      row: 'term 2 on a majority in term 4, Figure 8 (c)',
    });
  });

  it('begin with what most broke', () => {
    const counts = claims.map(({broke}) => broke.length);
    expect(counts).to.deep.equal([...counts].sort((a, b) => b - a));
    expect(counts[0]).to.equal(3);
  });

  it('keep code that threw apart from a broken claim', () => {
    expect(find('a majority commits')).to.deep.include({broke: [], brokeOff: [5]});
    expect(find('a server votes once in a term')).to.deep.include({broke: [1, 2], brokeOff: [5]});
    expect(find('a server votes once in a term')?.example).to.equal(MISTAKES.votes.reason);
  });

  it('are told together where the same submissions broke them', () => {
    const [point, ...rest] = talkingPoints(claims);
    expect(point?.title).to.equal('only its own term counts');
    expect(point?.also.map(({title}) => title)).to.deep.equal([
      'term 4 does not commit an entry of term 2 by counting',
      'five servers keep every property of Figure 3',
    ]);
    const all = [point!, ...rest].flatMap(one => [one, ...one.also]).map(({title}) => title);
    expect(all.sort()).to.deep.equal(claims.map(({title}) => title).sort());
  });

  it('do not count what is not written, nor slips of the grader', () => {
    expect(find('clients see one store, whatever fails')).to.equal(undefined);
    const titles = failedClaims(sampleClass()).map(({title}) => title);
    expect(titles).to.not.include('inputs are taken one at a time');
  });
});
