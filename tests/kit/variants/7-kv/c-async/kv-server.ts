/**
 * The service with a promise for everything that is waited for.
 */
import type {Command, Json, KvAnswer, KvCommand, KvOutcome, RaftService, Service} from '#raft';
import {KvStore} from '#solution/kv-store';

/** Resolves to what came of the entry at its index. */
type Applied = {readonly term: number; readonly outcome: KvOutcome} | 'lost';

export class KvServer implements Service {
  private store = new KvStore();
  private entriesSinceSnapshot = 0;
  private readonly expected = new Map<number, ((applied: Applied) => void)[]>();

  constructor(private readonly raft: RaftService) {}

  async handleRequest(request: KvCommand, respond: (answer: KvAnswer) => void): Promise<void> {
    respond(request.operation.op === 'get'
      ? await this.read(request.operation.key) : await this.write(request));
  }

  apply(index: number, term: number, command: Command): void {
    let outcome: KvOutcome = null;
    if (command !== null) outcome = this.store.apply(command as KvCommand);
    for (const tell of this.expected.get(index) ?? []) tell({term, outcome});
    this.expected.delete(index);
    this.entriesSinceSnapshot++;
    const {snapshotBytes, storedBytes} = this.raft;
    if (snapshotBytes === null || storedBytes <= snapshotBytes) return;
    // At least ten entries between two, however large the state.
    if (this.entriesSinceSnapshot < 10) return;
    this.entriesSinceSnapshot = 0;
    this.raft.takeSnapshot(index, this.store.snapshot());
  }

  restore(_index: number, data: Json): void {
    this.store = new KvStore();
    this.store.restore(data);
    this.leadershipEnded();
  }

  leadershipEnded(): void {
    const lost = [...this.expected.values()].flat();
    this.expected.clear();
    for (const tell of lost) tell('lost');
  }

  private async read(key: string): Promise<KvAnswer> {
    if (!await this.raft.read()) return this.refusal();
    return {ok: true, outcome: this.store.read(key)};
  }

  private async write(request: KvCommand): Promise<KvAnswer> {
    const place = this.raft.submit(request);
    if (place === null) return this.refusal();
    const applied = await new Promise<Applied>(tell => {
      this.expected.set(place.index, [...this.expected.get(place.index) ?? [], tell]);
    });
    if (applied === 'lost' || applied.term !== place.term) return this.refusal();
    return {ok: true, outcome: applied.outcome};
  }

  private refusal(): KvAnswer {
    const {leaderId, self} = this.raft;
    return {ok: false, leaderHint: leaderId === self ? null : leaderId};
  }
}
