/**
 * `flotilla replay <token>`: the failing world again, with every step.
 *
 * Promises: says whether the subject's code is still what it was when the token was printed: the
 * same code gives the same run, changed code the same faults in a new run.
 * Read next: scenario/token.ts.
 */
import {InProcessHost} from '../host/in-process-host';
import {Watchdog} from '../host/watchdog';
import {chooseLook} from '../report/look';
import {renderFailure} from '../report/render-failure';
import {renderTrace} from '../report/trace-columns';
import {findLab} from '../scenario/labs';
import type {ScenarioResult} from '../scenario/outcome';
import {registry} from '../scenario/registry';
import type {ScenarioDefinition} from '../scenario/definition';
import {describeScenario} from '../scenario/results';
import {runSeed} from '../scenario/run';
import {findSubject} from '../scenario/subject';
import {kitVersion, readToken} from '../scenario/token';
import type {Token} from '../scenario/token';
import {refuseAbsentLabs} from './absent-labs';
import {leave} from './leave';
import {digestOf, writtenDigest} from './subject-digest';
import {WrongUse} from './wrong-use';

export async function replayCommand(
  text: string, options: {readonly subject?: string; readonly plain?: boolean},
): Promise<void> {
  const token = readToken(text);
  if (token === undefined) {
    const example = `5-random-five-s7-v${kitVersion()}`;
    throw new WrongUse(`"${text}" is no replay token; one looks like ${example}`);
  }
  const subject = findSubject(options.subject);
  refuseAbsentLabs([String(token.lab)]);
  const lab = findLab(String(token.lab));
  const definition = find(token);
  const look = chooseLook(
    {plain: options.plain === true, terminal: process.stdout.isTTY}, process.env);
  const print = (...lines: readonly string[]): void => {
    process.stdout.write(lines.map(line => `${line}\n`).join(''));
  };
  print(`Subject: ${subject.name}`, ...newsAbout(token, text, digestOf(subject, lab.number)));

  const host = new InProcessHost({watchdog: Watchdog.start()});
  const {outcome, trace} = await runSeed(definition, {
    subject, host, seed: token.seed, off: token.off, wholeTrace: true,
  });
  await host.close();
  print('', ...renderTrace(trace, look), '');
  if (outcome.verdict === 'passed') {
    print(`${definition.title}: passed, t=${outcome.virtualMs}ms, ${outcome.messages} messages`);
  } else if (outcome.notWritten !== undefined) {
    print(`${definition.title}: ${outcome.notWritten.functionName}() is not written yet`);
  } else {
    print(...renderFailure(resultOf(definition, outcome), look));
  }
  await leave(outcome.verdict === 'passed' ? 0 : 1);
}

function find(token: Token): ScenarioDefinition {
  try {
    return registry.find(findLab(String(token.lab)), token.name);
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}

/** What has changed since the token was printed. */
function newsAbout(token: Token, text: string, digest: string): readonly string[] {
  const news: string[] = [];
  if (token.version !== kitVersion()) {
    news.push(`The token is from kit ${token.version}, this is kit ${kitVersion()}: ` +
      'the same seed may mean another run.');
  }
  const written = writtenDigest(text);
  if (written === digest) news.push('Same code: the same run.');
  else if (written !== undefined) news.push('Your code changed since: the same faults, a new run.');
  return news;
}

function resultOf(
  definition: ScenarioDefinition, shown: ScenarioResult['shown'],
): ScenarioResult {
  return {
    ...describeScenario(definition), verdict: shown.verdict, seedsRun: 1, seedsPassed: 0, shown,
  };
}
