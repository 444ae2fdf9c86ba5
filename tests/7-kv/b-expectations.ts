/**
 * What stories of lab 7b look at: snapshots that were taken, sent, given to a state machine.
 *
 * Promises: judged by messages, by what state machines were given, and by what a server says of
 * itself when it is asked. How much of the log is kept beside a snapshot is the student's choice.
 * Read next: b-03-taking.spec.ts.
 */
import type {SentMessage} from '../../harness/cluster/cluster-faults';
import {hasApplied} from '../../harness/cluster/server-view';
import type {InstallSnapshotArguments, ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';

/** How far a server's latest snapshot goes; 0 if it has none. */
export async function snapshotIndexOf({cluster, world}: Scene, server: ServerId): Promise<number> {
  const call = world.call(server, 'inspect', {});
  await cluster.now();
  return (JSON.parse(call.value ?? '{}') as {snapshotIndex?: number}).snapshotIndex ?? 0;
}

export async function expectSnapshot(
  scene: Scene, server: ServerId, wanted: {readonly index: number; readonly because: string},
): Promise<void> {
  const {cluster} = scene;
  const index = await snapshotIndexOf(scene, server);
  if (index === wanted.index) return;
  const {state, log} = cluster.view(server);
  const named = (upTo: number): string => upTo === 0 ? 'no snapshot' : `one up to index ${upTo}`;
  throw new LabFailure({
    kind: 'contract',
    claim: `${server} has ${named(index)}, and must have ${named(wanted.index)} — ` +
      `${wanted.because}.`,
    facts: [{
      who: server, atMs: cluster.nowMs,
      what: `lastIncludedIndex ${state.lastIncludedIndex}, lastApplied ${state.lastApplied}, ` +
        `log to index ${log.length}`,
    }],
    why: {
      source: '§7, Figure 12',
      text: 'A snapshot is the state after applied entries. One of fewer entries than the last ' +
        'is of no use, and one of entries that were not applied would lose them.',
    },
  });
}

/** The snapshots that are sent from now on, to whom, and when. */
export function watchSnapshots({cluster}: Scene): SentSnapshots {
  const sent = new SentSnapshots();
  cluster.listen(item => sent.note(item));
  return sent;
}

export class SentSnapshots {
  private readonly items: SentMessage[] = [];

  note(item: SentMessage): void {
    if (item.message.type === 'InstallSnapshot') this.items.push(item);
  }

  to(server: ServerId): readonly SentMessage[] {
    return this.items.filter(({to}) => to === server);
  }

  /** @throws LabFailure 'cost' if a server was sent more of them. */
  expectAtMost(server: ServerId, most: number, because: Because): void {
    const items = this.to(server);
    if (items.length <= most) return;
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many InstallSnapshot messages: ${items.length} to ${server}, at most ${most} ` +
        'allowed here.',
      facts: items.slice(0, 6).map(({from, message, atMs}) => ({
        who: from, atMs,
        what: message.type === 'InstallSnapshot' ? `sent lastIncluded=${placeIn(message)}` : '',
      })),
      why: because,
    });
  }
}

function placeIn({lastIncludedIndex, lastIncludedTerm}: InstallSnapshotArguments): string {
  return `${lastIncludedIndex}/${lastIncludedTerm}`;
}

/** A server's state machine has been given a snapshot in this life. */
export function expectRestored({cluster}: Scene, server: ServerId, because: Because): void {
  const {restoredIndex, state} = cluster.view(server);
  if (restoredIndex > 0) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${server} was not brought up by a snapshot — the entries it lacks are in no log any ` +
      'more.',
    facts: [{
      who: server, what: `lastApplied ${state.lastApplied}, no snapshot given to its state machine`,
      atMs: cluster.nowMs,
    }],
    why: because,
  });
}

/** Every server's state machine has come this far, by entries or by snapshots. */
export function expectAllApplied({cluster}: Scene, index: number, because: Because): void {
  for (const server of cluster.servers) {
    const view = cluster.view(server);
    if (hasApplied(view, index)) continue;
    throw new LabFailure({
      kind: 'progress',
      claim: `No entry ${index} at the state machine of ${server} within ${cluster.nowMs}ms of ` +
        'virtual time.',
      facts: cluster.servers.map(id => {
        const {state: {commitIndex, lastApplied}, restoredIndex} = cluster.view(id);
        return {
          who: id, atMs: cluster.nowMs,
          what: `commitIndex ${commitIndex}, lastApplied ${lastApplied}, restored ${restoredIndex}`,
        };
      }),
      why: because,
    });
  }
}
