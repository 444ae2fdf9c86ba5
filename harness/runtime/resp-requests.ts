/**
 * Requests of Redis clients, out of a stream of bytes: arrays of words, or lines typed by a person.
 *
 * Source: the Redis serialization protocol; the package redis-parser reads the arrays.
 * Promises: however the stream is cut into chunks, the same requests come out. A word's characters
 * are its bytes (latin1), so any bytes are a word and its length is their number.
 * Read next: client-connection.ts.
 */
import RedisParser from 'redis-parser';

const ARRAY = 0x2a;
const LINE_BREAK = 0x0a;
const LINE_BYTES_MAX = 64 * 1024;
/** A request that is longer is nobody's value. */
const REQUEST_BYTES_MAX = 64 * 1024 * 1024;
/** More words than this in a request are a mistake. */
const WORDS_MAX = 1024 * 1024;

export type Words = readonly string[];

/** The bytes are no requests. The connection cannot go on. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export class RequestReader {
  private readonly parser: RedisParser;
  /** What was typed of a line that has not ended. */
  private line = Buffer.alloc(0);
  /** Bytes of the request that is being read. */
  private bytes = 0;

  constructor(private readonly onRequest: (words: Words) => void) {
    const refuse = (error: Error): void => {
      throw new ProtocolError(error.message);
    };
    this.parser = new RedisParser({
      returnBuffers: true,
      returnReply: reply => this.take(reply),
      returnError: refuse,
      returnFatalError: refuse,
    });
  }

  /** @throws ProtocolError */
  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0 && this.isBetweenArrays && (this.line.length > 0 || rest[0] !== ARRAY)) {
      rest = this.readLine(rest);
    }
    if (rest.length === 0) return;
    this.bytes += rest.length;
    try {
      this.parser.execute(rest);
    } catch (error) {
      if (error instanceof RangeError) throw new ProtocolError('invalid multibulk length');
      throw error;
    }
    if (this.isBetweenArrays) this.bytes = 0;
    if (this.bytes > REQUEST_BYTES_MAX) throw new ProtocolError('too big a request');
  }

  private get isBetweenArrays(): boolean {
    return this.parser['buffer'] === null;
  }

  /** Takes one line, or all there is of it, and returns the bytes behind it. */
  private readLine(chunk: Buffer): Buffer {
    const end = chunk.indexOf(LINE_BREAK);
    const line = Buffer.concat([this.line, end === -1 ? chunk : chunk.subarray(0, end)]);
    if (line.length > LINE_BYTES_MAX) throw new ProtocolError('too big inline request');
    if (end === -1) {
      this.line = line;
      return chunk.subarray(chunk.length);
    }
    this.line = Buffer.alloc(0);
    const words = wordsOfLine(line.toString('latin1'));
    if (words.length > 0) this.onRequest(words);
    return chunk.subarray(end + 1);
  }

  private take(reply: unknown): void {
    this.bytes = 0;
    if (reply === null) return;
    if (!Array.isArray(reply)) throw new ProtocolError('expected \'*\'');
    if (reply.length > WORDS_MAX) throw new ProtocolError('invalid multibulk length');
    const words = reply.map((word: unknown) => {
      if (!Buffer.isBuffer(word)) throw new ProtocolError('expected \'$\'');
      return word.toString('latin1');
    });
    if (words.length > 0) this.onRequest(words);
  }
}

/** Words are parted by blanks; within quotes a blank is part of the word. */
function wordsOfLine(line: string): Words {
  const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)];
  return words.map(([, double, single, plain]) =>
    double?.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter) ??
      single ?? plain ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', a: '\u0007'};
