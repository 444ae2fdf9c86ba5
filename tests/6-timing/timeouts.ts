/**
 * What election timeouts must be like: from T to 2T, and drawn anew each time.
 *
 * Paper: §5.2.
 * Promises: a server may be late by SLACK_MS, never early. How it draws is not asked, only whether
 * its own timeouts differ among each other, by far more than looking at a clock can make them.
 * Read next: 02-standing.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';
import {SLACK_MS} from './candidacies';
import type {Candidacies, Candidacy} from './candidacies';

interface Waited {
  readonly candidacies: Candidacies;
  readonly server: ServerId;
  readonly fromMs: number;
  /** 'it started' */
  readonly since: string;
  /** Where to look: 'timing.start'. */
  readonly functions?: readonly string[];
}

const EARLY: Because = {
  source: '§5.2, §5.6',
  text: 'An election timeout is many heartbeats long, or one that is late deposes a good leader.',
};
const LATE: Because = {
  source: '§5.2, §5.6',
  text: 'Until somebody stands there is no leader, and the cluster does nothing for its clients.',
};
const SPREAD: Because = {
  source: '§5.2',
  text: 'Two servers that wait equally long stand at the same moment, split the votes, and do so ' +
    'again and again. Chance ends that, if it is asked anew each time.',
};

const FUNCTIONS = ['timing.electionTimerReset', 'timing.start'];

/** The first candidacy since `fromMs` came after T to 2T. */
export function expectDrawn(
  cluster: TimedCluster, {candidacies, server, fromMs, since, functions}: Waited,
): void {
  const next = candidacies.of(server).find(({atMs}) => atMs >= fromMs);
  expectInRange(cluster, {server, since, fromMs, next, functions});
}

/** Each candidacy came T to 2T after the one before, and not always after the same time. */
export function expectDrawnAnew(
  cluster: TimedCluster, candidacies: Candidacies, server: ServerId,
): void {
  const all = candidacies.of(server);
  if (all.length === 0) expectDrawn(cluster, {candidacies, server, fromMs: 0, since: 'it started'});
  all.forEach(({atMs, term}, n) => {
    const next = all[n + 1];
    if (next === undefined && n > 0) return;
    const since = `it stood in term ${term}`;
    expectInRange(cluster, {server, since, fromMs: atMs, next});
  });
  const waits = all.slice(1).map(({atMs}, n) => atMs - (all[n]?.atMs ?? 0));
  const shortest = Math.min(...waits);
  const spreadMs = Math.max(...waits) - shortest;
  if (8 * spreadMs >= cluster.settings.electionTimeoutMs) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${server} waited ${shortest}ms before each of ${waits.length} elections, give or ` +
      `take ${spreadMs}ms — a timeout is drawn from all of ${rangeOf(cluster)}, anew each time.`,
    facts: all.slice(0, 4).map(({atMs, term}) =>
      ({who: server, what: `stood in term ${term}`, atMs})),
    why: SPREAD, functions: FUNCTIONS,
  });
}

interface Wait {
  readonly server: ServerId;
  readonly since: string;
  readonly fromMs: number;
  readonly next: Candidacy | undefined;
  readonly functions?: readonly string[] | undefined;
}

function expectInRange(
  cluster: TimedCluster, {server, since, fromMs, next, functions = FUNCTIONS}: Wait,
): void {
  const {electionTimeoutMs} = cluster.settings;
  const waitedMs = (next?.atMs ?? cluster.nowMs) - fromMs;
  const isLate = next === undefined || waitedMs > 2 * electionTimeoutMs + SLACK_MS;
  if (!isLate && waitedMs >= electionTimeoutMs) return;
  const stood = next === undefined ? 'has not stood for election' : 'stood for election';
  throw new LabFailure({
    kind: 'contract',
    claim: `${server} ${stood} ${waitedMs}ms after ${since} — it hears from nobody, and waits ` +
      `for ${rangeOf(cluster)}.`,
    facts: [
      {who: server, what: `${since.replace(/^it /, '')}`, atMs: fromMs},
      ...(next === undefined ? []
        : [{who: server, what: `stood for election in term ${next.term}`, atMs: next.atMs}]),
    ],
    why: isLate ? LATE : EARLY, functions,
  });
}

function rangeOf({settings: {electionTimeoutMs}}: TimedCluster): string {
  return `${electionTimeoutMs} to ${2 * electionTimeoutMs}ms`;
}
