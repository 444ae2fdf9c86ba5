/**
 * A whole cluster: a process a server, started, killed, started again and stopped.
 *
 * Promises: `start` resolves when all servers answer, or rejects with one line and leaves nothing
 * behind; `stop` resolves when no process is left. A server that was killed is started again; one
 * that ended by itself has said why, and stays down.
 * Read next: data-folder.ts (what is kept), server-process.ts (one server).
 */
import {fork} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import path from 'node:path';
import {root} from '../host/register.js';
import type {ServerId} from '../raft/messages';
import type {ServerAddress} from './command';
import {folderOfServer, prepareDataFolder} from './data-folder';
import {lockFolder} from './folder-lock';
import {EXIT} from './server-options';
import type {ServerOptions, ServerReport} from './server-options';
import type {StatusNow} from './server-status';

export interface ClusterOptions {
  readonly servers: number;
  /** 'skeleton', 'reference' or a folder. */
  readonly subject: string;
  readonly data: string;
  /** Clients connect to this port and those after it; servers to `serverPort` and those after. */
  readonly port: number;
  readonly serverPort: number;
  readonly holdUnsynced?: boolean;
  /** How long a killed server stays down. */
  readonly restartAfterMs?: number;
}

export type ClusterEvent =
  | {readonly kind: 'status'; readonly server: ServerId}
  | {readonly kind: 'up' | 'killed'; readonly server: ServerId; readonly pid: number}
  | {readonly kind: 'ended' | 'notice' | 'log'; readonly server: ServerId; readonly line: string};

/** The cluster cannot start: one line for a person. */
export class ClusterRefused extends Error {
  override readonly name = 'ClusterRefused';

  constructor(message: string, readonly exitCode: number = EXIT.refused) {
    super(message);
  }
}

export interface ServerView {
  readonly id: ServerId;
  readonly address: ServerAddress;
  readonly pid: number | null;
  readonly isUp: boolean;
  /** It was killed, and is started again. */
  readonly willRestart: boolean;
  /** As last reported. */
  readonly status: StatusNow | undefined;
  readonly reportedAtMs: number;
}

interface Server {
  readonly id: ServerId;
  process: ChildProcess | undefined;
  isUp: boolean;
  starts: number;
  status: StatusNow | undefined;
  reportedAtMs: number;
  /** Why it ended, in its own words, and how. */
  lastWords: string | undefined;
  exitCode: number | undefined;
  restart: NodeJS.Timeout | undefined;
}

const HOST = '127.0.0.1';
const PROGRAM = path.join(__dirname, 'server-process.ts');
const REGISTER = path.join(root, 'harness/host/register.js');
/** A server that does not end in good order within this time is killed. */
const STOP_WITHIN_MS = 5_000;
const RESTART_AFTER_MS = 1_000;

export class Cluster {
  readonly addresses: Readonly<Record<ServerId, ServerAddress>>;
  private readonly servers: readonly Server[];
  private clusterId = '';
  private unlock: (() => void) | undefined;
  private isStopping = false;
  /** Before this, a server that ends means that the cluster cannot start. */
  private hasStarted = false;
  /** Those who wait until something changes. */
  private onChange: (() => void)[] = [];

  constructor(
    private readonly options: ClusterOptions,
    private readonly tell: (event: ClusterEvent) => void = () => undefined,
  ) {
    const ids = Array.from({length: options.servers}, (_, n) => `S${n + 1}`);
    this.addresses = Object.fromEntries(ids.map((id, n) => [
      id, {host: HOST, port: options.port + n, serverPort: options.serverPort + n},
    ]));
    this.servers = ids.map(id => ({
      id, process: undefined, isUp: false, starts: 0, status: undefined, reportedAtMs: 0,
      lastWords: undefined, exitCode: undefined, restart: undefined,
    }));
  }

  /** @throws ClusterRefused */
  async start(): Promise<void> {
    const {data} = this.options;
    try {
      this.clusterId = prepareDataFolder(data, Object.keys(this.addresses));
      this.unlock = lockFolder(data);
    } catch (error) {
      throw new ClusterRefused((error as Error).message);
    }
    for (const server of this.servers) this.launch(server);
    // One that cannot start says why and ends; the others are stopped again in good order.
    await this.until(() => this.servers.every(server => server.isUp || hasEnded(server)));
    const refused = this.servers.find(server => !server.isUp);
    if (refused !== undefined) {
      await this.stop();
      throw new ClusterRefused(
        `${refused.id}: ${refused.lastWords ?? 'it ended without a word'}`, refused.exitCode);
    }
    this.hasStarted = true;
  }

