/**
 * The Go labs' 3D by name: the log is replaced by snapshots, and servers come and go.
 *
 * Source: Go labs, 3D. Rounds, commands a round, and bytes are Go's own; `npm test` plays fewer of
 * Go's thirty rounds, `npm run bench -- go-labs` all of them.
 * Paper: §7; Figure 13.
 */
import {LabFailure, UNRELIABLE, lab, scenario, section} from '../../harness/scenario';
import type {Scene, ScenarioOptions} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';

/** Go's: a snapshot after every ten entries, and what a server may then have on its disk. */
const EVERY = 10;
const STORED_BYTES_BELOW = 2_000;

/** A third of Go's rounds has each kind of round, with the leader as the victim and without. */
const ROUNDS = {full: 30, short: 9} as const;
const RESTARTS = {full: 5, short: 2} as const;

const THREE = {servers: 3, snapshotEvery: EVERY} satisfies Partial<ScenarioOptions>;
const LOSSY = {
  ...THREE, conditions: UNRELIABLE, faults: ['loss', 'delay'],
} satisfies Partial<ScenarioOptions>;

/** What happens to the server that is to fall behind in a round. */
type Trouble = 'none' | 'cut off' | 'crash';

lab('7b', 'snapshots', () => {
  section('Go labs', '3D', () => {
    scenario('SnapshotBasic: logs stay short while the service takes snapshots', {
      ...THREE, points: 0.15, name: 'snapshot-basic', mustReach: ['snapshot taken'],
    }, scene => rounds(scene, 'none'));

    scenario('SnapshotInstall: a server that was cut off gets a snapshot', {
      ...THREE, points: 0.15, name: 'snapshot-install', mustReach: ['snapshot installed'],
    }, scene => rounds(scene, 'cut off'));

    scenario('SnapshotInstallUnreliable: the same, and one message in ten is lost', {
      ...LOSSY, points: 0.15, name: 'snapshot-install-unreliable',
      mustReach: ['snapshot installed'],
    }, scene => rounds(scene, 'cut off'));

    scenario('SnapshotInstallCrash: a server that crashed gets a snapshot', {
      ...THREE, points: 0.15, name: 'snapshot-install-crash',
      mustReach: ['snapshot installed', 'restart'],
    }, scene => rounds(scene, 'crash'));

    scenario('SnapshotInstallUnCrash: the same, and one message in ten is lost', {
      ...LOSSY, points: 0.15, name: 'snapshot-install-uncrash',
      mustReach: ['snapshot installed', 'restart'],
    }, scene => rounds(scene, 'crash'));

    scenario('SnapshotAllCrash: all servers crash at once, and the log goes on where it was', {
      ...LOSSY, points: 0.15, name: 'snapshot-all-crash', mustReach: ['snapshot taken', 'restart'],
    }, allCrash);

    scenario('SnapshotInit: what is saved after a restart does not lose the snapshot', {
      ...LOSSY, points: 0.15, name: 'snapshot-init', mustReach: ['snapshot taken', 'restart'],
    }, async scene => {
      const {cluster} = scene;
      for (let n = 0; n <= EVERY + 1; n++) await cluster.one(command(scene), {servers: 3});
      for (let life = 0; life < 2; life++) {
        cluster.crash(...cluster.servers);
        await cluster.restart(...cluster.servers);
        await cluster.one(command(scene), {servers: 3});
      }
    });
  });
});

/** Rounds in which a server falls behind, or none does, while the others fill their logs. */
async function rounds(scene: Scene, trouble: Trouble): Promise<void> {
  const {cluster} = scene;
  const all = cluster.servers.length;
  await cluster.one(command(scene), {servers: all});
  let leader = await cluster.checkOneLeader();
  for (let round = 0; round < lengthOf(scene, ROUNDS); round++) {
    const [next = leader] = cluster.others(leader);
    const [sender, victim] = round % 3 === 1 ? [next, leader] : [leader, next];
    if (trouble === 'cut off') cluster.isolate(victim);
    if (trouble === 'crash') cluster.crash(victim);
    const up = trouble === 'none' ? all : all - 1;
    if (trouble !== 'none') await cluster.one(command(scene), {servers: up});

    await fill(scene, sender);
    await cluster.one(command(scene), {servers: up});
    expectShort(scene);

    if (trouble === 'none') continue;
    if (trouble === 'cut off') cluster.heal(victim);
    else await cluster.restart(victim);
    await cluster.one(command(scene), {servers: all});
    leader = await cluster.checkOneLeader();
  }
}

async function allCrash(scene: Scene): Promise<void> {
  const {cluster, chance} = scene;
  await cluster.one(command(scene), {servers: 3});
  for (let round = 0; round < lengthOf(scene, RESTARTS); round++) {
    const count = chance.between(EVERY / 2, EVERY / 2 + EVERY - 1);
    for (let n = 0; n < count; n++) await cluster.one(command(scene), {servers: 3});
    const before = await cluster.one(command(scene), {servers: 3});
    cluster.crash(...cluster.servers);
    await cluster.restart(...cluster.servers);

    const after = await cluster.one(command(scene), {servers: 3});
    if (after > before) continue;
    throw new LabFailure({
      kind: 'contract',
      claim: `A command was agreed on at index ${after} after all servers had crashed — before, ` +
        `index ${before} was taken already.`,
      why: {
        source: '§7; Figure 2, "State"',
        text: 'Snapshot and log together are all that was ever agreed on. New entries follow them.',
      },
    });
  }
}

/** Enough commands for a snapshot, more or less; nobody waits for them. */
async function fill(scene: Scene, sender: ServerId): Promise<void> {
  const count = scene.chance.between(EVERY / 2, EVERY / 2 + EVERY - 1);
  for (let n = 0; n < count; n++) await scene.cluster.offer(sender, command(scene));
}

/** As long as Go's, or as long as `npm test` can wait. */
function lengthOf(scene: Scene, {full, short}: Record<'full' | 'short', number>): number {
  return scene.isFullLength ? full : short;
}

function command({chance}: Scene): number {
  return chance.between(0, 2_147_483_647);
}

function expectShort({cluster, world}: Scene): void {
  for (const server of cluster.servers) {
    const bytes = world.storedBytes(server);
    if (bytes < STORED_BYTES_BELOW) continue;
    const {state, log} = cluster.view(server);
    throw new LabFailure({
      kind: 'cost',
      claim: `Too many bytes stored: ${bytes} by ${server}, fewer than ${STORED_BYTES_BELOW} ` +
        `allowed with a snapshot every ${EVERY} entries.`,
      facts: [{
        who: server, atMs: cluster.nowMs,
        what: `lastIncludedIndex ${state.lastIncludedIndex}, log to index ${log.length}`,
      }],
      why: {
        source: '§7',
        text: 'A disk is full one day, and a log that only grows is read from its beginning at ' +
          'each start. With each snapshot the entries it covers go, from the disk too.',
      },
    });
  }
}
