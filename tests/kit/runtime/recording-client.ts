/**
 * A client of a real cluster: follows the leader, never asks twice, writes down what it saw.
 *
 * A connection that breaks leaves the outcome of what was asked open, and so does UNCERTAIN. What
 * was refused with MOVED or CLUSTERDOWN was surely not done.
 */
import {Redis} from 'ioredis';
import type {HistoryRecorder} from '../../../harness/linearizability/history';
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';

type Told =
  | {readonly kind: 'done'; readonly output: KvOutput}
  | {readonly kind: 'refused'; readonly port: number | undefined}
  | {readonly kind: 'unknown'};

export class RecordingClient {
  private connection: Redis | undefined;
  private port: number;

  constructor(
    readonly name: string, private readonly ports: readonly number[],
    private readonly recorder: HistoryRecorder<KvInput, KvOutput>,
  ) {
    this.port = ports[0]!;
  }

  /** Asks once, at the server that is taken for the leader; undefined if there was no answer. */
  async ask(input: KvInput): Promise<{readonly output: KvOutput} | undefined> {
    const connection = await this.connected();
    const id = this.recorder.invoked(this.name, input, now());
    const told = await tell(connection, input);
    switch (told.kind) {
      case 'done':
        this.recorder.returned(id, told.output, now());
        return {output: told.output};
      case 'refused':
        this.recorder.failed(id);
        this.follow(told.port);
        return undefined;
      case 'unknown':
        this.recorder.unknown(id);
        this.follow(undefined);
        return undefined;
    }
  }

  close(): void {
    this.connection?.disconnect();
    this.connection = undefined;
  }

  /** To this port, or if nobody knows, to the next one. */
  private follow(port: number | undefined): void {
    this.close();
    const next = (this.ports.indexOf(this.port) + 1) % this.ports.length;
    this.port = port ?? this.ports[next]!;
  }

  private async connected(): Promise<Redis> {
    for (;;) {
      if (this.connection?.status === 'ready') return this.connection;
      this.close();
      const connection = new Redis({
        host: '127.0.0.1', port: this.port, lazyConnect: true, maxRetriesPerRequest: 0,
        retryStrategy: () => null,
      });
      connection.on('error', () => undefined);
      this.connection = connection;
      try {
        await connection.connect();
      } catch {
        this.follow(undefined);
        await new Promise(again => setTimeout(again, 20));
      }
    }
  }
}

function now(): number {
  return Math.round(performance.now());
}

async function tell(connection: Redis, input: KvInput): Promise<Told> {
  try {
    return {kind: 'done', output: await send(connection, input)};
  } catch (error) {
    const {message} = error as Error;
    const [, port] = /^MOVED \d+ 127\.0\.0\.1:(\d+)$/.exec(message) ?? [];
    if (port !== undefined) return {kind: 'refused', port: Number(port)};
    return {kind: message.startsWith('CLUSTERDOWN') ? 'refused' : 'unknown', port: undefined};
  }
}

async function send(connection: Redis, input: KvInput): Promise<KvOutput> {
  const {key} = input;
  switch (input.op) {
    case 'get': return connection.get(key);
    case 'set':
      await connection.set(key, input.value);
      return null;
    case 'delete': return await connection.del(key) === 1;
    case 'append': return connection.append(key, input.value);
    case 'compareAndSet': {
      const {expected, value} = input;
      return expected === null ? await connection.setnx(key, value) === 1
        : await connection.call('CAS', key, expected, value) === 1;
    }
  }
}
