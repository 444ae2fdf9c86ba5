/**
 * A client that is one loop: ask, await, and ask again.
 */
import {setTimeout as sleep} from 'node:timers/promises';
import type {
  KvClientRules, KvClientSide, KvOperation, KvOutcome, KvResults, ServerId,
} from '#raft';

type Heard = {readonly from: ServerId; readonly results: KvResults} | 'nothing';

export class KvClient implements KvClientRules {
  private readonly id = crypto.randomUUID();
  private serial = 0;
  private favourite = 0;
  private hear: (heard: Heard) => void = () => undefined;

  constructor(private readonly side: KvClientSide) {}

  async get(key: string): Promise<string | null> {
    return await this.ask({op: 'get', key}) as string | null;
  }

  async set(key: string, value: string): Promise<void> {
    await this.ask({op: 'set', key, value});
  }

  async delete(key: string): Promise<boolean> {
    return await this.ask({op: 'delete', key}) as boolean;
  }

  async append(key: string, value: string): Promise<number> {
    return await this.ask({op: 'append', key, value}) as number;
  }

  async compareAndSet(key: string, expected: string | null, value: string): Promise<boolean> {
    return await this.ask({op: 'compareAndSet', key, expected, value}) as boolean;
  }

  receive(from: ServerId, results: KvResults): void {
    if (results.clientId !== this.id || results.serial !== this.serial) return;
    this.hear({from, results});
  }

  private async ask(operation: KvOperation): Promise<KvOutcome> {
    const {servers, requestTimeoutMs} = this.side;
    this.serial++;
    for (let hints = 0; ; ) {
      const server = servers[this.favourite % servers.length] as ServerId;
      this.side.send(server, {
        type: 'KvRequest', clientId: this.id, serial: this.serial, operation,
      });
      const heard = await this.results();
      if (heard !== 'nothing' && heard.results.ok) {
        this.favourite = servers.indexOf(heard.from);
        return heard.results.outcome;
      }
      const hint = heard === 'nothing' || heard.results.ok ? null : heard.results.leaderHint;
      if (hint !== null && hint !== server && hints++ < servers.length) {
        this.favourite = servers.indexOf(hint);
        continue;
      }
      hints = 0;
      this.favourite++;
      if (heard === 'nothing') continue;
      const late = await Promise.race([this.answer(), sleep(requestTimeoutMs / 5, null)]);
      if (late !== null) return late.outcome;
    }
  }

  /** The next results of the question at hand, or nothing in time. */
  private results(): Promise<Heard> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve('nothing'), this.side.requestTimeoutMs);
      this.hear = heard => {
        clearTimeout(timer);
        resolve(heard);
      };
    });
  }

  private answer(): Promise<{readonly outcome: KvOutcome}> {
    return new Promise(resolve => {
      this.hear = heard => {
        if (heard !== 'nothing' && heard.results.ok) resolve({outcome: heard.results.outcome});
      };
    });
  }
}
