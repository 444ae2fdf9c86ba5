/**
 * One server in a process of its own: the subject's files on real sockets, a real disk, real time.
 *
 * Promises: an acknowledged write is on the disk. If anything is wrong, the process says so in one
 * line and exits; it never goes on with less. It does not outlive the cluster that started it.
 * Read next: machine.ts, record-file.ts, real-sockets.ts, front-end.ts: its parts.
 */
import crypto from 'node:crypto';
import type {BoxSpec, Fault} from '../host/box';
import type {KvOperation} from '../raft/kv-messages';
import type {Json} from '../raft/messages';
import {findSubject, modulesOf, PROGRAMS} from '../scenario/subject';
import {describeDiskError, openDisk} from './driver-disk';
import {RespFrontEnd} from './front-end';
import {BoxMachine} from './machine';
import type {CallAnswer} from './machine';
import {watchForOrphanhood} from './orphan-watch';
import {Door, PortTaken, RealSockets} from './real-sockets';
import type {RecordFile} from './record-file';
import {RecordFileError} from './record-format';
import {describeStray} from './stray-error';
import {EXIT} from './server-options';
import type {ServerOptions, ServerReport} from './server-options';
import {loadStudentParts} from './student-parts';
import type {Driver, Transport} from './student-parts';

/** As the tests have them; a snapshot is due when the records of a server are a megabyte. */
const SETTINGS = {
  heartbeatIntervalMs: 50, electionTimeoutMs: 500, rpcTimeoutMs: 200,
  service: 'kv', snapshotBytes: 1_000_000,
};
/** A server that starts again is back among the others after this time. */
const RECONNECT_MS = 100;
/** A snapshot travels in one frame. */
const FRAME_BYTES_MAX = 256 * 1024 * 1024;
const QUEUED_BYTES_MAX = 64 * 1024 * 1024;
const STATUS_EVERY_MS = 100;
/** Even if nothing has changed, as a sign of life. */
const STATUS_AT_LEAST_EVERY_MS = 1_000;

class ServerProcess {
  private readonly modules: BoxSpec['modules'];
  private machine!: BoxMachine;
  private frontEnd!: RespFrontEnd;
  // What may not be there yet when the process is stopped while it starts.
  private transport: Transport | undefined;
  private driver: Driver | undefined;
  private file: RecordFile | undefined;
  private clientDoor: Door | undefined;
  private isEnding = false;

  constructor(private readonly options: ServerOptions) {
    this.modules = modulesOf(findSubject(options.subject), 7);
  }

  /** Ports first, then the disk, then the code: what is in the way is found before it can harm. */
  async start(): Promise<void> {
    const {self, addresses} = this.options;
    const {host, port, serverPort} = addresses[self]!;
    const clientDoor = this.clientDoor = await Door.at({host, port});
    const serverDoor = await Door.at({host, port: serverPort});
    const file = await openDisk(this.options, line => report({kind: 'notice', line}));
    this.file = file;
    this.machine = new BoxMachine({
      spec: {id: self, program: PROGRAMS.server, modules: this.modules},
      boot: {
        servers: Object.keys(addresses), settings: JSON.stringify(SETTINGS),
        seed: crypto.randomInt(2 ** 31), incarnation: this.options.incarnation,
        disk: file.records,
      },
      now, log, faulty: fault => this.end(EXIT.failed, sentenceOf(fault)),
    });
    const effects = await this.machine.boot();
    if (this.isEnding) return;
    this.connect(serverDoor, file).start(effects);
    clientDoor.open(socket => this.frontEnd.accept(socket));
    report({kind: 'ready'});
    this.reportStatus();
  }

