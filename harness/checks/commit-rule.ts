/**
 * When an entry is committed: on a majority of disks, and counted only in the leader's own term.
 *
 * Paper: §5.3, §5.4.2, Figure 8; Figure 2, "Rules for Servers", the last rule for leaders.
 * Promises: a server counts as holding an entry once it had it synced, and the leader knows it
 * by matchIndex; what a majority held in its own term cannot be truncated later. What a leader
 * committed in an input that a crash cut short, nobody was told: that never happened, unless its
 * own disk remembers it.
 * Read next: state-machine-safety.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ReportedState, ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import type {CommittedEntries, CommittedFact} from './committed-entries';
import type {DurableLogs} from './durable-logs';
import {at, broken, listed, refuse, show} from './words';

export interface CommitKnowledge {
  readonly servers: readonly ServerId[];
  readonly durable: DurableLogs;
  readonly committed: CommittedEntries;
}

/** A server whose commitIndex rose. */
interface Rise {
  readonly server: ServerView;
  readonly before: Readonly<ReportedState>;
  readonly atMs: number;
}

export function commitRule(known: CommitKnowledge): RaftCheck {
  const {entries} = known.committed;
  /** How many of the last entries were committed in an input that nobody has heard of yet. */
  let untold = 0;
  const takenBack = new Map<ServerId, TakenBack>();
  return {
    stateChanged(server, before, atMs) {
      if (server.state.commitIndex <= before.commitIndex) return;
      remember(server, takenBack.get(server.id), known.committed);
      const toldBefore = entries.length - untold;
      const rise: Rise = {server, before, atMs};
      if (server.state.commitIndex > server.log.length) beyondTheLog(rise);
      if (server.state.role === 'leader') leaderCommits(rise, known);
      else followerCommits(rise, known);
      untold = entries.length - toldBefore;
    },
    sent(_server, _to, message) {
      if (message.type === 'AppendEntries' && message.leaderCommit === entries.length) untold = 0;
    },
    applied: () => { untold = 0; },
    inputDone: () => { untold = 0; },
    crashed({id}) {
      const facts = entries.splice(entries.length - untold);
      takenBack.set(id, {from: entries.length + 1, facts});
      untold = 0;
    },
  };
}

/** What a leader had committed when a crash cut its input short. */
interface TakenBack {
  readonly from: number;
  readonly facts: readonly CommittedFact[];
}

/** A server may keep its commitIndex on its disk, and so be the only one that knows. */
function remember(
  {log, state}: ServerView, taken: TakenBack | undefined, committed: CommittedEntries,
): void {
  if (taken === undefined) return;
  taken.facts.forEach((fact, n) => {
    const index = taken.from + n;
    if (index !== committed.lastIndex + 1 || index > state.commitIndex) return;
    if (log[index - 1]?.term === fact.term) committed.entries.push(fact);
  });
}

function leaderCommits(rise: Rise, {servers, durable, committed}: CommitKnowledge): void {
  const {server: {id, log, state}, atMs} = rise;
  const {commitIndex, currentTerm} = state;
  const {term} = log[commitIndex - 1]!;
  if (term !== currentTerm) earlierTerm(rise);
  const holders = servers.filter(one => one === id ||
    ((state.matchIndex[one] ?? 0) >= commitIndex && durable.everHeld(one, commitIndex, term)));
  if (2 * holders.length <= servers.length) noMajority(rise, holders);
  agree(rise, committed);
  for (let index = committed.lastIndex + 1; index <= commitIndex; index++) {
    const entry = log[index - 1]!;
    committed.entries.push({...entry, leader: id, leaderTerm: currentTerm, atMs});
  }
}

