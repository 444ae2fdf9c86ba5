/**
 * Clients that ask a real cluster as fast as it answers, one question under way each.
 *
 * Promises: costs little itself: requests are bytes made beforehand, replies are only counted.
 * Read next: bench-cluster.ts.
 */
import net from 'node:net';
import RedisParser from 'redis-parser';

const KEYS = 1_000;
const VALUE = 'v'.repeat(256);

export interface LoadOptions {
  readonly port: number;
  readonly op: 'set' | 'get';
  readonly clients: number;
}

export interface LoadResult {
  readonly count: number;
  readonly aSecond: number;
  /** Latencies in ms. */
  readonly p50: number;
  readonly p99: number;
}

export class LoadClients {
  private readonly clients: readonly LoadClient[];

  constructor({port, op, clients}: LoadOptions) {
    const requests = Array.from({length: KEYS}, (_, n) => requestOf(op, `key:${n}`));
    this.clients = Array.from({length: clients}, () => new LoadClient(port, requests));
  }

  /** All ask, again and again. @throws Error if any is refused. */
  async runFor(ms: number): Promise<LoadResult> {
    const began = performance.now();
    const until = began + ms;
    const each = await Promise.all(this.clients.map(client => client.runUntil(until)));
    const latencies = each.flat();
    latencies.sort((a, b) => a - b);
    const tookMs = performance.now() - began;
    const at = (part: number): number => latencies[Math.floor(part * latencies.length)] ?? 0;
    const {length: count} = latencies;
    return {count, aSecond: count / tookMs * 1000, p50: at(0.5), p99: at(0.99)};
  }

  /** One question of one client; false if it was refused or not answered. */
  async once(): Promise<boolean> {
    try {
      await this.clients[0]!.ask();
      return true;
    } catch {
      return false;
    }
  }

  /** How often the server has synced its file. */
  async syncs(): Promise<number> {
    const info = await this.clients[0]!.ask(encode(['INFO', 'persistence'])) as string;
    return Number(/records_syncs:(\d+)/.exec(info)?.[1]);
  }

  close(): void {
    for (const client of this.clients) client.close();
  }
}

class LoadClient {
  private readonly socket: net.Socket;
  /** The one question under way. */
  private waiting: {resolve(reply: unknown): void; reject(error: Error): void} | undefined;

  constructor(port: number, private readonly requests: readonly Buffer[]) {
    const parser = new RedisParser({
      returnReply: reply => this.waiting?.resolve(reply),
      returnError: error => this.waiting?.reject(error),
      returnFatalError: error => this.waiting?.reject(error),
    });
    this.socket = net.connect({host: '127.0.0.1', port}).setNoDelay(true);
    this.socket.on('data', bytes => parser.execute(bytes));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.waiting?.reject(new Error('the connection is over')));
  }

  ask(request = this.anyRequest()): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting = {resolve, reject};
      this.socket.write(request);
    });
  }

  /** Returns the latencies of all its questions. */
  async runUntil(untilMs: number): Promise<number[]> {
    const latencies: number[] = [];
    for (let now = performance.now(); now < untilMs;) {
      await this.ask();
      const answered = performance.now();
      latencies.push(answered - now);
      now = answered;
    }
    return latencies;
  }

  close(): void {
    this.socket.destroy();
  }

  private anyRequest(): Buffer {
    return this.requests[Math.floor(Math.random() * this.requests.length)]!;
  }
}

/** Made once: a client that builds its requests would be measured, too. */
function requestOf(op: 'set' | 'get', key: string): Buffer {
  return encode(op === 'set' ? ['SET', key, VALUE] : ['GET', key]);
}

function encode(words: readonly string[]): Buffer {
  return Buffer.from(`*${words.length}\r\n` +
    words.map(word => `$${word.length}\r\n${word}\r\n`).join(''));
}
