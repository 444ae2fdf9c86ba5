/**
 * The disk of one real server: its records in a file, safe when `sync` says so.
 *
 * Promises:
 *   1. What was appended before a sync is on the disk when the sync's promise resolves (fdatasync).
 *   2. A rewrite happens whole or not at all: a new file, its fsync, a rename, the folder's fsync.
 *   3. Opening cuts a torn tail and says so. A file that is damaged, another's, of another version,
 *      missing, or shorter than when it was closed is refused, and left as it is.
 *   4. After a failure nothing more is written, and every promise is rejected with it.
 * Read next: server-process.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {WireText} from '../host/box';
import {lockFolder} from './folder-lock';
import {headerLine, readRecords, RecordFileError, recordLine} from './record-format';
import type {Owner} from './record-format';

const RECORDS = 'records';
const BESIDE = 'records.new';
/** There while no server runs: how long the file was when it was closed. */
const CLOSED = 'closed';

/**
 * A file grows by so many NUL bytes at a time. To overwrite them costs a disk half of what growing
 * costs, since the length of the file need not be synced too.
 */
const ROOM = Buffer.alloc(512 * 1024);

export interface RecordFileOptions {
  readonly folder: string;
  readonly owner: Owner;
  /** Appended bytes stay in memory until a sync, so that even kill -9 loses them. */
  readonly holdUnsynced?: boolean;
}

/** Makes the folder of a server that has no records yet. */
export function createRecordFile(folder: string, owner: Owner): void {
  fs.mkdirSync(folder, {recursive: true});
  const beside = path.join(folder, BESIDE);
  fs.writeFileSync(beside, headerLine(owner), {flush: true});
  fs.renameSync(beside, path.join(folder, RECORDS));
  syncFolder(folder);
}

export class RecordFile {
  /** What was there when it was opened. */
  readonly records: readonly WireText[];
  /** How many bytes of a torn tail were cut off then. */
  readonly bytesCut: number;
  /** How often the disk was waited for. */
  syncs = 0;
  private pending: Buffer[] = [];
  /** The file's length with the room at its end; Infinity once there is no more to be had. */
  private bytesWithRoom: number;
  /** The last operation; operations run one after the other. */
  private last: Promise<void> = Promise.resolve();
  private underWay = 0;
  private failure: Error | undefined;
  private flushAt: NodeJS.Immediate | undefined;

  private constructor(
    private readonly options: RecordFileOptions, private fd: number, private bytes: number,
    private readonly unlock: () => void, found: readonly WireText[], bytesCut: number,
  ) {
    this.records = found;
    this.bytesWithRoom = bytes;
    this.bytesCut = bytesCut;
  }

  /** @throws RecordFileError, and leaves the folder as it was. */
  static open(options: RecordFileOptions): RecordFile {
    const {folder, owner} = options;
    const file = path.join(folder, RECORDS);
    let unlock = (): void => undefined;
    try {
      unlock = lockFolder(folder);
      const bytes = fs.existsSync(file) ? fs.readFileSync(file) : undefined;
      if (bytes === undefined) throw new RecordFileError(`${file} is missing`);
      const {records, wholeBytes, tornBytes} = readRecords(bytes, owner, file);
      refuseShorter(folder, bytes.length);
      const fd = fs.openSync(file, 'r+');
      if (wholeBytes < bytes.length) cut(fd, wholeBytes);
      fs.rmSync(path.join(folder, BESIDE), {force: true});
      fs.rmSync(path.join(folder, CLOSED), {force: true});
      syncFolder(folder);
      return new RecordFile(options, fd, wholeBytes, unlock, records, tornBytes);
    } catch (error) {
      unlock();
      throw inOwnWords(folder, error);
    }
  }

  /** Bytes of the file, what waits for a sync included. */
  get size(): number {
    return this.pending.reduce((sum, line) => sum + line.length, this.bytes);
  }

  append(text: WireText): void {
    this.pending.push(recordLine(text));
    if (this.options.holdUnsynced === true) return;
    this.flushAt ??= setImmediate(() => this.flush());
  }

  /** Everything that was appended so far is safe when this resolves. */
  sync(): Promise<void> {
    const lines = this.takePending();
    return this.inTurn(async () => {
      this.syncs++;
      await this.write(lines);
      await dataSync(this.fd);
    });
  }

