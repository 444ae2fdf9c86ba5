/**
 * A service that says nothing where it has nothing good to say: clients ask elsewhere in time.
 *
 * Who waits is known by its session, not by a place in the log.
 */
import type {Command, Json, KvAnswer, KvCommand, RaftService, Service} from '#raft';
import {KvStore} from '#solution/kv-store';

export class KvServer implements Service {
  private readonly store = new KvStore();
  private readonly waiting = new Map<string, (answer: KvAnswer) => void>();
  /** Commands without a session wait by their place. */
  private readonly places = new Map<string, (answer: KvAnswer) => void>();
  private limit = 0;

  constructor(private readonly raft: RaftService) {}

  handleRequest(request: KvCommand, respond: (answer: KvAnswer) => void): void {
    const {session, operation} = request;
    if (operation.op === 'get') {
      void this.raft.read().then(isAllowed => {
        if (isAllowed) respond({ok: true, outcome: this.store.read(operation.key)});
      });
      return;
    }
    const place = this.raft.submit(request);
    if (place === null) return;
    if (session === null) this.places.set(`${place.index}/${place.term}`, respond);
    else this.waiting.set(`${session.clientId}#${session.serial}`, respond);
  }

  apply(index: number, term: number, command: Command): void {
    if (command !== null) this.perform(index, term, command as KvCommand);
    const {snapshotBytes, storedBytes} = this.raft;
    if (snapshotBytes === null || storedBytes <= Math.max(snapshotBytes, this.limit)) return;
    const data = this.store.snapshot();
    this.limit = 3 * JSON.stringify(data).length;
    this.raft.takeSnapshot(index, data);
  }

  restore(_index: number, data: Json): void {
    this.store.restore(data);
  }

  /** Clients that are not answered ask the next server. */
  leadershipEnded(): void {
    this.waiting.clear();
    this.places.clear();
  }

  private perform(index: number, term: number, command: KvCommand): void {
    const outcome = this.store.apply(command);
    const {session} = command;
    const [waiters, name] = session === null ? [this.places, `${index}/${term}`] as const
      : [this.waiting, `${session.clientId}#${session.serial}`] as const;
    waiters.get(name)?.({ok: true, outcome});
    waiters.delete(name);
  }
}
