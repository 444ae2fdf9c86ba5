/**
 * What the Go labs' scenarios of 3C do to a cluster besides `one`.
 *
 * Source: Go labs, 3C: rounds, probabilities and pauses are Go's own. `npm test` plays fewer
 * rounds, `npm run bench -- go-labs` all of them.
 * Promises: a server is connected if it is up and the test has not cut it off, as in Go; two
 * connected servers always reach each other.
 * Read next: a-churn.ts; a-04-go-labs.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {Command, ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Scene} from '../../harness/scenario';

/** Go's unit of time, twice our T. */
export const ELECTION_MS = 1_000;

export function rounds({isFullLength}: Scene, {go, here}: {go: number; here: number}): number {
  return isFullLength ? go : here;
}

/** Stops every server, and starts every server again with what its disk holds. */
export async function crashAll(cluster: TimedCluster): Promise<void> {
  cluster.crash(...cluster.servers.filter(server => cluster.view(server).isUp));
  await cluster.restart(...cluster.servers);
}

export async function restartAll(cluster: TimedCluster): Promise<void> {
  const down = cluster.servers.filter(server => !cluster.view(server).isUp);
  if (down.length > 0) await cluster.restart(...down);
}

/** Cuts a server off, or brings it back; the others stay as they are. */
export function cutOff(cluster: TimedCluster, server: ServerId): void {
  reconnect(cluster, cluster.connected.filter(id => id !== server));
}

export function bringBack(cluster: TimedCluster, server: ServerId): void {
  reconnect(cluster, [...cluster.connected, server]);
}

function reconnect(cluster: TimedCluster, connected: readonly ServerId[]): void {
  cluster.partition(connected);
}

/** Offers a command to each of these servers, and returns the last one that took it. */
export async function offerToAll(
  cluster: TimedCluster, servers: readonly ServerId[], command: Command,
): Promise<ServerId | null> {
  let taker: ServerId | null = null;
  for (const server of servers) {
    const {isUp, state} = cluster.view(server);
    if (!isUp || state.role !== 'leader') continue;
    if (await cluster.offer(server, command) !== null) taker = server;
  }
  return taker;
}

/** Go's pause between two rounds: mostly short, and now and then as long as an election. */
export function pauseMs({chance}: Scene): number {
  return chance.happens(0.1) ? chance.between(0, ELECTION_MS / 2 - 1) : chance.between(0, 12);
}

const AGREED_WITHIN_MS = 10_000;
const ATTEMPT_MS = 2_000;
const NOBODY_LEADS_MS = 50;

/**
 * Go's `one` for several commands at the same time: each is submitted again until a server has
 * applied it at the index it was given.
 * @throws LabFailure 'progress' after ten seconds.
 */
export async function agreeOnAll(
  cluster: TimedCluster, commands: readonly Command[],
): Promise<void> {
  const giveUpAtMs = cluster.nowMs + AGREED_WITHIN_MS;
  let left = commands;
  while (left.length > 0) {
    if (cluster.nowMs >= giveUpAtMs) noAgreement(cluster, left);
    const places = new Map<Command, number>();
    for (const command of left) {
      const submitted = await cluster.offerToAnybody(command);
      if (submitted !== null) places.set(command, submitted.index);
    }
    const isThere = ([command, index]: readonly [Command, number]): boolean => {
      const {command: found} = cluster.nCommitted(index);
      return found !== undefined && JSON.stringify(found) === JSON.stringify(command);
    };
    const withinMs = places.size === 0 ? NOBODY_LEADS_MS : ATTEMPT_MS;
    await waitFor(cluster, withinMs, () => places.size > 0 && [...places].every(isThere));
    const agreed = new Set([...places].filter(isThere).map(([command]) => command));
    left = left.filter(command => !agreed.has(command));
  }
}

/** Lets time pass until a condition holds, or for so long. */
async function waitFor(
  cluster: TimedCluster, withinMs: number, condition: () => boolean,
): Promise<void> {
  const untilMs = cluster.nowMs + withinMs;
  await cluster.runUntil(() => condition() || cluster.nowMs >= untilMs, {
    withinMs, what: 'end of a pause',
  });
}

function noAgreement(cluster: TimedCluster, left: readonly Command[]): never {
  throw new LabFailure({
    kind: 'progress',
    claim: `No agreement on ${left.length} of the commands that were submitted together, within ` +
      `${AGREED_WITHIN_MS}ms of virtual time.`,
    facts: cluster.whatAllDid(),
    why: {
      source: '§5.3',
      text: 'A majority of the servers is up all the time and can talk, though one message in ' +
        'ten is lost. What a leader sends and gets no answer to, it sends again.',
    },
  });
}
