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
import {todo} from '#raft';
import type {Json, KvCommand, KvOutcome, KvSession} from '#raft';

export class KvStore {
  // How keys, values and sessions are kept is yours to choose.

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
    // TODO(lab 7): was this one applied already, and if not, what does it do to the state (§8)?
    return todo(7, 'KvStore.apply', command);
  }

  /**
   * The outcome of a command that has been applied already, or undefined if it has not been.
   *
   * kv-server.ts asks this when a request arrives: a retry of what is done needs no new entry (§8).
   * It saves work and nothing else; apply must find the copies that this one cannot know of.
   */
  outcomeOf(session: KvSession): KvOutcome | undefined {
    // TODO(lab 7): what has this client been answered last (§8)?
    return todo(7, 'KvStore.outcomeOf', session);
  }

  /** The value of a key, or null if it is absent. Changes nothing, the sessions included. */
  read(key: string): string | null {
    // TODO(lab 7): the value, and what if there is none (§8)?
    return todo(7, 'KvStore.read', key);
  }

  /**
   * The whole state as plain JSON, from which restore makes it again (§7, Figure 12).
   *
   * The sessions are part of the state. Danger: S1 applies C1's append and takes a snapshot without
   * them; S2 installs it; C1, which was not answered, asks S2: a retry that nobody recognises.
   */
  snapshot(): Json {
    // TODO(lab 7): what must another server know to go on from here (§7)?
    return todo(7, 'KvStore.snapshot');
  }

  /** Forgets everything, and goes on from what snapshot returned, here or on another server. */
  restore(data: Json): void {
    // TODO(lab 7): the other way round; and what happens to what was here before (§7)?
    return todo(7, 'KvStore.restore', data);
  }
}
