/**
 * When an entry is committed: on a majority of disks, and by counting only in the leader's own term.
 *
 * Paper: §5.3, §5.4.2, Figure 8; Figure 2, "Rules for Servers", the last rule for leaders.
 * Promises: a server counts as holding an entry once it had it synced, as it may have answered then;
 * later truncation cannot happen to an entry that a majority held in the leader's own term.
 * Read next: state-machine-safety.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ReportedState, ServerView} from '../cluster/server-view';
import type {ServerId} from '../raft/messages';
import type {CommittedEntries} from './committed-entries';
import type {DurableLogs} from './durable-logs';
import {at, broken, refuse, show} from './words';

export function commitRule(
  servers: readonly ServerId[], durable: DurableLogs, committed: CommittedEntries,
): RaftCheck {
  return {
    stateChanged(server, before, atMs) {
      if (server.state.commitIndex <= before.commitIndex) return;
      if (server.state.commitIndex > server.log.length) beyondTheLog(server, atMs);
      if (server.state.role === 'leader') leaderCommits(server, before, atMs);
      else followerCommits(server, before, atMs);
    },
  };

  function leaderCommits(server: ServerView, before: Readonly<ReportedState>, atMs: number): void {
    const {commitIndex, currentTerm} = server.state;
    const {term} = server.log[commitIndex - 1]!;
    if (term !== currentTerm) earlierTerm(server, before, atMs);
    const holders = servers.filter(id => id === server.id || durable.everHeld(id, commitIndex, term));
    if (2 * holders.length <= servers.length) noMajority(server, before, holders, atMs);
    agree(server, before, atMs);
    for (let index = committed.lastIndex + 1; index <= commitIndex; index++) {
      const entry = server.log[index - 1]!;
      committed.entries.push({
        ...entry, text: JSON.stringify(entry.command), leader: server.id, leaderTerm: currentTerm, atMs,
      });
    }
  }

  function followerCommits(server: ServerView, before: Readonly<ReportedState>, atMs: number): void {
    const {commitIndex} = server.state;
    if (commitIndex > committed.lastIndex) {
      broken('The commit rule', `${server.id} believes index ${commitIndex} to be committed, but no ` +
        `leader has committed more than index ${committed.lastIndex}`,
      [{who: server.id, what: `commitIndex ${before.commitIndex} → ${commitIndex}`, atMs}], {
        source: '§5.3',
        text: 'Only a leader decides that an entry is committed; followers learn it from ' +
          'leaderCommit.',
      });
    }
    agree(server, before, atMs);
  }

  /** What a server newly takes as committed must be what was committed there. */
  function agree(server: ServerView, before: Readonly<ReportedState>, atMs: number): void {
    const last = Math.min(server.state.commitIndex, committed.lastIndex);
    for (let index = before.commitIndex + 1; index <= last; index++) {
      const fact = committed.at(index)!;
      const entry = server.log[index - 1]!;
      if (entry.term === fact.term) continue;
      broken('The commit rule', `${server.id} takes its entry ${at(index, entry.term)} as committed, ` +
        `but ${fact.leader} committed ${at(index, fact.term)} there`, [
        {who: fact.leader, what: `committed ${at(index, fact.term)} ${show(fact.command)}`, atMs: fact.atMs},
        {who: server.id, what: `commitIndex ${before.commitIndex} → ${server.state.commitIndex}, and holds ` +
          `${at(index, entry.term)} ${show(entry.command)}`, atMs},
      ], {
        source: '§5.3; Figure 2, "AppendEntries RPC", step 5',
        text: 'leaderCommit speaks of the leader’s log. A follower may follow it only as far as ' +
          'its own log is known to equal the leader’s: up to the last new entry.',
      });
    }
  }
}

function beyondTheLog({id, state, log}: ServerView, atMs: number): never {
  return refuse(
    `${id} has commitIndex ${state.commitIndex}, but its log ends at index ${log.length} — an entry ` +
    'that is not there cannot be committed.',
    [{who: id, what: `commitIndex ${state.commitIndex}, lastIndex ${log.length}`, atMs}], {
      source: '§5.3; Figure 2, "AppendEntries RPC", step 5',
      text: 'A heartbeat may carry a leaderCommit beyond what this follower has received.',
    }, 'Does the follower take the smaller of leaderCommit and the index of the last new entry?');
}

function earlierTerm(server: ServerView, before: Readonly<ReportedState>, atMs: number): never {
  const {id, state, log} = server;
  const {term} = log[state.commitIndex - 1]!;
  return broken('The commit rule',
    `${id} leads term ${state.currentTerm} and committed ${at(state.commitIndex, term)}, an entry of term ${term}, by counting`,
    [{
      who: id, atMs,
      what: `commitIndex ${before.commitIndex} → ${state.commitIndex}: the entry is of term ${term}, ` +
        `currentTerm is ${state.currentTerm}`,
    }], {
      source: '§5.4.2, Figure 8',
      text: 'An entry of an earlier term may be on a majority and still be overwritten, as Figure 8 ' +
        'shows. Once an entry of the leader’s own term is on a majority, all before it are safe too.',
    });
}

function noMajority(
  server: ServerView, before: Readonly<ReportedState>, holders: readonly ServerId[], atMs: number,
): never {
  const {id, state, log} = server;
  const {term} = log[state.commitIndex - 1]!;
  return broken('The commit rule',
    `${id} committed ${at(state.commitIndex, term)}, which only ${holders.join(', ')} ` +
    `${holders.length === 1 ? 'has' : 'have'}: that is no majority`,
    [{
      who: id, atMs,
      what: `commitIndex ${before.commitIndex} → ${state.commitIndex}; matchIndex ${JSON.stringify(state.matchIndex)}`,
    }], {
      source: '§5.3; Figure 2, "Rules for Servers"',
      text: 'An entry is safe when more than half of all servers store it, the leader included: then ' +
        'every majority that elects a later leader has one of them.',
    });
}
