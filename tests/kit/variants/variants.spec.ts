/**
 * What is correct but written differently passes: a check never demands one style.
 *
 * Each folder `N-lab/variant/` holds whole files that replace those of the reference. They are run
 * through every scenario of their lab and of the later labs. SEEDS=200 tries random worlds on as
 * many seeds instead of their own.
 * Read next: ../mutants/mutants.spec.ts, the other side: what is wrong does not pass.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import {InProcessHost} from '../../../harness/host/in-process-host';
import {root} from '../../../harness/host/register.js';
import {Watchdog} from '../../../harness/host/watchdog';
import {seedsUpTo} from '../../../harness/scenario';
import {allLabs, folderOf} from '../../../harness/scenario/labs';
import type {Lab} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';
import {resultOf} from '../../../harness/scenario/results';
import type {ResultOptions} from '../../../harness/scenario/results';
import type {Subject} from '../../../harness/scenario/subject';
import {variantsOf} from './all-variants';

/** A variant passes some hundred scenarios, some of them on many seeds. */
const LIMIT_MS = 120_000;

const reference = path.join(root, 'reference');

describe('correct variants', () => {
  const host = new InProcessHost({watchdog: Watchdog.start()});
  after(() => host.close());

  for (const lab of allLabs()) {
    describe(`of lab ${lab.number}`, () => {
      for (const variant of variantsOf(lab)) {
        it(`${variant.name} passes this lab and all later ones`, async () => {
          expectDifferentFiles(variant, lab);
          expect(await failuresOf(variant, lab, host)).to.deep.equal([]);
        }).timeout(LIMIT_MS);
      }
    });
  }
});

/** A file under another name, or equal to the reference's, would be a variant of nothing. */
function expectDifferentFiles({name, overlay}: Subject, lab: Lab): void {
  const files = Object.entries(overlay ?? {});
  expect(files, `${name} is empty`).to.not.deep.equal([]);
  for (const [file, source] of files) {
    expect(lab.files.map(known => known.file), `a file of lab ${lab.number}`).to.include(file);
    const text = fs.readFileSync(source, 'utf8');
    expect(text, file).to.not.equal(fs.readFileSync(path.join(reference, file), 'utf8'));
  }
}

/** One line for each scenario that does not pass: what it is called, and its claim. */
async function failuresOf(
  subject: Subject, first: Lab, host: InProcessHost,
): Promise<readonly string[]> {
  const seeds = Number(process.env['SEEDS'] ?? 0);
  const options: ResultOptions = {subject, host, ...(seeds > 0 ? {seeds: seedsUpTo(seeds)} : {})};
  const failures: string[] = [];
  for (const lab of allLabs().filter(({number}) => number >= first.number)) {
    for (const definition of [...registry.scenariosOf(lab), ...registry.hiddenScenariosOf(lab)]) {
      const {verdict, shown, title} = await resultOf(definition, options);
      if (verdict === 'passed') continue;
      failures.push(`${folderOf(lab)} ${definition.name}: ${title}\n` +
        `${verdict}, seed ${shown.seed}: ${shown.failure?.parts.claim ?? ''}`);
    }
  }
  return failures;
}
