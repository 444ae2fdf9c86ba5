/**
 * What a snapshot stands for: entries that were committed and applied, exactly those, and no going
 * back.
 *
 * Paper: §7, Figure 12, Figure 13.
 * Promises: the log of a server begins behind entries that some state machine has applied, and
 * lastIncludedTerm is the term of the last of them. A state machine is only ever moved forward. The
 * given service's snapshots are compared with what must be in them; a student's own service is
 * judged by its clients' histories instead.
 * Read next: state-machine-safety.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import {NOTHING_RECORDED, recorded} from '../raft/applier';
import type {RecordedState} from '../raft/applier';
import type {ServerId} from '../raft/messages';
import {at, broken, fact, refuse} from './words';
import type {Why} from './words';

const WHY_APPLIED: Why = {
  source: '§7, Figure 12',
  text: 'A snapshot is the state of a state machine. It can replace the entries that were ' +
    'applied to get there, and no others: whatever else is discarded is lost.',
};

export function snapshots(isRecording: boolean): RaftCheck {
  const applied = new Map<ServerId, number>();
  const expected = new ExpectedStates();
  return {
    compacted(server, known, atMs) {
      const {lastIncludedIndex: index, lastIncludedTerm: term} = server.state;
      const entry = known[index - 1];
      if (entry === undefined) nobodyApplied(server, known.length, atMs);
      if (entry.term !== term) wrongTerm(server, {index, term, truth: entry.term}, atMs);
    },
    applied(server, {index, command}) {
      applied.set(server.id, index);
      if (isRecording) expected.note(index, command);
    },
    sent({id}, to, message, atMs) {
      if (message.type !== 'InstallSnapshot' || !isRecording) return;
      const {lastIncludedIndex: index} = message;
      const data = JSON.stringify(message.data);
      const does = {did: `sent ${to} a snapshot`, data, index, expected: expected.at(index)};
      expectState(id, does, atMs);
    },
    restored(server, index, data, atMs) {
      const last = applied.get(server.id) ?? 0;
      if (index <= last) wentBack(server, {index, last}, atMs);
      applied.set(server.id, index);
      const did = 'gave its state machine a snapshot';
      if (!isRecording) return;
      expectState(server.id, {did, data, index, expected: expected.at(index)}, atMs);
    },
    crashed({id}) {
      applied.delete(id);
    },
  };
}

/** The state of the given service after each index. */
class ExpectedStates {
  private readonly states: RecordedState[] = [];

  note(index: number, command: string): void {
    if (index !== this.states.length + 1) return;
    this.states.push(recorded(this.states.at(-1) ?? NOTHING_RECORDED, command));
  }

  at(index: number): RecordedState | undefined {
    return this.states[index - 1];
  }
}

function nobodyApplied({id, state}: ServerView, last: number, atMs: number): never {
  const index = state.lastIncludedIndex;
  return refuse(`${id} has discarded its log up to index ${index}, but no server has applied ` +
    `more than index ${last} — only applied entries are in a snapshot.`,
  [fact(id, `lastIncludedIndex ${index}, lastApplied ${state.lastApplied}`, atMs)], WHY_APPLIED);
}

function wrongTerm(
  {id}: ServerView, {index, term, truth}: Record<'index' | 'term' | 'truth', number>,
  atMs: number,
): never {
  return refuse(`${id} says that its snapshot ends with entry ${at(index, term)}, but the entry ` +
    `there is ${at(index, truth)} — lastIncludedTerm is the term of the entry at ` +
    'lastIncludedIndex.',
  [fact(id, `lastIncludedIndex ${index}, lastIncludedTerm ${term}`, atMs)], {
    source: '§7, Figure 12',
    text: 'The consistency check of the first AppendEntries behind the snapshot compares with ' +
      'this term, and so does the up-to-date rule when the log is empty behind it.',
  });
}

function wentBack(
  {id}: ServerView, {index, last}: Record<'index' | 'last', number>, atMs: number,
): never {
  return broken('State Machine Safety',
    `the state machine of ${id} was taken back from index ${last} to a snapshot at index ${index}`,
    [fact(id, `had applied up to index ${last}`, atMs), fact(id, `restored ${index}`, atMs)], {
      source: '§7; Figure 13',
      text: 'What a state machine has applied it has perhaps told a client. A snapshot that ' +
        'arrives late is older than what is here, and of no use.',
    });
}

interface Given {
  /** What was done with the snapshot: 'sent S3 a snapshot'. */
  readonly did: string;
  readonly index: number;
  /** JSON text. */
  readonly data: string;
  readonly expected: RecordedState | undefined;
}

function expectState(id: ServerId, {did, index, data, expected}: Given, atMs: number): void {
  if (expected === undefined || JSON.stringify(expected) === data) return;
  broken('State Machine Safety',
    `${id} ${did} for index ${index} that is not the state after index ${index}`, [
      fact(id, `${did}: ${data}`, atMs),
      {who: 'true', what: `after index ${index} the state is ${JSON.stringify(expected)}`},
    ], {
      source: '§7',
      text: 'The snapshot and its lastIncludedIndex belong together: with another one, entries ' +
        'are applied twice or never.',
    });
}