  /** What is known of each server now. */
  view(): readonly ServerView[] {
    return this.servers.map(({id, process: child, isUp, restart, status, reportedAtMs}) => ({
      id, address: this.addresses[id]!, pid: child?.pid ?? null, isUp,
      willRestart: restart !== undefined, status, reportedAtMs,
    }));
  }

  /** The server that leads the latest term, as far as is known. */
  leader(): ServerId | undefined {
    const leaders = this.servers.filter(({isUp, status}) => isUp && status?.role === 'leader');
    leaders.sort((a, b) => (b.status?.currentTerm ?? 0) - (a.status?.currentTerm ?? 0));
    return leaders[0]?.id;
  }

  /** kill -9. It is started again after a while. */
  kill(id: ServerId): void {
    this.servers.find(server => server.id === id)?.process?.kill('SIGKILL');
  }

  /** Resolves when the condition holds; it is looked at whenever something has changed. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>(changed => { this.onChange.push(changed); });
    }
  }

  /** Ends all servers in good order; those that do not end are killed. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const {restart, process: child} of this.servers) {
      clearTimeout(restart);
      child?.kill('SIGTERM');
    }
    const deadline = setTimeout(() => this.killAll(), STOP_WITHIN_MS);
    await this.until(() => this.servers.every(({process: child}) => child === undefined));
    clearTimeout(deadline);
    this.unlock?.();
    this.unlock = undefined;
  }

  /** Ends all servers at once. */
  killAll(): void {
    for (const {process: child} of this.servers) child?.kill('SIGKILL');
  }

  /** Starts a server's process; its channel to this one is also the sign that this one lives. */
  private launch(server: Server): void {
    const {subject, data, holdUnsynced} = this.options;
    const options: ServerOptions = {
      self: server.id, addresses: this.addresses, clusterId: this.clusterId,
      folder: path.resolve(folderOfServer(data, server.id)), subject,
      holdUnsynced: holdUnsynced === true, incarnation: server.starts++,
    };
    const child = fork(PROGRAM, [JSON.stringify(options)], {
      execArgv: ['-r', REGISTER], stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    server.process = child;
    server.lastWords = undefined;
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => { errors += text; });
    child.on('message', message => this.hear(server, message as ServerReport));
    child.once('exit', (code, signal) => {
      server.lastWords ??= lastLineOf(errors);
      server.exitCode = code ?? EXIT.failed;
      this.gone(server, signal);
    });
  }

  /** A server has something to say. */
  private hear(server: Server, report: ServerReport): void {
    const {id} = server;
    server.reportedAtMs = Date.now();
    switch (report.kind) {
      case 'ready':
        server.isUp = true;
        this.tell({kind: 'up', server: id, pid: server.process?.pid ?? 0});
        break;
      case 'status':
        server.status = report.status;
        this.tell({kind: 'status', server: id});
        break;
      case 'ending':
        server.lastWords = report.line;
        break;
      default:
        this.tell({kind: report.kind, server: id, line: report.line});
    }
    this.changed();
  }

  /** By a signal it was killed, by us or by somebody; else it ended by itself, and has said why. */
  private gone(server: Server, signal: NodeJS.Signals | null): void {
    const pid = server.process?.pid ?? 0;
    server.process = undefined;
    server.isUp = false;
    server.status = undefined;
    if (!this.isStopping && this.hasStarted) {
      if (signal === null) {
        this.tell({kind: 'ended', server: server.id, line: server.lastWords ?? 'no reason given'});
      } else {
        this.tell({kind: 'killed', server: server.id, pid});
        const {restartAfterMs = RESTART_AFTER_MS} = this.options;
        server.restart = setTimeout(() => {
          server.restart = undefined;
          this.launch(server);
        }, restartAfterMs);
      }
    }
    this.changed();
  }

  private changed(): void {
    const waiting = this.onChange;
    this.onChange = [];
    for (const go of waiting) go();
  }
}

function hasEnded(server: Server): boolean {
  return server.process === undefined;
}

/** For a process that never came so far as to report: what Node printed, in a line. */
function lastLineOf(errors: string): string | undefined {
  const lines = errors.split('\n').filter(line => line.trim() !== '');
  return lines.find(line => /Error/.test(line)) ?? lines.at(-1);
}
