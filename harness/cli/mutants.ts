/**
 * `flotilla mutants`: every broken variant against every scenario of its lab.
 *
 * Promises: prints which scenarios catch which mistake, and names scenarios that catch none: they
 * have no reason to exist. Exit 1 if a variant gets through.
 * Read next: tests/kit/mutants/mutant.ts.
 */
import path from 'node:path';
import {InProcessHost} from '../host/in-process-host';
import {root} from '../host/register.js';
import {Watchdog} from '../host/watchdog';
import {allLabs, findLab} from '../scenario/labs';
import type {Lab} from '../scenario/labs';
import {registry} from '../scenario/registry';
import {resultOf} from '../scenario/results';
import type {Subject} from '../scenario/subject';
import {leave} from './leave';

/** As far as this command knows them: they live with the tests that use them. */
interface KnownMutant {
  readonly id: string;
  readonly lab: number;
}
interface MutantFolder {
  allMutants(): readonly KnownMutant[];
  layOver(mutant: KnownMutant): Subject;
}

export async function mutantsCommand(labsNamed: readonly string[]): Promise<void> {
  const labs = labsNamed.length === 0 ? allLabs() : labsNamed.map(findLab);
  const folder = require(path.join(root, 'tests/kit/mutants/lay-over.ts')) as MutantFolder;
  const host = new InProcessHost({watchdog: Watchdog.start()});
  let through = 0;
  for (const lab of labs) through += await runLab(lab, folder, host);
  await host.close();
  await leave(through > 0 ? 1 : 0);
}

/** How many variants of a lab no scenario catches. */
async function runLab(lab: Lab, folder: MutantFolder, host: InProcessHost): Promise<number> {
  const mutants = folder.allMutants().filter(mutant => mutant.lab === lab.number);
  const scenarios = [...registry.scenariosOf(lab), ...registry.hiddenScenariosOf(lab)];
  const idle = new Set(scenarios.map(({name}) => name));
  let caught = 0;
  print(`Lab ${lab.number} · ${lab.name}: ${mutants.length} broken variants, ` +
    `${scenarios.length} scenarios`);
  for (const mutant of mutants) {
    const subject = folder.layOver(mutant);
    const by: string[] = [];
    for (const definition of scenarios) {
      const {verdict} = await resultOf(definition, {subject, host, explain: false});
      if (verdict !== 'passed') by.push(definition.name);
    }
    by.forEach(name => idle.delete(name));
    if (by.length > 0) caught++;
    print(`  ${by.length > 0 ? 'caught ' : 'THROUGH'}  ${mutant.id.padEnd(40)} ` +
      `${by.slice(0, 6).join(' ')}${by.length > 6 ? ` and ${by.length - 6} more` : ''}`);
  }
  print(`  ${caught} of ${mutants.length} caught`);
  if (idle.size > 0) print(`  scenarios that catch nothing: ${[...idle].join(' ')}`);
  return mutants.length - caught;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
