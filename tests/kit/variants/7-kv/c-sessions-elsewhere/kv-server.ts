/**
 * A service that keeps the sessions itself, and puts them beside the store's state in a snapshot.
 */
import type {Command, Json, KvAnswer, KvCommand, KvOutcome, RaftService, Service} from '#raft';
import {KvStore} from '#solution/kv-store';

type Sessions = {[clientId: string]: readonly [serial: number, outcome: KvOutcome]};
type Waiter = {readonly index: number; readonly term: number; readonly respond: Respond};
type Respond = (answer: KvAnswer) => void;

export class KvServer implements Service {
  private readonly store = new KvStore();
  private sessions: Sessions = {};
  private waiters: Waiter[] = [];
  private snapshotIndex = 0;

  constructor(private readonly raft: RaftService) {}

  handleRequest(request: KvCommand, respond: Respond): void {
    const {operation, session} = request;
    if (operation.op === 'get') {
      this.raft.read().then(
        isAllowed => respond(isAllowed
          ? {ok: true, outcome: this.store.read(operation.key)} : this.refusal()),
        () => respond(this.refusal()));
      return;
    }
    const last = session === null ? undefined : this.sessions[`$${session.clientId}`];
    if (last !== undefined && session !== null && session.serial <= last[0]) {
      if (session.serial === last[0]) respond({ok: true, outcome: last[1]});
      return;
    }
    const place = this.raft.submit(request);
    if (place === null) respond(this.refusal());
    else this.waiters.push({...place, respond});
  }

  apply(index: number, term: number, command: Command): void {
    const outcome = command === null ? null : this.perform(command as KvCommand);
    const told = this.waiters.filter(waiter => waiter.index <= index);
    this.waiters = this.waiters.filter(waiter => waiter.index > index);
    for (const {index: wanted, term: inTerm, respond} of told) {
      respond(wanted === index && inTerm === term && outcome !== undefined
        ? {ok: true, outcome} : this.refusal());
    }
    const {snapshotBytes, storedBytes} = this.raft;
    if (snapshotBytes === null || storedBytes < snapshotBytes) return;
    if (index < this.snapshotIndex + 6) return;
    this.snapshotIndex = index;
    this.raft.takeSnapshot(index, JSON.stringify([this.store.snapshot(), this.sessions]));
  }

  restore(index: number, data: Json): void {
    const [values, sessions] = JSON.parse(data as string) as [Json, Sessions];
    this.store.restore(values);
    this.sessions = sessions;
    this.snapshotIndex = index;
  }

  leadershipEnded(): void {
    const {waiters} = this;
    this.waiters = [];
    for (const {respond} of waiters) respond({ok: false, leaderHint: null});
  }

  /** undefined for a copy of an operation before the last: nobody waits for it. */
  private perform(command: KvCommand): KvOutcome | undefined {
    const {session} = command;
    if (session === null) return this.store.apply(command);
    const last = this.sessions[`$${session.clientId}`];
    if (last !== undefined && session.serial < last[0]) return undefined;
    if (last !== undefined && session.serial === last[0]) return last[1];
    const outcome = this.store.apply(command);
    this.sessions[`$${session.clientId}`] = [session.serial, outcome];
    return outcome;
  }

  private refusal(): KvAnswer {
    const {leaderId, self} = this.raft;
    return {ok: false, leaderHint: leaderId === self ? null : leaderId};
  }
}
