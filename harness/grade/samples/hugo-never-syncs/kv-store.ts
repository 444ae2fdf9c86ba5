/**
 * The state machine: keys with their values, and what each client was answered last.
 *
 * Paper: §2 and Figure 1, replicated state machines; §8 for sessions; §7 for snapshots.
 * Promises:
 *   1. The same commands in the same order give the same state and the same outcomes, on every
 *      server and in every life of a server. No clock, no chance, nothing from outside.
 *   2. A command with a session changes the state once, however often it stands in the log.
 *   3. Any string is a key like any other: '', '__proto__' and 'constructor' too.
 * Does not: know of Raft, of messages, or of time.
 * Read next: kv-server.ts, which stands between this file and Raft.
 */
import type {Json, KvCommand, KvOperation, KvOutcome, KvSession} from '#raft';

/** What a client was answered last, and to which of its questions. */
type Answered = {readonly serial: number; readonly outcome: KvOutcome};

/** A snapshot: lists of pairs, since an object's fields could not hold every key. */
type Saved = {
  readonly values: readonly (readonly [key: string, value: string])[];
  readonly sessions: readonly (readonly [clientId: string, answered: Answered])[];
};

export class KvStore {
  // How keys, values and sessions are kept is yours to choose.
  private values = new Map<string, string>();
  private sessions = new Map<string, Answered>();

  /**
   * Carries out a command that is committed, and returns its outcome (§8; kv-messages.ts says for
   * each operation what that is).
   *
   * A command may stand in the log twice: its client was not answered in time and asked another
   * server. So the store remembers for each clientId the last serial it has applied, and what came
   * of it: the same serial again changes nothing and has the same outcome; an earlier one is a late
   * copy, whose client has long been answered: it changes nothing, and null will do. A command
   * without a session is applied each time.
   *
   * Danger: C1's append is in the log of S1, and S1 crashes before it can answer; C1 asks S2, which
   * leads now, and S2 puts it into the log again; whoever looks for copies only when a request
   * arrives finds none, since S2 has not applied the first one yet, and appends twice. Only here,
   * where all servers see the same commands in the same order, can they all see the copy.
   */
  apply(command: KvCommand): KvOutcome {
    const {session, operation} = command;
    const known = session === null ? undefined : this.outcomeOf(session);
    if (known !== undefined) return known;
    const outcome = this.perform(operation);
    if (session !== null) this.sessions.set(session.clientId, {serial: session.serial, outcome});
    return outcome;
  }

  /**
   * The outcome of a command that has been applied already, or undefined if it has not been.
   *
   * kv-server.ts asks this when a request arrives: a retry of what is done needs no new entry (§8).
   * It saves work and nothing else; apply must find the copies that this one cannot know of.
   */
  outcomeOf(session: KvSession): KvOutcome | undefined {
    const last = this.sessions.get(session.clientId);
    if (last === undefined || session.serial > last.serial) return undefined;
    return session.serial === last.serial ? last.outcome : null;
  }

  /** The value of a key, or null if it is absent. Changes nothing, the sessions included. */
  read(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  /**
   * The whole state as plain JSON, from which restore makes it again (§7, Figure 12).
   *
   * The sessions are part of the state. Danger: S1 applies C1's append and takes a snapshot without
   * them; S2 installs it; C1, which was not answered, asks S2: a retry that nobody recognises.
   */
  snapshot(): Json {
    const saved: Saved = {values: [...this.values], sessions: [...this.sessions]};
    return saved;
  }

  /** Forgets everything, and goes on from what snapshot returned, here or on another server. */
  restore(data: Json): void {
    const {values, sessions} = data as Saved;
    this.values = new Map(values);
    this.sessions = new Map(sessions);
  }

  /** Carries out an operation that was not carried out before. */
  private perform(operation: KvOperation): KvOutcome {
    const {key} = operation;
    switch (operation.op) {
      case 'get':
        return this.read(key);
      case 'set':
        this.values.set(key, operation.value);
        return null;
      case 'delete':
        return this.values.delete(key);
      case 'append': {
        const value = (this.read(key) ?? '') + operation.value;
        this.values.set(key, value);
        return value.length;
      }
      case 'compareAndSet': {
        if (this.read(key) !== operation.expected) return false;
        this.values.set(key, operation.value);
        return true;
      }
    }
  }
}
