/**
 * Commands by the hundred, how long they may take, and requests that are slow on their way.
 *
 * Paper: §5.3.
 * Read next: 05-cost.spec.ts.
 */
import type {TimedCluster} from '../../harness/cluster/timed-cluster';
import type {RaftMessage, ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';
import {QUICK} from './because';

/** Submits so many commands to a leader, all at this instant, and returns the index of the last. */
export async function submitBurst(
  cluster: TimedCluster, leader: ServerId, count: number,
): Promise<number> {
  let last = 0;
  for (let n = 0; n < count; n++) last = (await cluster.submit(leader, `burst ${n}`)).index;
  return last;
}

/** From now on, requests that carry entries are held back; heartbeats pass. */
export function holdEntries({world}: Scene): void {
  world.act('hold AppendEntries with entries');
  world.mail.hold(held => {
    const message = JSON.parse(held.message) as Partial<RaftMessage> | null;
    return message?.type === 'AppendEntries' && message.entries?.length !== 0;
  });
}

interface Duration {
  readonly tookMs: number;
  readonly mostMs: number;
  /** '200 commands, one after the other' */
  readonly what: string;
  readonly why: Because;
  /** Where to look: 'timing.entriesAppended'. */
  readonly functions: readonly string[];
}

/** @throws LabFailure 'contract' if something took longer than it may. */
export function expectQuick(
  cluster: TimedCluster, leader: ServerId, {tookMs, mostMs, what, why, functions}: Duration,
): void {
  if (tookMs <= mostMs) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${leader} took ${tookMs}ms for ${what} — at most ${Math.floor(mostMs)}ms are needed ` +
      'in this network.',
    facts: cluster.whatAllDid(), why, functions,
  });
}

interface Application {
  readonly index: number;
  readonly withinMs: number;
  readonly why?: Because;
  readonly hint?: string;
  /** Where to look: 'timing.entriesAppended'. */
  readonly functions?: readonly string[];
}

/** Waits until a server has applied an index; for no longer than `withinMs`. */
export async function untilApplied(
  cluster: TimedCluster, server: ServerId, {index, withinMs, ...more}: Application,
): Promise<void> {
  try {
    await cluster.runUntil(() => cluster.view(server).state.lastApplied >= index, {
      withinMs, what: `index ${index} applied by ${server}`,
    });
  } catch (error) {
    if (!(error instanceof LabFailure) || error.parts.kind !== 'progress') throw error;
    throw new LabFailure({...error.parts, why: QUICK, functions: SENDING, ...more});
  }
}

const SENDING = ['timing.entriesAppended', 'timing.resultsReceived', 'timing.leadershipBegan'];
