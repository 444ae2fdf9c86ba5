/** Long histories, right by construction, then wrong by construction. Read next: bounds.spec.ts. */
import {expect} from 'chai';
import {checkLinearizable} from '../../../harness/linearizability/check';
import {kvModel} from '../../../harness/linearizability/kv-model';
import {generateHistory} from './generated-history';
import type {Shape} from './generated-history';
import type {Spoil} from './spoiled-history';
import {
  foundNothing, neverWritten, oddLength, seenTwice, staleRead,
} from './spoiled-history';

interface Row extends Shape {
  readonly seeds: number;
  /** What the check of a right history may cost. */
  readonly stepsAtMost: number;
}

const SHAPES: readonly Row[] = [
  {operations: 150, clients: 3, keys: 1, seeds: 40, stepsAtMost: 5_000},
  {operations: 150, clients: 5, keys: 1, unknowns: 6, seeds: 40, stepsAtMost: 200_000},
  {operations: 200, clients: 10, keys: 4, unknowns: 5, seeds: 20, stepsAtMost: 50_000},
  {operations: 200, clients: 15, keys: 1, seeds: 10, stepsAtMost: 500_000},
  {operations: 2_000, clients: 50, keys: 10, seeds: 5, stepsAtMost: 200_000},
  {operations: 2_000, clients: 50, keys: 10, unknowns: 3, seeds: 5, stepsAtMost: 500_000},
];

const SPOILS: Readonly<Record<string, Spoil>> = {
  'a value nobody wrote': neverWritten, 'a length that cannot be': oddLength,
  'a value seen twice': seenTwice, 'a stale read': staleRead,
  'a compare-and-set of what was never there': foundNothing,
};

function nameOf({operations, clients, keys, unknowns = 0}: Shape): string {
  const lost = unknowns === 0 ? '' : `, ${unknowns} of 100 outcomes unknown`;
  return `${operations} operations, ${clients} clients, ${keys} keys${lost}`;
}

describe('a long random history', () => {
  for (const {seeds, stepsAtMost, ...shape} of SHAPES) {
    it(`is linearizable: ${nameOf(shape)}`, () => {
      for (let seed = 1; seed <= seeds; seed++) {
        const {verdict, steps} = checkLinearizable(kvModel, generateHistory(shape, seed));
        expect(verdict, `seed ${seed}`).to.equal('ok');
        expect(steps, `seed ${seed}`).to.be.at.most(stepsAtMost);
      }
    }).timeout(20_000);

    for (const [what, spoil] of Object.entries(SPOILS)) {
      it(`is not, with ${what}: ${nameOf(shape)}`, () => {
        for (let seed = 1; seed <= Math.ceil(seeds / 5); seed++) {
          const history = spoil(generateHistory(shape, seed));
          expect(checkLinearizable(kvModel, history).verdict, `seed ${seed}`)
            .to.equal('violation');
        }
      }).timeout(20_000);
    }
  }

  it('is the same for the same seed', () => {
    const shape = {operations: 100, clients: 5, keys: 3, unknowns: 10};

    expect(generateHistory(shape, 3)).to.deep.equal(generateHistory(shape, 3));
    expect(generateHistory(shape, 3)).to.not.deep.equal(generateHistory(shape, 4));
  });
});
