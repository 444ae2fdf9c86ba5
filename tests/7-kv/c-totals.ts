/**
 * What a run comes to in all: messages, time, bytes on disks, and each text where it belongs.
 *
 * Source: Go labs, kvraft.
 * Read next: c-06-go-4b.spec.ts.
 */
import type {Effect} from '../../harness/host/box';
import {LabFailure} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';
import {append} from './c-operations';
import {SNAPSHOT_BOUND} from './c-because';

/** Go: three operations for each heartbeat of 100 ms. */
const OPERATION_MS_MOST = 33;

/** One client, one operation after the other: how long each takes, how often it is asked for. */
export async function expectSpeed(
  {cluster, clients, world}: Scene,
  {operations, because}: {readonly operations: number; readonly because: Because},
): Promise<void> {
  await clients.append('C1', 'x', 'a');
  const requests = countRequests(world);
  const began = {atMs: cluster.nowMs, requests: requests.count};
  await clients.each({times: operations, withinMs: 100 * operations}, () => append('x', 'a'));
  const tookMs = cluster.nowMs - began.atMs;
  const asked = requests.count - began.requests;
  const fail = (what: string, found: number, most: number): never => {
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many ${what}: ${found}, at most ${most} allowed for ${operations} operations.`,
      facts: [{who: 'C1', what: `${operations} appends, one after the other`, atMs: cluster.nowMs}],
      why: because,
    });
  };
  if (tookMs > OPERATION_MS_MOST * operations) {
    fail('milliseconds', tookMs, OPERATION_MS_MOST * operations);
  }
  if (asked > operations) fail('requests', asked, operations);
}

function countRequests(world: Scene['world']): {count: number} {
  const requests = {count: 0};
  world.observe({
    effect: (box, effect: Effect) => {
      if (effect.kind === 'send' && box.startsWith('C')) requests.count++;
    },
  });
  return requests;
}

/** Each client's texts are there once, and in the order in which it appended them. */
export function expectAppendsOnce(
  {clients, world}: Scene,
  {value, times, because}: {
    readonly value: string; readonly times: number; readonly because: Because;
  },
): void {
  for (const client of clients.names) {
    let from = 0;
    for (let n = 0; n < times; n++) {
      const text = `${client}.${n} `;
      const at = value.indexOf(text, from);
      const again = value.indexOf(text, at + 1);
      if (at >= 0 && again < 0) {
        from = at;
        continue;
      }
      const what = again >= 0 ? 'twice' : value.includes(text) ? 'out of order' : 'not at all';
      throw new LabFailure({
        kind: 'contract',
        claim: `${client} appended ${JSON.stringify(text)} once — it is there ${what}.`,
        facts: [{who: client, what: `the value is ${JSON.stringify(value)}`, atMs: world.nowMs}],
        why: because,
      });
    }
  }
}

/** Go: eight times the limit, since a server cannot discard what it has not applied. */
const BOUND = 8;

/** No disk holds more than eight times what a snapshot is to be taken at. */
export function expectStoredAtMost(
  {cluster, world}: Scene, {snapshotBytes}: {readonly snapshotBytes: number},
): void {
  for (const server of cluster.servers) {
    const bytes = world.storedBytes(server);
    if (bytes <= BOUND * snapshotBytes) continue;
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many bytes on the disk of ${server}: ${bytes}, at most ` +
        `${BOUND * snapshotBytes} allowed for a limit of ${snapshotBytes}.`,
      facts: [{
        who: server, atMs: cluster.nowMs,
        what: `its log begins behind index ${cluster.view(server).state.lastIncludedIndex}`,
      }],
      why: SNAPSHOT_BOUND,
    });
  }
}

/** Restarts all servers; each finds its snapshot on its disk, and none is larger than this. */
export async function expectSmallSnapshots(
  {cluster, world}: Scene, {most}: {readonly most: number},
): Promise<void> {
  const sizes = new Map<string, number>();
  world.observe({
    effect: (box, effect: Effect) => {
      if (effect.kind === 'restore') sizes.set(box, Buffer.byteLength(effect.snapshot));
    },
  });
  cluster.crash(...cluster.servers);
  await cluster.restart(...cluster.servers);
  for (const [server, bytes] of sizes) {
    if (bytes <= most) continue;
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many bytes in the snapshot of ${server}: ${bytes}, at most ${most} allowed for ` +
        'one short value and one client.',
      facts: [{who: server, what: `restored ${bytes} bytes`, atMs: cluster.nowMs}],
      why: SNAPSHOT_BOUND,
    });
  }
}
