/**
 * Whatever a process says, a run ends with a verdict: never a slip of the kit, never an exception.
 */
import {expect} from 'chai';
import {failurePicture} from '../../../harness/grade/html/failure-picture';
import {PLAIN} from '../../../harness/report/look';
import {renderFailure} from '../../../harness/report/render-failure';
import type {ScenarioDefinition} from '../../../harness/scenario/definition';
import {allLabs} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';
import {resultFrom} from '../../../harness/scenario/results';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import {Chance} from '../../../harness/world/chance';
import {OddHost} from './odd-effects';

const RATES = [0.5, 0.1, 0.02];
/** One scenario in so many: the kit's tests have other things to do. */
const ONE_IN = 7;
const LIMIT_MS = 60_000;

const subject = findSubject('reference');

/** The kit's own slip in one run, or undefined if there is none. */
async function slipIn(definition: ScenarioDefinition, n: number): Promise<string | undefined> {
  const chance = new Chance(n, 'odd effects');
  const host = new OddHost(chance, chance.pick(RATES));
  const run = await runSeed(definition, {subject, host, seed: definition.seeds[0]!});
  const result = await resultFrom(definition, [run], {subject, host, explain: false});
  await host.close();
  const {failure} = result.shown;
  if (failure === undefined) return undefined;
  renderFailure(result, PLAIN);
  failurePicture(result);
  const {kind, claim, stack = []} = failure.parts;
  return kind === 'kit' ? [definition.name, claim, ...stack].join('\n  ') : undefined;
}

describe('odd effects', function oddEffects() {
  this.timeout(LIMIT_MS);

  // Lab 1 has the tests of students, which nobody here has written.
  for (const lab of allLabs().filter(({number}) => number > 1)) {
    it(`are never taken for a bug in the kit: lab ${lab.number}`, async () => {
      const all = [...registry.scenariosOf(lab), ...registry.hiddenScenariosOf(lab)];
      const slips: (string | undefined)[] = [];
      for (const [n, definition] of all.entries()) {
        if (n % ONE_IN === lab.number % ONE_IN) slips.push(await slipIn(definition, n));
      }
      expect(slips.length).to.be.greaterThan(3);
      expect(slips.filter(slip => slip !== undefined)).to.deep.equal([]);
    });
  }
});
