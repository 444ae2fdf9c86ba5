/**
 * The checks that run after every event, one small file each.
 *
 * Promises: they see only what is observable and what servers report, and they demand what the
 * paper demands, never one style of doing it.
 * Read next: words.ts, then the checks in the order of the list below.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerId} from '../raft/messages';
import {acknowledged} from './acknowledged';
import {afterRestart} from './after-restart';
import {answers} from './answers';
import {CommittedEntries} from './committed-entries';
import {commitRule} from './commit-rule';
import {DurableLogs} from './durable-logs';
import {electionSafety} from './election-safety';
import {followerLog} from './follower-log';
import {Handling} from './handling';
import {honestMessages} from './honest-messages';
import {keptSuffix} from './kept-suffix';
import {laterTerms} from './later-terms';
import {leaderAppendOnly} from './leader-append-only';
import {leaderCompleteness} from './leader-completeness';
import {logMatching} from './log-matching';
import {matchIndex} from './match-index';
import {monotonic} from './monotonic';
import {newTerm} from './new-term';
import {oneVote} from './one-vote';
import {owedAfterRestart} from './owed-after-restart';
import {snapshots} from './snapshots';
import {stateMachineSafety} from './state-machine-safety';
import {syncedBeforeCounted, syncedBeforeSent} from './synced-before-sent';
import {votesWon} from './votes-won';

export interface ChecksOptions {
  readonly servers: readonly ServerId[];
  /** Lab 7: whether the form of the disk's records is the student's. */
  readonly ownRecords?: boolean;
  /** Whether the service is the given one, whose state after each entry is known. */
  readonly isRecording?: boolean;
}

/** Fresh checks for one world, in the order in which they speak. */
export function raftChecks(
  {servers, ownRecords = false, isRecording = true}: ChecksOptions,
): RaftCheck[] {
  const durable = new DurableLogs(ownRecords);
  const committed = new CommittedEntries();
  const handling = new Handling();
  return [
    durable,
    handling.begin,
    electionSafety(),
    votesWon(servers, handling),
    oneVote(),
    newTerm(),
    // Before all others that look at logs: a server that lost its own breaks their rules as well.
    ...(ownRecords ? [owedAfterRestart(servers)] : []),
    leaderAppendOnly(handling),
    logMatching(durable),
    // Before the check of acknowledged entries, which does not know what a snapshot may do.
    keptSuffix(handling),
    acknowledged(),
    followerLog(handling),
    // Before the commit rule, which adds what this very event commits.
    leaderCompleteness(committed),
    monotonic(durable),
    matchIndex(durable),
    commitRule({servers, durable, committed}),
    snapshots(isRecording),
    stateMachineSafety(),
    // Before the check of the disk: what was never in the state cannot be synced either.
    honestMessages(),
    answers(handling),
    syncedBeforeSent(durable),
    ownRecords ? syncedBeforeCounted(durable, servers) : afterRestart(durable),
    laterTerms(handling),
    handling.end,
  ];
}
