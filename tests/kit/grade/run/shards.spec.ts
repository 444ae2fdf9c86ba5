/** How a class is split, and what job engines say of it. */
import {expect} from 'chai';
import {parseShard, shardFrom, shareOf} from '../../../../harness/grade/run/shards';

const NAMES = Array.from({length: 103}, (_, n) => `student-${n}`);

describe('a shard', () => {
  it('with its siblings has everybody once, and none has two more than another', () => {
    for (const count of [1, 2, 5, 40, 200]) {
      const shares = Array.from({length: count}, (_, n) => shareOf(NAMES, {index: n + 1, count}));
      expect(shares.flat().sort()).to.deep.equal([...NAMES].sort());
      const sizes = shares.map(({length}) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).to.be.lessThan(2);
    }
  });

  it('is the same whatever order the names come in, and mixes neighbours', () => {
    const shard = {index: 2, count: 4};
    const share = shareOf(NAMES, shard);
    expect([...shareOf([...NAMES].reverse(), shard)].sort()).to.deep.equal([...share].sort());
    const neighbours = share.filter((name, n) =>
      n > 0 && NAMES.indexOf(name) === NAMES.indexOf(share[n - 1] ?? '') + 4);
    expect(neighbours.length).to.be.lessThan(share.length - 1);
  });

  it('is i of n, from 1', () => {
    expect(parseShard('2/5')).to.deep.equal({index: 2, count: 5});
    for (const text of ['0/5', '6/5', '2', '2/0', 'a/b', '1/5/7', '-1/5', '1/20000', '1.5/2']) {
      expect(() => parseShard(text), text).to.throw(/--shard takes i\/n/);
    }
  });

  const ENGINES: readonly (readonly [Record<string, string>, object | undefined | RegExp])[] = [
    [{}, undefined],
    [{FLOTILLA_SHARD: '3/4'}, {index: 3, count: 4}],
    [{FLOTILLA_SHARD: '3'}, /^FLOTILLA_SHARD takes i\/n, such as 2\/5 .* not "3"$/],
    [{FLOTILLA_SHARD: ''}, undefined],
    [{SLURM_ARRAY_TASK_ID: 'x', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_COUNT: '5'},
      /^SLURM_ARRAY_TASK_ID, _MIN and _COUNT come to "NaN\/5", which is no shard/],
    [{SLURM_ARRAY_TASK_ID: '0', SLURM_ARRAY_TASK_MIN: '0', SLURM_ARRAY_TASK_MAX: '3',
      SLURM_ARRAY_TASK_COUNT: '4'}, {index: 1, count: 4}],
    [{SLURM_ARRAY_TASK_ID: '8', SLURM_ARRAY_TASK_MIN: '5', SLURM_ARRAY_TASK_MAX: '8',
      SLURM_ARRAY_TASK_COUNT: '4'}, {index: 4, count: 4}],
    [{SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_MAX: '9',
      SLURM_ARRAY_TASK_COUNT: '5'}, /has gaps/],
    [{SLURM_ARRAY_TASK_ID: '3'}, /_MIN and _COUNT/],
    [{JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '5'}, {index: 1, count: 5}],
    [{JOB_COMPLETION_INDEX: '4', JOB_COMPLETIONS: '5'}, {index: 5, count: 5}],
    [{JOB_COMPLETION_INDEX: '5', JOB_COMPLETIONS: '5'},
      /^JOB_COMPLETION_INDEX and JOB_COMPLETIONS come to "6\/5", which is no shard/],
    [{JOB_COMPLETION_INDEX: '0'}, /JOB_COMPLETIONS/],
  ];
  for (const [environment, shard] of ENGINES) {
    it(`by ${JSON.stringify(environment)}`, () => {
      if (shard instanceof RegExp) expect(() => shardFrom(environment)).to.throw(shard);
      else expect(shardFrom(environment)).to.deep.equal(shard);
    });
  }
});
