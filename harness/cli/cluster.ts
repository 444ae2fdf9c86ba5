/**
 * `flotilla cluster`: a real cluster of processes that redis-cli can talk to.
 *
 * Promises: exit 0 after a Ctrl-C, 1 if a server ended by itself, 2 if the cluster could not start
 * (one line says why). No process is left behind, and what was acknowledged is there next time.
 * Read next: runtime/cluster.ts.
 */
import path from 'node:path';
import {Cluster, ClusterRefused} from '../runtime/cluster';
import type {ClusterEvent} from '../runtime/cluster';
import {StatusLines} from '../runtime/status-lines';
import {findSubject} from '../scenario/subject';
import type {Subject} from '../scenario/subject';
import {leave} from './leave';
import {swallowed, wholeNumber} from './options';
import {WrongUse} from './wrong-use';

const SERVERS_MOST = 9;
const PORT_MOST = 65_535;
/** As Redis does it. */
const SERVER_PORT_BEYOND = 10_000;
const KILL_EVERY_LEAST_MS = 200;

/** As given; what npm took for its own is added. */
interface Given {
  readonly servers?: string;
  readonly subject?: string;
  readonly data?: string;
  readonly port?: string;
  readonly serverPort?: string;
  readonly killEvery?: string;
  readonly holdUnsynced?: boolean;
  readonly plain?: boolean;
}

export interface Chosen {
  readonly subject: Subject;
  readonly servers: number;
  readonly data: string;
  readonly port: number;
  readonly serverPort: number;
  readonly killEveryMs: number | undefined;
  readonly holdUnsynced: boolean;
  readonly isPlain: boolean;
}

export async function clusterCommand(given: Given): Promise<void> {
  const chosen = choose(given);
  const {killEveryMs, subject} = chosen;
  const isLive = Boolean(process.stdout.isTTY) && !chosen.isPlain;
  // A server is down for as long as people can see it, but back before the next is killed.
  const restartAfterMs = killEveryMs === undefined ? 1_000 : Math.min(1_000, killEveryMs / 2);
  let hasFailed = false;
  const cluster: Cluster = new Cluster(
    {...chosen, subject: subject.named ?? subject.name, restartAfterMs},
    (event: ClusterEvent) => {
      hasFailed ||= event.kind === 'ended';
      lines.tell(event);
    });
  const lines: StatusLines = new StatusLines(process.stdout, () => cluster.view(), isLive);
  process.stdout.write(`Subject: ${subject.name}\n`);
  let isInterrupted = false;
  const interrupted = onInterrupt(() => cluster.killAll());
  void interrupted.then(() => { isInterrupted = true; });
  try {
    await Promise.race([cluster.start(), interrupted]);
  } catch (error) {
    if (!(error instanceof ClusterRefused)) throw error;
    process.stderr.write(`flotilla: ${error.message}\n`);
    return leave(error.exitCode);
  }
  if (!isInterrupted) {
    process.stdout.write(`${introduction(chosen)}\n\n`);
    lines.begin();
  }
  const killing = killEveryMs === undefined ? undefined
    : setInterval(() => killOne(cluster), killEveryMs);
  await Promise.race([interrupted, cluster.until(() => cluster.view().every(isGoneForGood))]);
  clearInterval(killing);
  lines.print('Stopping…');
  await cluster.stop();
  lines.end();
  process.stdout.write(`All servers have stopped. Their data is in ${chosen.data}\n`);
  await leave(hasFailed ? 1 : 0);
}

/** All servers have ended by themselves: there is nothing left to show. */
function isGoneForGood({pid, willRestart}: {pid: number | null; willRestart: boolean}): boolean {
  return pid === null && !willRestart;
}

function choose(given: Given): Chosen {
  const text = (name: keyof Given & string, option: string): string | undefined =>
    (given[name] as string | undefined) ?? swallowed(option);
  const isSet = (name: 'holdUnsynced' | 'plain', option: string): boolean =>
    given[name] === true || swallowed(option) === 'true';
  const subject = findSubject(text('subject', 'subject'));
  const servers = wholeNumber(text('servers', 'servers') ?? '3', '--servers', 1, SERVERS_MOST);
  const portMost = PORT_MOST - servers + 1;
  const port = wholeNumber(text('port', 'port') ?? '7001', '--port', 1, portMost);
  const beyond = port + SERVER_PORT_BEYOND;
  const serverPort = wholeNumber(
    text('serverPort', 'server-port') ??
      String(beyond <= portMost ? beyond : port - SERVER_PORT_BEYOND),
    '--server-port', 1, portMost);
  if (Math.abs(port - serverPort) < servers) {
    throw new WrongUse(`--port ${port} and --server-port ${serverPort} are too close: each is ` +
      `the first of ${servers}`);
  }
  const killEvery = text('killEvery', 'kill-every');
  return {
    subject, servers, port, serverPort,
    data: path.resolve(text('data', 'data') ??
      path.join('cluster-data', `${subject.name}-${servers}`)),
    killEveryMs: killEvery === undefined ? undefined : duration(killEvery),
    holdUnsynced: isSet('holdUnsynced', 'hold-unsynced'),
    isPlain: isSet('plain', 'plain'),
  };
}

/** In ms. */
const UNITS: Readonly<Record<string, number>> = {ms: 1, s: 1_000, m: 60_000};

function duration(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  const ms = Number(number) * (UNITS[unit ?? ''] ?? Number.NaN);
  if (ms >= KILL_EVERY_LEAST_MS && ms < 2 ** 31) return ms;
  throw new WrongUse('--kill-every takes a time of at least 200ms, such as 500ms, 2s or 1m, ' +
    `not "${text}"`);
}

/** What a person can do now. */
function introduction({servers, data, port, holdUnsynced, killEveryMs}: Chosen): string {
  return [
    `${servers === 1 ? 'One server' : `${servers} servers`}, data in ${data}`,
    ...holdUnsynced ? ['What is not synced stays in memory, and kill -9 loses it.'] : [],
    ...killEveryMs === undefined ? [] : [`Every ${killEveryMs} ms one of them is killed.`],
    `Try redis-cli -c -p ${port} set foo 42, or kill -9 one of them. Ctrl-C stops all.`,
  ].join('\n');
}

/** Whichever it is, the cluster goes on: the last one that was killed is up again, or nearly. */
function killOne(cluster: Cluster): void {
  const up = cluster.view().filter(({isUp}) => isUp);
  const chosen = up[Math.floor(Math.random() * up.length)];
  if (chosen !== undefined) cluster.kill(chosen.id);
}

/** Resolves at the first Ctrl-C, or whatever else asks for an end; `again` is for the second. */
function onInterrupt(again: () => void): Promise<void> {
  return new Promise(interrupted => {
    let count = 0;
    const onSignal = (): void => {
      if (++count === 1) interrupted();
      else again();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
    // Whoever read what is printed has gone.
    process.stdout.on('error', onSignal);
  });
}
