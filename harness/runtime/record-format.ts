/**
 * How records stand in a file: a line each, with its checksum, so that a person can read it too.
 *
 *     flotilla-records 1 5a0c1d3e 39 {"cluster":"4be1…","server":"S1"}
 *     8d777f38 32 {"currentTerm":1,"votedFor":"S1"}
 *
 * A line is the CRC-32 of its JSON text in UTF-8, the number of its bytes, and the text, in which
 * JSON leaves no line break. The header also says which version of this format follows.
 * Behind the last line there may be NUL bytes: room for what comes next.
 * Promises: what a crash left unfinished at the end is told from what somebody changed: a torn line
 * is shorter than it says, or has NUL bytes where the disk has written nothing. Else it is damage.
 * Read next: record-file.ts.
 */
import zlib from 'node:zlib';
import type {WireText} from '../host/box';

export const FORMAT_VERSION = 1;
const FORMAT_NAME = 'flotilla-records';
const LINE_BREAK = 10;
/** The longest start of a line that is not its text. */
const PREFIX_BYTES_MAX = 24;
/** So many NUL bytes in a row are no accident to a letter. */
const UNWRITTEN = Buffer.alloc(16);

/** Whose records these are. */
export interface Owner {
  readonly cluster: string;
  readonly server: string;
}

/** The file cannot be used as it is. One line for a person; nothing was changed. */
export class RecordFileError extends Error {
  override readonly name = 'RecordFileError';
}

export interface FoundRecords {
  readonly records: readonly WireText[];
  /** How far the file holds whole records. */
  readonly wholeBytes: number;
  /** What is behind them, without the room: a record that a crash has torn, or nothing. */
  readonly tornBytes: number;
}

export function headerLine({cluster, server}: Owner): Buffer {
  const line = recordLine(JSON.stringify({cluster, server}));
  return Buffer.concat([Buffer.from(`${FORMAT_NAME} ${FORMAT_VERSION} `), line]);
}

export function recordLine(text: WireText): Buffer {
  const bytes = Buffer.byteLength(text);
  const prefix = `00000000 ${bytes} `;
  const line = Buffer.allocUnsafe(prefix.length + bytes + 1);
  line.write(prefix, 'latin1');
  line.write(text, prefix.length, 'utf8');
  line.write(checksum(line.subarray(prefix.length, -1)), 'latin1');
  line[line.length - 1] = LINE_BREAK;
  return line;
}

/**
 * Finds the records in the bytes of a file.
 * @param file its name, for what is said about it.
 * @throws RecordFileError if it is another's, of another version, or damaged.
 */
export function readRecords(all: Buffer, owner: Owner, file: string): FoundRecords {
  const bytes = withoutRoom(all);
  const records: WireText[] = [];
  let offset = readHeader(bytes, owner, file);
  while (offset < bytes.length) {
    const record = recordAt(bytes, offset);
    if (record === undefined) {
      refuseDamage(bytes, offset, file);
      break;
    }
    records.push(record.text);
    offset = record.end;
  }
  return {records, wholeBytes: offset, tornBytes: bytes.length - offset};
}

function withoutRoom(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

/** Returns where the first record begins. */
function readHeader(bytes: Buffer, owner: Owner, file: string): number {
  const start = bytes.toString('latin1', 0, 64);
  const [, version, rest] = /^flotilla-records (\d+) (.*)/s.exec(start) ?? [];
  if (version === undefined || rest === undefined) {
    throw new RecordFileError(bytes.length === 0
      ? `${file} is empty, without even its header: something cut it off`
      : `${file} is no file of records: it does not begin with "${FORMAT_NAME}"`);
  }
  if (version !== String(FORMAT_VERSION)) {
    throw new RecordFileError(
      `${file} is of format version ${version}, and this kit reads version ${FORMAT_VERSION}`);
  }
  const header = recordAt(bytes, `${FORMAT_NAME} ${version} `.length);
  if (header === undefined) {
    throw new RecordFileError(`${file} is damaged: its header does not match its checksum`);
  }
  refuseOthers(JSON.parse(header.text) as Owner, owner, file);
  return header.end;
}

function refuseOthers(found: Owner, owner: Owner, file: string): void {
  if (found.server !== owner.server) {
    throw new RecordFileError(
      `${file} holds the records of ${found.server}, not of ${owner.server}`);
  }
  if (found.cluster !== owner.cluster) {
    throw new RecordFileError(`${file} belongs to another cluster: ` +
      `${found.cluster.slice(0, 8)}…, not ${owner.cluster.slice(0, 8)}…`);
  }
}

interface FoundRecord {
  readonly text: WireText;
  readonly end: number;
}

/** The whole record that begins here, or undefined if what begins here is none. */
function recordAt(bytes: Buffer, offset: number): FoundRecord | undefined {
  const prefix = prefixAt(bytes, offset);
  if (prefix === undefined) return undefined;
  const {sum, textOffset, textBytes} = prefix;
  const end = textOffset + textBytes;
  if (bytes[end] !== LINE_BREAK) return undefined;
  const text = bytes.subarray(textOffset, end);
  return checksum(text) === sum ? {text: text.toString('utf8'), end: end + 1} : undefined;
}

interface Prefix {
  readonly sum: string;
  readonly textOffset: number;
  readonly textBytes: number;
}

function prefixAt(bytes: Buffer, offset: number): Prefix | undefined {
  const start = bytes.toString('latin1', offset, offset + PREFIX_BYTES_MAX);
  const [whole, sum, textBytes] = /^([0-9a-f]{8}) (\d{1,10}) /.exec(start) ?? [];
  if (whole === undefined || sum === undefined) return undefined;
  return {sum, textOffset: offset + whole.length, textBytes: Number(textBytes)};
}

/** Throws unless what is left of the file is a line that a crash left unfinished. */
function refuseDamage(bytes: Buffer, offset: number, file: string): void {
  if (hasRecordAfter(bytes, offset)) {
    throw new RecordFileError(`${file} is damaged at byte ${offset}: this record does not match ` +
      'its checksum, and whole records follow it. Nothing was changed');
  }
  if (isTorn(bytes.subarray(offset))) return;
  throw new RecordFileError(`${file} is damaged at byte ${offset}: its last record is complete ` +
    'and does not match its checksum, so no crash has torn it. Nothing was changed');
}

function hasRecordAfter(bytes: Buffer, offset: number): boolean {
  let lineBreak = bytes.indexOf(LINE_BREAK, offset);
  while (lineBreak !== -1) {
    if (recordAt(bytes, lineBreak + 1) !== undefined) return true;
    lineBreak = bytes.indexOf(LINE_BREAK, lineBreak + 1);
  }
  return false;
}

/** JSON text has no NUL bytes, but a part of a file that was never written reads as such. */
function isTorn(rest: Buffer): boolean {
  if (rest.includes(UNWRITTEN)) return true;
  const prefix = prefixAt(rest, 0);
  if (prefix === undefined) {
    return /^(?:[0-9a-f]{0,8}|[0-9a-f]{8} \d{0,10})$/.test(rest.toString('latin1', 0, 64));
  }
  return rest.length <= prefix.textOffset + prefix.textBytes && !rest.includes(LINE_BREAK);
}

function checksum(text: Uint8Array): string {
  return zlib.crc32(text).toString(16).padStart(8, '0');
}
