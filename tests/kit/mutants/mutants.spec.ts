/**
 * Every broken variant is caught, by the scenarios it names, and for the right reason.
 *
 * UPDATE_GOLDENS=1 writes the golden texts anew; read them before committing.
 * Read next: mutant.ts.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {Watchdog} from '../../../harness/host/watchdog';
import {PLAIN} from '../../../harness/report/look';
import {renderFailure} from '../../../harness/report/render-failure';
import {allLabs} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';
import {resultOf} from '../../../harness/scenario/results';
import type {ScenarioResult} from '../../../harness/scenario/outcome';
import {allMutants, layOver} from './lay-over';
import type {Mutant} from './mutant';

const goldens = path.join(__dirname, 'golden');

/** A mutant that never ends is given up after a second of CPU time, once for each scenario. */
const LIMIT_MS = 60_000;

describe('broken variants', () => {
  const host = new InProcessHost({watchdog: Watchdog.start()});
  const mutants = allMutants();
  after(() => host.close());

  for (const lab of allLabs()) {
    describe(`of lab ${lab.number}`, () => {
      for (const mutant of mutants.filter(one => one.lab === lab.number)) {
        it(`${mutant.id}: ${mutant.mistake}`, async () => {
          expect(mutant.caughtBy, 'scenarios that catch it').to.not.deep.equal([]);
          for (const name of mutant.caughtBy) {
            const definition = registry.find(lab, name);
            const result = await resultOf(definition, {subject: layOver(mutant), host});
            expect(result.verdict, `${name} lets ${mutant.id} through`).to.equal('failed');
            expect(result.shown.failure?.parts.kind, 'a bug of the kit').not.to.equal('kit');
            expect(result.shown.failure?.parts.claim, name).to.match(mutant.says);
            if (mutant.golden === true && name === mutant.caughtBy[0]) expectGolden(mutant, result);
          }
        }).timeout(LIMIT_MS);
      }
    });
  }

  it('have names of their own in their lab, and so have their golden texts', () => {
    const names = mutants.map(({lab, id}) => `${lab} ${id}`);
    expect(new Set(names).size).to.equal(names.length);
    const golden = mutants.filter(mutant => mutant.golden === true).map(({id}) => id);
    expect(golden.length).to.be.at.least(10);
    expect(new Set(golden).size).to.equal(golden.length);
  });
});

function expectGolden(mutant: Mutant, result: ScenarioResult): void {
  const file = path.join(goldens, `${mutant.id}.txt`);
  const text = `${renderFailure(result, {...PLAIN, plain: false}).join('\n')}\n`;
  if (process.env['UPDATE_GOLDENS'] === '1') {
    fs.mkdirSync(goldens, {recursive: true});
    fs.writeFileSync(file, text);
  }
  expect(text).to.equal(fs.readFileSync(file, 'utf8'));
}