  /** Puts machine, driver, transport, disk and front end together. */
  private connect(serverDoor: Door, file: RecordFile): Driver {
    const {self, addresses, clusterId} = this.options;
    const parts = loadStudentParts(this.modules, log);
    const {machine} = this;
    this.frontEnd = new RespFrontEnd({
      self, addresses, clusterId, status: machine.status,
      file: () => ({bytes: file.size, syncs: file.syncs}),
      request: (callId: number, operation: KvOperation) =>
        driver.call(callId, 'request', {session: null, operation}),
    });
    const driver = this.driver = parts.driver({
      machine, now,
      disk: {
        append: record => file.append(record as string),
        sync: () => this.orEnd(file.sync()),
        rewrite: records => this.orEnd(file.rewrite(records as readonly string[])),
      },
      send: (to, message) => transport.send(to, message),
      answer: (callId, value) =>
        this.frontEnd.answered(callId, value as CallAnswer & {readonly [key: string]: Json}),
      failed: error => this.end(EXIT.failed, describeDiskError(error)),
    });
    const others = Object.fromEntries(Object.entries(addresses)
      .map(([id, {host, serverPort}]) => [id, {host, port: serverPort}]));
    const transport = this.transport = parts.transport({
      self, servers: Object.keys(addresses), sockets: new RealSockets(serverDoor, others),
      reconnectMs: RECONNECT_MS, queuedBytesMax: QUEUED_BYTES_MAX, frameBytesMax: FRAME_BYTES_MAX,
      deliver: (from, message) => driver.receive(from, message),
    });
    return driver;
  }

  /** A driver that does not say that its disk has failed may not go on either. */
  private orEnd(saved: Promise<void>): Promise<void> {
    saved.catch((error: unknown) =>
      setTimeout(() => this.end(EXIT.failed, describeDiskError(error)), 200));
    return saved;
  }

  private reportStatus(): void {
    let last = '';
    let lastAtMs = 0;
    setInterval(() => {
      const status = this.frontEnd.status();
      const text = JSON.stringify(status);
      if (text === last && now() - lastAtMs < STATUS_AT_LEAST_EVERY_MS) return;
      last = text;
      lastAtMs = now();
      report({kind: 'status', status});
    }, STATUS_EVERY_MS).unref();
  }

  /** In good order: what was appended is saved, and the file says that it is complete. */
  async stop(): Promise<void> {
    if (this.isEnding) return;
    this.isEnding = true;
    this.clientDoor?.close();
    this.driver?.stop();
    this.transport?.close();
    try {
      await this.file?.close();
      process.exit(EXIT.stopped);
    } catch (error) {
      leaveWith(EXIT.failed, describeDiskError(error));
    }
  }

  /** At once, as in a crash: what has left this process has left it, and nothing more will. */
  end(code: number, line: string): void {
    if (this.isEnding) return;
    this.isEnding = true;
    leaveWith(code, line);
  }
}

/** Ms since 1970 that never go back, whatever is done to the wall clock. */
function now(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}

/** Nobody listens anymore when the cluster has gone; then this process ends soon, too. */
function report(what: ServerReport): void {
  if (process.connected) process.send?.(what);
}

function log(line: string): void {
  report({kind: 'log', line});
}

/** The last words have to arrive before the process may go. */
function leaveWith(code: number, line: string): void {
  const report: ServerReport = {kind: 'ending', line};
  if (!process.connected) process.exit(code);
  process.send?.(report, () => process.exit(code));
}

function sentenceOf({text, file, line}: Fault): string {
  const at = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
  return `its code stopped. ${at}${text}`;
}

/** Something is in the way, and nothing was begun. */
function isRefusal(error: unknown): error is Error {
  return error instanceof PortTaken || error instanceof RecordFileError;
}

function main(): void {
  const options = JSON.parse(process.argv[2] ?? '{}') as ServerOptions;
  const server = new ServerProcess(options);
  // A Ctrl-C reaches the whole group of processes; the cluster decides what it means.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void server.stop());
  // A file that may not grow is an error of a write (EFBIG), like a full disk.
  process.on('SIGXFSZ', () => undefined);
  process.on('disconnect', () => process.exit(EXIT.failed));
  process.on('uncaughtException', error => server.end(EXIT.failed, describeStray(error, options)));
  watchForOrphanhood();
  server.start().catch((error: unknown) => {
    if (isRefusal(error)) server.end(EXIT.refused, error.message);
    else server.end(EXIT.failed, describeStray(error, options));
  });
}

main();
