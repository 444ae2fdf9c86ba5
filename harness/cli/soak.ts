/**
 * `flotilla soak`: every random world of the labs on many seeds.
 *
 * Promises: stops at the first seed of a scenario that fails and prints its replay token.
 * Read next: scenario/results.ts.
 */
import {InProcessHost} from '../host/in-process-host';
import {Watchdog} from '../host/watchdog';
import {findAllNamed} from '../scenario/labs';
import {registry} from '../scenario/registry';
import {resultOf} from '../scenario/results';
import {findSubject} from '../scenario/subject';
import {replayCommandFor} from '../scenario/token';
import {leave} from './leave';
import {seedsAsked} from './options';

export async function soakCommand(
  labsNamed: readonly string[], options: {readonly subject?: string; readonly seeds: string},
): Promise<void> {
  const subject = findSubject(options.subject);
  const named = findAllNamed(labsNamed);
  const seeds = seedsAsked(undefined, options.seeds);
  const host = new InProcessHost({watchdog: Watchdog.start()});
  process.stdout.write(`Subject: ${subject.name}\n`);
  let failed = 0;
  let passed = 0;
  for (const definition of named.flatMap(one => registry.scenariosNamed(one))) {
    if (definition.seeds.length < 2) continue;
    const result = await resultOf(definition, {subject, host, seeds});
    const {failure} = result.shown;
    if (result.verdict === 'passed') passed++;
    else failed++;
    const said = result.verdict === 'passed' ? 'ok  ' : 'FAIL';
    process.stdout.write(`${said}  lab ${definition.lab}  ${definition.title}  ` +
      `${result.seedsPassed} of ${result.seedsRun} seeds\n`);
    if (failure !== undefined) {
      process.stdout.write(`      ${failure.parts.claim}\n` +
        `      ${replayCommandFor(failure.token, failure.subject)}\n`);
    }
  }
  await host.close();
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  await leave(failed > 0 ? 1 : 0);
}
