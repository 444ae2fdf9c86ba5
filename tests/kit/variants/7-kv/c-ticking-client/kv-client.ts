/**
 * A client that looks every 10 ms at what there is to do, and begins with a server of its own.
 */
import type {
  KvClientRules, KvClientSide, KvOperation, KvOutcome, KvResults, ServerId,
} from '#raft';

export class KvClient implements KvClientRules {
  private readonly clientId: string;
  private serial = 0;
  private operation: KvOperation | undefined;
  private resolve: (outcome: KvOutcome) => void = () => undefined;
  private target: number;
  private nextAtMs = 0;
  private hints = 0;
  private ticker: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly side: KvClientSide) {
    this.clientId = `${Date.now()} ${Math.random()} ${Math.random()}`;
    this.target = Math.floor(Math.random() * side.servers.length);
  }

  get(key: string): Promise<string | null> {
    return this.begin({op: 'get', key}) as Promise<string | null>;
  }

  set(key: string, value: string): Promise<void> {
    return this.begin({op: 'set', key, value}) as Promise<never>;
  }

  delete(key: string): Promise<boolean> {
    return this.begin({op: 'delete', key}) as Promise<boolean>;
  }

  append(key: string, value: string): Promise<number> {
    return this.begin({op: 'append', key, value}) as Promise<number>;
  }

  compareAndSet(key: string, expected: string | null, value: string): Promise<boolean> {
    return this.begin({op: 'compareAndSet', key, expected, value}) as Promise<boolean>;
  }

  receive(from: ServerId, results: KvResults): void {
    const isMine = results.clientId === this.clientId && results.serial === this.serial;
    if (!isMine || this.operation === undefined) return;
    if (results.ok) {
      this.operation = undefined;
      clearInterval(this.ticker);
      this.target = this.side.servers.indexOf(from);
      this.resolve(results.outcome);
      return;
    }
    const hinted = results.leaderHint === null ? -1 : this.side.servers.indexOf(results.leaderHint);
    if (hinted >= 0 && results.leaderHint !== from && this.hints < 4) {
      this.hints++;
      this.target = hinted;
      this.ask();
    } else if (from === this.side.servers[this.target]) {
      this.nextAtMs = Date.now() + this.side.requestTimeoutMs / 3;
    }
  }

  private begin(operation: KvOperation): Promise<KvOutcome> {
    this.serial++;
    this.hints = 0;
    this.operation = operation;
    this.ticker = setInterval(() => this.tick(), 10);
    this.ask();
    return new Promise(resolve => { this.resolve = resolve; });
  }

  private tick(): void {
    if (Date.now() < this.nextAtMs) return;
    this.hints = 0;
    this.target = (this.target + 1) % this.side.servers.length;
    this.ask();
  }

  private ask(): void {
    if (this.operation === undefined) return;
    this.nextAtMs = Date.now() + this.side.requestTimeoutMs;
    this.side.send(this.side.servers[this.target] ?? '', {
      type: 'KvRequest', clientId: this.clientId, serial: this.serial, operation: this.operation,
    });
  }
}