function followerCommits(rise: Rise, {committed}: CommitKnowledge): void {
  const {server: {id, state: {commitIndex}}} = rise;
  if (commitIndex > committed.lastIndex) {
    broken('The commit rule', `${id} believes index ${commitIndex} to be committed, but no ` +
      `leader has committed more than index ${committed.lastIndex}`,
    [{who: id, what: riseOf(rise), atMs: rise.atMs}], {
      source: '§5.3',
      text: 'Only a leader decides that an entry is committed; followers learn it from ' +
        'leaderCommit.',
    });
  }
  agree(rise, committed);
}

/** What a server newly takes as committed must be what was committed there. */
function agree(rise: Rise, committed: CommittedEntries): void {
  const {server: {log, state}, before} = rise;
  const last = Math.min(state.commitIndex, committed.lastIndex);
  for (let index = before.commitIndex + 1; index <= last; index++) {
    const fact = committed.at(index)!;
    if (log[index - 1]!.term !== fact.term) disagree(rise, index, fact);
  }
}

function disagree(rise: Rise, index: number, fact: CommittedFact): never {
  const {server: {id, log}, atMs} = rise;
  const {term, command} = log[index - 1]!;
  const committed = at(index, fact.term);
  return broken('The commit rule',
    `${id} takes its entry ${at(index, term)} as committed, but ${fact.leader} committed ` +
    `${committed} there`, [
      {who: fact.leader, what: `committed ${committed} ${show(fact.command)}`, atMs: fact.atMs},
      {who: id, what: `${riseOf(rise)}, and holds ${at(index, term)} ${show(command)}`, atMs},
    ], {
      source: '§5.3; Figure 2, "AppendEntries RPC", step 5',
      text: 'leaderCommit speaks of the leader’s log. A follower may follow it only as far as ' +
        'its own log is known to equal the leader’s: up to the last new entry.',
    });
}

function riseOf({server, before}: Rise): string {
  return `commitIndex ${before.commitIndex} → ${server.state.commitIndex}`;
}

function beyondTheLog({server: {id, state, log}, atMs}: Rise): never {
  return refuse(
    `${id} has commitIndex ${state.commitIndex}, but its log ends at index ${log.length} — an ` +
    'entry that is not there cannot be committed.',
    [{who: id, what: `commitIndex ${state.commitIndex}, lastIndex ${log.length}`, atMs}], {
      source: '§5.3; Figure 2, "AppendEntries RPC", step 5',
      text: 'A heartbeat may carry a leaderCommit beyond what this follower has received.',
    }, 'Does the follower take the smaller of leaderCommit and the index of the last new entry?');
}

function earlierTerm(rise: Rise): never {
  const {server: {id, state, log}, atMs} = rise;
  const {term} = log[state.commitIndex - 1]!;
  return broken('The commit rule',
    `${id} leads term ${state.currentTerm} and committed ${at(state.commitIndex, term)}, an ` +
    `entry of term ${term}, by counting`,
    [{
      who: id, atMs,
      what: `${riseOf(rise)}: the entry is of term ${term}, currentTerm is ${state.currentTerm}`,
    }], {
      source: '§5.4.2, Figure 8',
      text: 'An entry of an earlier term may be on a majority and still be overwritten, as ' +
        'Figure 8 shows. Once an entry of the leader’s own term is on a majority, all before it ' +
        'are safe too.',
    });
}

function noMajority(rise: Rise, holders: readonly ServerId[]): never {
  const {server: {id, state, log}, atMs} = rise;
  const {term} = log[state.commitIndex - 1]!;
  return broken('The commit rule',
    `${id} committed ${at(state.commitIndex, term)}, which only ${listed(holders)} ` +
    `${holders.length === 1 ? 'has' : 'have'}, to its knowledge: that is no majority`,
    [{who: id, what: `${riseOf(rise)}; matchIndex ${JSON.stringify(state.matchIndex)}`, atMs}], {
      source: '§5.3; Figure 2, "Rules for Servers"',
      text: 'An entry is safe when more than half of all servers store it, the leader included: ' +
        'then every majority that elects a later leader has one of them.',
    });
}
