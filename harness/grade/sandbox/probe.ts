/**
 * Tries out what a confinement really shuts, with a program that does what it must not be able to.
 *
 * Versions and privileges say little: a container may have bubblewrap and forbid namespaces. So a
 * tier is there if the program ran, answered, and got nowhere.
 * Read next: probe-inside.js, the program; confinement.ts.
 */
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {capture} from './captured';
import type {Confinement, Mount, Tier} from './confinement';
import {SERVERS} from './limits';
import {withoutInherited} from './inherited-files';
import {endUser, makeReadable} from './place';
import type {Place} from './place';
import type {Child} from './stage';

/** What a program got done that it should not: see probe-inside.js. */
const DEEDS = ['reads', 'writes', 'connects', 'signals', 'allocates'] as const;
type Deed = typeof DEEDS[number];

/** What each tier must shut. */
const SHUT: Readonly<Record<Tier, readonly Deed[]>> = {
  1: DEEDS, 2: DEEDS, 3: ['reads', 'writes', 'signals', 'allocates'], 4: [],
};
const DATA_MB = 256;
/** Long: on a busy machine a good tier must not be taken for a lesser one. */
const PROBE_DEADLINE_MS = 60_000;

export async function isAvailable(
  confinement: Confinement, place: Place, node: Mount,
): Promise<boolean> {
  const deeds = await deedsOf(confinement, place, node);
  return deeds !== undefined &&
    SHUT[confinement.report.tier].every(deed => deeds[deed] === false);
}

/** Undefined if it did not even run. */
async function deedsOf(
  confinement: Confinement, place: Place, node: Mount,
): Promise<Partial<Record<Deed, unknown>> | undefined> {
  const folder = place.makeFolder('probe');
  fs.copyFileSync(path.join(__dirname, 'probe-inside.js'), path.join(folder, 'probe.js'));
  makeReadable(folder);
  const secret = path.join(place.folder, 'owner');
  const server = net.createServer(socket => socket.destroy());
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  const {port} = server.address() as net.AddressInfo;
  const user = confinement.hasUsers ? place.takeUser() : 0;
  const kept = confinement.mounts ? '/kit' : folder;
  const [command = '', ...rest] = confinement.commandLine({
    executable: node, arguments: [path.join(kept, 'probe.js')],
    mounts: [{outside: folder, inside: '/kit'}], limits: {...SERVERS, dataMb: DATA_MB, heapMb: 64},
  }, user, place.group);
  const child = withoutInherited(['pipe', 'pipe', 'ignore'], stdio =>
    spawn(command, rest, {stdio, env: {}, cwd: '/'}) as Child);
  // Where a tool is missing, nothing starts.
  const {output} = await capture(
    child, JSON.stringify({secret, port, pid: process.pid, folder: kept}),
    {deadlineMs: PROBE_DEADLINE_MS, characters: 10_000}).catch(() => ({output: ''}));
  if (confinement.hasUsers) {
    if (output !== '') endUser(user);
    place.giveBack(user);
  }
  server.close();
  fs.rmSync(folder, {recursive: true});
  try {
    return JSON.parse(output) as Partial<Record<Deed, unknown>>;
  } catch {
    return undefined;
  }
}
