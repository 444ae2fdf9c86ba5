/**
 * `flotilla bench`: the kit's budgets, measured side by side in one run.
 *
 * Promises: figures are medians of several runs on this machine, now; nothing is tested here, since
 * a timed test fails on a busy machine.
 * Read next: README.md, which quotes these figures.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Host} from '../host/box';
import {InProcessHost} from '../host/in-process-host';
import {ProcessHost} from '../host/process-host';
import {root} from '../host/register.js';
import {Watchdog} from '../host/watchdog';
import type {ScenarioDefinition, Scene} from '../scenario/definition';
import {allLabs, folderOf} from '../scenario/labs';
import type {Lab} from '../scenario/labs';
import {runSeed} from '../scenario/run';
import {findSubject} from '../scenario/subject';
import {benchCluster} from './bench-cluster';
import {goLabs} from './bench-go-labs';
import {benchGrade} from './bench-grade';
import {leave} from './leave';
import {wholeNumber} from './options';
import {WrongUse} from './wrong-use';

const RUNS = 5;
const BENCHES = {
  events, labs, 'go-labs': () => goLabs(print), cluster: () => benchCluster(print),
  grade: (size: number) => benchGrade(size, print), suite,
} as const;

export interface BenchOptions {
  /** How many submissions the class of `bench grade` has. */
  readonly class: string;
}

export async function benchCommand(
  named: readonly string[], options: BenchOptions,
): Promise<void> {
  const size = wholeNumber(options.class, '--class', 1, 1_000);
  const chosen = named.length === 0 ? Object.keys(BENCHES) : named;
  for (const name of chosen) {
    if (!(name in BENCHES)) {
      const known = Object.keys(BENCHES).join(', ');
      throw new WrongUse(`there is no bench "${name}"; they are ${known}`);
    }
  }
  print(`Node ${process.version}, ${os.availableParallelism()} cores, medians of ${RUNS} runs`);
  for (const name of chosen) await BENCHES[name as keyof typeof BENCHES](size);
  await leave(0);
}

/** Five reference servers, faults and checks on: a leader sends 20 times a virtual second. */
const LOAD: ScenarioDefinition = {
  lab: 5, labName: 'election', section: '§5', group: 'bench', title: 'bench', name: 'bench',
  points: 0, seeds: [1], body: load,
  options: {
    points: 0, servers: 5,
    conditions: {
      delayMsMin: 0, delayMsMax: 26, lossProbability: 0.05, duplicationProbability: 0.05,
      reorderingProbability: 0.02,
    },
  },
};

async function load({cluster}: Scene): Promise<void> {
  await cluster.startElection('S1');
  await cluster.runFor(100);
  for (let round = 0; round < 1_000; round++) {
    const leader = cluster.leader();
    if (leader === null) {
      await cluster.startElection('S1');
    } else {
      if (round % 2 === 0) await cluster.submit(leader, {round});
      await cluster.replicate(leader);
    }
    await cluster.runFor(50);
  }
}

interface Rate {
  readonly inputs: number;
  readonly events: number;
}

async function events(): Promise<void> {
  print('', 'Events a second through a five-server reference cluster, faults and checks on');
  const inProcess = new InProcessHost({watchdog: Watchdog.start()});
  for (let warmUp = 0; warmUp < RUNS; warmUp++) await rateOf(inProcess, 1);
  await report('in-process host', () => rateOf(inProcess, 1));
  await inProcess.close();
  for (const worlds of [1, 16]) {
    const host = new ProcessHost();
    for (let warmUp = 0; warmUp < 2; warmUp++) await rateOf(host, worlds);
    await report(`process host, ${worlds} at a time`, () => rateOf(host, worlds));
    await host.close();
  }
}

async function report(name: string, measure: () => Promise<Rate>): Promise<void> {
  const rates: Rate[] = [];
  for (let run = 0; run < RUNS; run++) rates.push(await measure());
  const inputs = median(rates.map(rate => rate.inputs));
  const all = median(rates.map(rate => rate.events));
  print(`  ${name.padEnd(28)}${thousands(all)} events (${thousands(inputs)} of them inputs)`);
}

async function rateOf(host: Host, worlds: number): Promise<Rate> {
  const subject = findSubject('reference');
  const counts = {inputs: 0, events: 0};
  const began = performance.now();
  const runs = Array.from({length: worlds}, (_, n) => runSeed(LOAD, {
    subject, host, seed: n + 1,
    prepare: world => {
      world.observe({
        input: () => { counts.inputs++; },
      });
    },
  }));
  for (const {outcome} of await Promise.all(runs)) {
    if (outcome.verdict !== 'passed') throw new Error(outcome.failure?.parts.claim);
    counts.events += outcome.events;
  }
  const seconds = (performance.now() - began) / 1000;
  return {inputs: counts.inputs / seconds, events: counts.events / seconds};
}

/** From a saved edit to the verdict, in a new process, with the types checked. */
function labs(): void {
  print('', 'One lab, cold: an edited file of the reference to its verdict, types checked');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-bench-'));
  fs.cpSync(path.join(root, 'reference'), folder, {recursive: true});
  for (const lab of allLabs()) {
    const seconds: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      edit(path.join(folder, lab.files[0]!.file), lab, run);
      seconds.push(secondsOf(['test', lab.name, '--subject', folder]));
    }
    print(`  ${folderOf(lab).padEnd(28)}${median(seconds).toFixed(2)} s`);
  }
  fs.rmSync(folder, {recursive: true});
}

/** A comment nobody has compiled before. */
function edit(file: string, lab: Lab, run: number): void {
  fs.appendFileSync(file, `// Edit ${run} of lab ${lab.number}, process ${process.pid}.\n`);
}

function suite(): void {
  print('', 'The whole suite');
  print(`  ${'npm test'.padEnd(28)}${secondsOf(['test']).toFixed(1)} s`);
}

function secondsOf(words: readonly string[]): number {
  const began = performance.now();
  const program = path.join(root, 'harness/cli/flotilla.js');
  const {status, stdout} = spawnSync(process.execPath, [program, ...words], {
    cwd: root, encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`flotilla ${words.join(' ')} failed:\n${stdout}`);
  return (performance.now() - began) / 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function thousands(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',').padStart(9);
}

function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map(line => `${line}\n`).join(''));
}