  /** Replaces all records; what was appended and not synced goes with them. */
  rewrite(texts: readonly WireText[]): Promise<void> {
    this.takePending();
    const lines = [headerLine(this.options.owner), ...texts.map(recordLine)];
    return this.inTurn(() => this.replaceFile(Buffer.concat(lines)));
  }

  /** Ends in good order: what was appended is saved, and the length is kept for the next start. */
  async close(): Promise<void> {
    const {folder} = this.options;
    await this.sync();
    cut(this.fd, this.bytes);
    fs.closeSync(this.fd);
    fs.writeFileSync(path.join(folder, CLOSED), `${this.bytes}\n`, {flush: true});
    this.unlock();
  }

  private takePending(): readonly Buffer[] {
    const lines = this.pending;
    this.pending = [];
    clearImmediate(this.flushAt);
    this.flushAt = undefined;
    return lines;
  }

  /** Hands over to the system what nobody has asked to be synced. */
  private flush(): void {
    const lines = this.takePending();
    // What goes wrong here is told to whoever syncs next.
    this.inTurn(() => this.write(lines)).catch(() => undefined);
  }

  private inTurn(operation: () => Promise<void>): Promise<void> {
    const run = async (): Promise<void> => {
      try {
        if (this.failure !== undefined) throw this.failure;
        await operation();
      } catch (error) {
        this.failure ??= error as Error;
        throw this.failure;
      } finally {
        this.underWay--;
      }
    };
    const mine = this.underWay++ === 0 ? run() : this.last.then(run, run);
    this.last = mine;
    return mine;
  }

  private async write(lines: readonly Buffer[]): Promise<void> {
    if (lines.length === 0) return;
    const bytes = lines.length === 1 ? lines[0] as Buffer : Buffer.concat(lines);
    await writeAt(this.fd, bytes, this.bytes);
    this.bytes += bytes.length;
    if (this.bytes > this.bytesWithRoom) await this.makeRoom();
  }

  /** Where the disk has no room to spare, the file grows by what it holds. */
  private async makeRoom(): Promise<void> {
    try {
      await writeAt(this.fd, ROOM, this.bytes);
      this.bytesWithRoom = this.bytes + ROOM.length;
    } catch {
      this.bytesWithRoom = Infinity;
    }
  }

  private async replaceFile(bytes: Buffer): Promise<void> {
    const {folder} = this.options;
    const beside = path.join(folder, BESIDE);
    this.syncs++;
    await fs.promises.writeFile(beside, bytes, {flush: true});
    await fs.promises.rename(beside, path.join(folder, RECORDS));
    await syncFolderLater(folder);
    fs.closeSync(this.fd);
    this.fd = fs.openSync(path.join(folder, RECORDS), 'r+');
    this.bytes = this.bytesWithRoom = bytes.length;
  }
}

/** In a thread of Node's own: a disk that is busy holds up a write too, not only a sync. */
async function writeAt(fd: number, bytes: Buffer, offset: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += await writeSome(fd, bytes.subarray(written), offset + written);
  }
}

function writeSome(fd: number, bytes: Buffer, offset: number): Promise<number> {
  return new Promise((done, failed) => {
    fs.write(fd, bytes, 0, bytes.length, offset, (error, written) => {
      if (error === null) done(written);
      else failed(error);
    });
  });
}

/** What the system says when a folder cannot be used, with the folder. */
function inOwnWords(folder: string, error: unknown): unknown {
  const {code, message} = error as NodeJS.ErrnoException;
  if (error instanceof RecordFileError || code === undefined) return error;
  return new RecordFileError(`${folder} cannot be used (${message})`);
}

function refuseShorter(folder: string, bytes: number): void {
  const marker = path.join(folder, CLOSED);
  if (!fs.existsSync(marker)) return;
  const before = Number(fs.readFileSync(marker, 'utf8'));
  if (bytes >= before) return;
  throw new RecordFileError(`${path.join(folder, RECORDS)} has ${bytes} bytes, and had ${before} ` +
    'when its server was stopped: something cut it off. Nothing was changed');
}

function cut(fd: number, bytes: number): void {
  fs.ftruncateSync(fd, bytes);
  fs.fsyncSync(fd);
}

function dataSync(fd: number): Promise<void> {
  return new Promise((done, failed) => {
    fs.fdatasync(fd, error => {
      if (error === null) done();
      else failed(error);
    });
  });
}

async function syncFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.promises.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is on the disk only when its folder is. Windows has no such call, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
