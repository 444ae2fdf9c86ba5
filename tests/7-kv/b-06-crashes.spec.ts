/**
 * Crashes: with a snapshot on the disk, and at every step of taking and of installing one.
 *
 * Paper: §7; Figure 2, "State": what is persistent; Figure 13.
 */
import {LabFailure, lab, scenario, section} from '../../harness/scenario';
import type {Because, Scene} from '../../harness/scenario';
import type {ServerId} from '../../harness/raft/messages';
import {crashAtStep, isSaved} from './b-crash-points';
import {expectAllApplied} from './b-expectations';
import {giveLog, lead, WHEN_ASKED} from './b-scene';

const BEGINS: Because = {
  source: '§7; Figure 2, "State"',
  text: 'What the snapshot stands for is committed and applied, also after a crash. The entries ' +
    'are gone: a server that begins at 0 waits for them for ever, or applies others in their ' +
    'place.',
};
const AGREE: Because = {
  source: '§7; Figure 3',
  text: 'Whichever step was the last before the crash, the server starts again with the old ' +
    'state or with the new one, and catches up from there.',
};

/** More than a server does over one snapshot, so that the last cases crash it afterwards. */
const STEPS = 9;

lab('7b', 'snapshots', () => {
  section('Figure 2', 'a server starts again', () => {
    scenario('a server begins behind its snapshot, with the entries that follow it', {
      ...WHEN_ASKED, points: 0.2, servers: 3, mustReach: ['restart'],
    }, async scene => {
      const {cluster} = scene;
      for (const command of 'abcdef') await cluster.one(command, {servers: 3});
      await cluster.runFor(100);
      const index = cluster.view('S1').state.lastApplied;
      for (const server of cluster.servers) await cluster.takeSnapshot(server, index);
      await cluster.one('one more', {servers: 3});
      const {length} = cluster.view('S1').log;

      cluster.crash(...cluster.servers);
      await cluster.restart(...cluster.servers);
      for (const server of cluster.servers) expectBehind(scene, server, {index, length});
      await cluster.one('the last', {servers: 3});
    });

    scenario('a server that was sent its snapshot begins behind it too', {
      ...WHEN_ASKED, points: 0.1, servers: 3, mustReach: ['restart', 'snapshot installed'],
    }, async scene => {
      const {cluster} = scene;
      await leadWithout(scene, {has: ''});
      await cluster.runUntil(() => cluster.view('S3').state.lastApplied === 6, {
        withinMs: 1_000, what: 'entry 6 at the state machine of S3',
      });

      cluster.crash('S3');
      await cluster.restart('S3');
      expectBehind(scene, 'S3', {index: 4, length: 6});
      expectAllApplied(scene, await cluster.one('the last', {servers: 3}), AGREE);
    });
  });

  section('§7', 'a crash at every step', () => {
    const install = {
      ...WHEN_ASKED, servers: 3, cases: STEPS,
      mustReach: [
        'crash before the snapshot was saved', 'crash before the answer', 'crash after the answer',
        'crash when all was done',
      ],
    };

    scenario('of installing a snapshot where nothing was', {
      ...install, name: 'crash-installing-first', points: 0.2,
    }, scene => crashInstalling(scene, {has: ''}));

    scenario('of installing a snapshot where another leader\'s entries were', {
      ...install, name: 'crash-installing-over', points: 0.2,
    }, scene => crashInstalling(scene, {has: '1 1 2 2 2 2'}));

    const take = {
      servers: 3, snapshotEvery: 4, cases: STEPS,
      mustReach: ['crash in the middle of it', 'crash when all was done'],
    };

    scenario('of a follower taking one', {
      ...take, name: 'crash-taking-follower', points: 0.1,
    }, scene => crashTaking(scene, 'S3'));

    scenario('of the leader taking one', {
      ...take, name: 'crash-taking-leader', points: 0.1,
    }, scene => crashTaking(scene, 'S1'));
  });
});

/** S1 leads, has six entries and discards four of them; S3 has something else. */
async function leadWithout(
  scene: Scene, {has}: {readonly has: string},
): Promise<void> {
  const {cluster} = scene;
  cluster.hold({to: 'S3'});
  await lead(scene, 'S1', '1 1 3 3 3 3');
  await giveLog(scene, 'S3', {like: 'S1', log: has, commitIndex: Math.min(2, has.length)});
  await cluster.takeSnapshot('S1', 4);
  cluster.dropHeld();
  cluster.hold();
}

/** It knows at once what the snapshot stands for, and still has what follows it. */
function expectBehind(
  {cluster}: Scene, server: ServerId, {index, length}: Record<'index' | 'length', number>,
): void {
  const {state: {commitIndex, lastApplied}, log, restoredIndex} = cluster.view(server);
  const must = (what: string, found: number, least: number): void => {
    if (found >= least) return;
    throw new LabFailure({
      kind: 'contract',
      claim: `${server} started again with ${what} ${found} — it must be ${least}.`,
      facts: [
        {who: server, what: `had a snapshot up to index ${index} and a log to index ${length}`},
        {who: server, atMs: cluster.nowMs, what: `restored ${restoredIndex}, commitIndex ` +
          `${commitIndex}, lastApplied ${lastApplied}, log to index ${log.length}`},
      ],
      why: BEGINS,
      hint: 'What of the state follows from the snapshot alone, before any entry behind it is ' +
        'read (§7)?',
    });
  };
  must('a snapshot up to index', restoredIndex, index);
  must('a log up to index', log.length, length);
  must('commitIndex', commitIndex, index);
  must('lastApplied', lastApplied, index);
}

async function crashInstalling(scene: Scene, {has}: {readonly has: string}): Promise<void> {
  const {cluster, reached} = scene;
  await leadWithout(scene, {has});
  cluster.hold({to: 'S3'});
  const snapshot = {to: 'S3', type: 'InstallSnapshot'} as const;
  await cluster.runUntil(() => cluster.held(snapshot).length > 0, {
    withinMs: 1_000, what: 'InstallSnapshot to S3',
  });
  const point = crashAtStep(scene, 'S3');
  await cluster.releaseOne(0, snapshot);

  if (!point.hasCome()) reached('crash when all was done');
  else if (point.seen.includes('send')) reached('crash after the answer');
  else if (isSaved(point)) reached('crash before the answer');
  else reached('crash before the snapshot was saved');
  await goOn(scene, 'S3');
}

/** The server crashes while it applies the fourth entry and takes a snapshot, or right after. */
async function crashTaking(scene: Scene, server: ServerId): Promise<void> {
  const {cluster, reached} = scene;
  await cluster.appoint('S1', {term: 1});
  const point = crashAtStep(scene, server, {
    from: effect => effect.kind === 'apply' && effect.index === 4,
    // Messages leave before entries are applied: this one belongs to another input.
    to: (effect, seen) => effect.kind === 'send' && seen.length > 0,
  });
  while (cluster.view('S1').log.length < 5) await cluster.submit('S1', 'x');
  await cluster.runFor(120);
  reached(point.hasCome() ? 'crash in the middle of it' : 'crash when all was done');
  await goOn(scene, server);
}

/** The server crashes now, if it has not yet, and starts again; all agree on one more command. */
async function goOn(scene: Scene, server: ServerId): Promise<void> {
  const {cluster} = scene;
  cluster.crashAfter(server, () => false);
  if (cluster.view(server).isUp) cluster.crash(server);
  cluster.dropHeld();
  cluster.hold();
  await cluster.restart(server);
  expectAllApplied(scene, await cluster.one('the last', {servers: 3}), AGREE);
}
