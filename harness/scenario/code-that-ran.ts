/**
 * Which of the student's functions a failure leads to, when there is no stack to show.
 *
 * A property breaks long after the call that broke it has returned. But the given half calls the
 * same functions for the same input, and the last input is known; or the failure names them.
 * Promises: only functions of the student's own files are named, in the order they are called.
 * Read next: harness/raft/server.ts, which calls them.
 */
import type {BoxId, Input, ModuleSource} from '../host/box';
import {definitionLine} from '../host/definition-line';
import type {Trace} from '../world/trace';

/** 'file.function', by the type of a message or the name of a call. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  AppendEntries: [
    'replication.handleAppendEntries', 'commit.learnCommitIndex', 'commit.takeCommitted',
  ],
  AppendEntriesResults: [
    'replication.receiveAppendEntriesResults', 'commit.advanceCommitIndex', 'commit.takeCommitted',
    'replication.appendEntriesFor', 'reads.roundAnswered', 'timing.resultsReceived',
  ],
  RequestVote: ['election.handleRequestVote'],
  RequestVoteResults: [
    'election.receiveRequestVoteResults', 'election.becomeLeader', 'reads.leadershipBegan',
    'timing.leadershipBegan',
  ],
  appoint: ['election.becomeLeader'],
  startElection: ['election.becomeCandidate', 'election.requestVoteFor'],
  submit: ['log.append', 'commit.advanceCommitIndex', 'timing.entriesAppended'],
  replicate: ['replication.appendEntriesFor'],
  read: ['reads.read'],
  timer: [
    'election.becomeCandidate', 'election.requestVoteFor', 'replication.appendEntriesFor',
  ],
};

type Modules = Readonly<Record<string, ModuleSource>>;

export interface CodeOfRun {
  readonly trace: Trace;
  /** The import table of the subject. */
  readonly modules: Modules;
  /** In a mixed cluster the last input may have run somebody else's code. */
  isSubjects(box: BoxId): boolean;
}

/** 'advanceCommitIndex (skeleton/commit.ts:28)' for each function that ran in the last input. */
export function codeThatRan({trace, modules, isSubjects}: CodeOfRun): readonly string[] {
  const last = trace.steps.findLast(step => step.kind === 'input');
  if (last?.kind !== 'input' || !isSubjects(last.box)) return [];
  return codeOf(RUNS[keyOf(last.input)] ?? [], modules);
}

/** The same for functions by name: 'commit.advanceCommitIndex'. */
export function codeOf(functions: readonly string[], modules: Modules): readonly string[] {
  return functions.flatMap(name => {
    const [file = '', functionName = ''] = name.split('.');
    const source = modules[`#solution/${file}`];
    if (source === undefined || source.shownAs.startsWith('harness/')) return [];
    const line = definitionLine(source.file, functionName);
    return line === null ? [] : [`${functionName} (${source.shownAs}:${line})`];
  });
}

function keyOf(input: Input): string {
  if (input.kind === 'call') return input.method;
  if (input.kind !== 'receive') return input.kind;
  return String((JSON.parse(input.message) as {readonly type?: unknown}).type);
}
