/**
 * A service that takes its snapshots long before the limit, and every request to the log.
 */
import type {Command, Json, KvAnswer, KvCommand, RaftService, Service} from '#raft';
import {KvStore} from '#solution/kv-store';

export class KvServer implements Service {
  private readonly store = new KvStore();
  private readonly waiters = new Map<string, (answer: KvAnswer) => void>();
  private entries = 0;

  constructor(private readonly raft: RaftService) {}

  handleRequest(request: KvCommand, respond: (answer: KvAnswer) => void): void {
    if (request.operation.op === 'get') {
      const {key} = request.operation;
      void (async () => {
        const isAllowed = await this.raft.read();
        respond(isAllowed ? {ok: true, outcome: this.store.read(key)} : this.refusal());
      })();
      return;
    }
    // A retry takes the place of the first request in the log once more; apply knows it.
    const place = this.raft.submit(request);
    if (place === null) return respond(this.refusal());
    this.waiters.set(`${place.index} ${place.term}`, respond);
  }

  apply(index: number, term: number, command: Command): void {
    const outcome = command === null ? null : this.store.apply(command as KvCommand);
    this.waiters.get(`${index} ${term}`)?.({ok: true, outcome});
    this.waiters.delete(`${index} ${term}`);
    this.entries++;
    const {snapshotBytes, storedBytes} = this.raft;
    if (snapshotBytes === null || storedBytes < snapshotBytes / 2 || this.entries < 4) return;
    this.entries = 0;
    this.raft.takeSnapshot(index, this.store.snapshot());
  }

  restore(_index: number, data: Json): void {
    this.store.restore(data);
    this.entries = 0;
  }

  leadershipEnded(): void {
    const waiters = [...this.waiters.values()];
    this.waiters.clear();
    for (const respond of waiters) respond(this.refusal());
  }

  private refusal(): KvAnswer {
    const {leaderId, self} = this.raft;
    return {ok: false, leaderHint: leaderId === self ? null : leaderId};
  }
}
