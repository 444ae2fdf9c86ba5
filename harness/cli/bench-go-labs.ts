/**
 * `flotilla bench go-labs`: the Go labs' own scenarios on the reference, one seed each.
 *
 * Promises: every scenario of 3A to 3D and of 4A and 4B that the Go labs have is run, or the bench
 * fails: a figure about fewer would be worth nothing. The first run pays for compiling, as a
 * student's does; the median of the runs after it does not.
 * Read next: bench.ts.
 */
import {InProcessHost} from '../host/in-process-host';
import {Watchdog} from '../host/watchdog';
import type {ScenarioDefinition} from '../scenario/definition';
import {allLabs} from '../scenario/labs';
import {registry} from '../scenario/registry';
import {runSeed} from '../scenario/run';
import {findSubject} from '../scenario/subject';

const RUNS = 5;

/** As the Go labs call them, edition of 2024. */
const SETS = {
  '3A': ['InitialElection', 'ReElection', 'ManyElections'],
  '3B': [
    'BasicAgree', 'RPCBytes', 'FollowerFailure', 'LeaderFailure', 'FailAgree', 'FailNoAgree',
    'ConcurrentStarts', 'Rejoin', 'Backup', 'Count',
  ],
  '3C': [
    'Persist1', 'Persist2', 'Persist3', 'Figure8', 'UnreliableAgree', 'Figure8Unreliable',
    'ReliableChurn', 'UnreliableChurn',
  ],
  '3D': [
    'SnapshotBasic', 'SnapshotInstall', 'SnapshotInstallUnreliable', 'SnapshotInstallCrash',
    'SnapshotInstallUnCrash', 'SnapshotAllCrash', 'SnapshotInit',
  ],
  '4A': [
    'Basic', 'Speed', 'Concurrent', 'Unreliable', 'UnreliableOneKey', 'OnePartition',
    'ManyPartitionsOneClient', 'ManyPartitionsManyClients', 'PersistOneClient',
    'PersistConcurrent', 'PersistConcurrentUnreliable', 'PersistPartition',
    'PersistPartitionUnreliable', 'PersistPartitionUnreliableLinearizable',
  ],
  '4B': [
    'SnapshotRPC', 'SnapshotSize', 'Speed4B', 'SnapshotRecover', 'SnapshotRecoverManyClients',
    'SnapshotUnreliable', 'SnapshotUnreliableRecover',
    'SnapshotUnreliableRecoverConcurrentPartition',
    'SnapshotUnreliableRecoverConcurrentPartitionLinearizable',
  ],
} as const;

type SetName = keyof typeof SETS;

interface Cost {
  seconds: number;
  virtualMs: number;
  events: number;
}

/** @param print takes one line. */
export async function goLabs(print: (line: string) => void): Promise<void> {
  print('');
  print('The Go labs\' scenarios on the reference, one seed each, checks on');
  const host = new InProcessHost({watchdog: Watchdog.start()});
  const runs: Map<SetName, Cost>[] = [];
  for (let run = 0; run <= RUNS; run++) runs.push(await runAll(host));
  await host.close();
  const [cold, ...warm] = runs;
  for (const name of Object.keys(SETS) as SetName[]) {
    print(`  ${name.padEnd(28)}${row(warm.map(costs => costs.get(name)!))}`);
  }
  for (const [title, names] of [
    ['3A to 3D, 28 scenarios', ['3A', '3B', '3C', '3D']], ['4A and 4B', ['4A', '4B']],
  ] as const) {
    const sums = warm.map(costs => sumOf(costs, names));
    print(`  ${title.padEnd(28)}${row(sums)}, the first run ` +
      `${sumOf(cold!, names).seconds.toFixed(2)} s`);
  }
}

async function runAll(host: InProcessHost): Promise<Map<SetName, Cost>> {
  const costs = new Map<SetName, Cost>();
  for (const [name, scenarios] of Object.entries(SETS) as [SetName, readonly string[]][]) {
    const cost = {seconds: 0, virtualMs: 0, events: 0};
    for (const scenario of scenarios) await runOne(definitionOf(scenario, name), host, cost);
    costs.set(name, cost);
  }
  return costs;
}

async function runOne(
  definition: ScenarioDefinition, host: InProcessHost, cost: Cost,
): Promise<void> {
  const began = performance.now();
  const {outcome} = await runSeed(definition, {
    subject: findSubject('reference'), host, seed: definition.seeds[0] ?? 1, fullLength: true,
  });
  cost.seconds += (performance.now() - began) / 1000;
  cost.virtualMs += outcome.virtualMs;
  cost.events += outcome.events;
  if (outcome.verdict === 'passed') return;
  throw new Error(`${definition.title}: ${outcome.failure?.parts.claim ?? outcome.verdict}`);
}

/** The scenario whose title begins with this name: 'Rejoin: a leader …'. */
function definitionOf(name: string, set: SetName): ScenarioDefinition {
  const isOfPart = ({part}: ScenarioDefinition): boolean => (part === 'c') === set.startsWith('4');
  const found = allLabs().filter(({number}) => number >= 6)
    .flatMap(lab => registry.scenariosOf(lab))
    .find(definition => isOfPart(definition) && definition.title.startsWith(`${name}: `));
  if (found === undefined) throw new Error(`no scenario is called ${name} (${set})`);
  return found;
}

function sumOf(costs: ReadonlyMap<SetName, Cost>, names: readonly SetName[]): Cost {
  const sum = {seconds: 0, virtualMs: 0, events: 0};
  for (const name of names) {
    const {seconds, virtualMs, events} = costs.get(name)!;
    sum.seconds += seconds;
    sum.virtualMs += virtualMs;
    sum.events += events;
  }
  return sum;
}

function row(costs: readonly Cost[]): string {
  const median = [...costs].sort((a, b) => a.seconds - b.seconds)[Math.floor(costs.length / 2)]!;
  const {seconds, virtualMs, events} = median;
  const rate = Math.round(events / seconds / 1000);
  return `${seconds.toFixed(2).padStart(6)} s for ${Math.round(virtualMs / 1000)} s of virtual ` +
    `time, ${rate}k events a second`;
}
