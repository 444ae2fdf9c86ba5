/**
 * Holds what your functions return against the shapes in messages.ts, before anything is sent.
 *
 * Paper: Figure 2, "Results" and "Arguments" of both RPCs.
 * Promises: a value of the wrong shape never leaves the server that made it; the failure names the
 * function, the field, the value as returned and the rule. Whether a value of the right shape is
 * also the right answer is for the tests to say.
 * Given. You need not change this file.
 */
import {ContractError} from '../host/guest';
import type {CommittedEntry} from './committed-entry';
import type {
  AppendEntriesArguments, AppendEntriesResults, InstallSnapshotArguments, InstallSnapshotResults,
  LogEntry, RequestVoteArguments, RequestVoteResults,
} from './messages';

/** A function of a solution file, as a failure names it. */
export interface Culprit {
  readonly module: string;
  readonly function: string;
}

/** One line of a box of Figure 2. */
interface Field {
  readonly name: string;
  readonly accepts: (value: unknown) => boolean;
  /** What a failure says to somebody who broke it. */
  readonly rule: string;
  readonly optional?: boolean;
}

interface Shape {
  readonly name: string;
  readonly fields: readonly Field[];
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isEntry(value: unknown): value is LogEntry {
  if (typeof value !== 'object' || value === null) return false;
  const {term, command} = value as Partial<LogEntry>;
  return isCount(term) && command !== undefined;
}

const count = (name: string): Field =>
  ({name, accepts: isCount, rule: `${name} is a whole number, 0 or more`});
const serverId = (name: string): Field =>
  ({name, accepts: value => typeof value === 'string', rule: `${name} is a name, like "S1"`});
const truth = (name: string): Field =>
  ({name, accepts: value => typeof value === 'boolean', rule: `${name} is true or false`});
const optional = (field: Field): Field => ({...field, optional: true});

const entry: Field = {name: 'entry', accepts: isEntry, rule: 'an entry is {term, command}'};
const entries: Field = {
  name: 'entries', accepts: value => Array.isArray(value) && value.every(isEntry),
  rule: 'entries is an array of {term, command}; an empty one makes a heartbeat',
};

const APPEND_ENTRIES_ARGUMENTS: Shape = {
  name: 'AppendEntriesArguments',
  fields: [
    count('term'), serverId('leaderId'), count('prevLogIndex'), count('prevLogTerm'), entries,
    count('leaderCommit'),
  ],
};
const APPEND_ENTRIES_SUCCESS: Shape = {
  name: 'AppendEntriesResults',
  fields: [count('term'), truth('success'), count('matchIndex')],
};
const APPEND_ENTRIES_REFUSAL: Shape = {
  name: 'AppendEntriesResults',
  fields: [
    count('term'), truth('success'), count('prevLogIndex'),
    optional(count('conflictTerm')), optional(count('conflictIndex')),
  ],
};
const REQUEST_VOTE_ARGUMENTS: Shape = {
  name: 'RequestVoteArguments',
  fields: [count('term'), serverId('candidateId'), count('lastLogIndex'), count('lastLogTerm')],
};
const REQUEST_VOTE_RESULTS: Shape = {
  name: 'RequestVoteResults',
  fields: [count('term'), truth('voteGranted')],
};
const INSTALL_SNAPSHOT_ARGUMENTS: Shape = {
  name: 'InstallSnapshotArguments',
  fields: [
    count('term'), serverId('leaderId'), count('lastIncludedIndex'), count('lastIncludedTerm'),
    {name: 'data', accepts: value => value !== undefined, rule: 'data is the snapshot’s data'},
  ],
};
const INSTALL_SNAPSHOT_RESULTS: Shape = {
  name: 'InstallSnapshotResults', fields: [count('term'), count('lastIncludedIndex')],
};
const COMMITTED_ENTRY: Shape = {name: 'CommittedEntry', fields: [count('index'), entry]};

/** @throws ContractError */
export function requireAppendEntriesArguments(
  value: unknown, culprit: Culprit,
): AppendEntriesArguments {
  requireShape(value, APPEND_ENTRIES_ARGUMENTS, culprit);
  return value as AppendEntriesArguments;
}

/** undefined is an answer too: the request is ignored. @throws ContractError */
export function requireAppendEntriesResults(
  value: unknown, culprit: Culprit,
): AppendEntriesResults | undefined {
  if (value === undefined) return undefined;
  const {success} = (value ?? {}) as {success?: unknown};
  requireShape(value, success === true ? APPEND_ENTRIES_SUCCESS : APPEND_ENTRIES_REFUSAL, culprit);
  return value as AppendEntriesResults;
}

/** undefined: nothing to ask. @throws ContractError */
export function requireRequestVoteArguments(
  value: unknown, culprit: Culprit,
): RequestVoteArguments | undefined {
  if (value === undefined) return undefined;
  requireShape(value, REQUEST_VOTE_ARGUMENTS, culprit);
  return value as RequestVoteArguments;
}

/** undefined is an answer too: the request is ignored. @throws ContractError */
export function requireRequestVoteResults(
  value: unknown, culprit: Culprit,
): RequestVoteResults | undefined {
  if (value === undefined) return undefined;
  requireShape(value, REQUEST_VOTE_RESULTS, culprit);
  return value as RequestVoteResults;
}

/** undefined: AppendEntries will do. @throws ContractError */
export function requireInstallSnapshotArguments(
  value: unknown, culprit: Culprit,
): InstallSnapshotArguments | undefined {
  if (value === undefined) return undefined;
  requireShape(value, INSTALL_SNAPSHOT_ARGUMENTS, culprit);
  return value as InstallSnapshotArguments;
}

/** undefined is an answer too: the request is ignored. @throws ContractError */
export function requireInstallSnapshotResults(
  value: unknown, culprit: Culprit,
): InstallSnapshotResults | undefined {
  if (value === undefined) return undefined;
  requireShape(value, INSTALL_SNAPSHOT_RESULTS, culprit);
  return value as InstallSnapshotResults;
}

/** undefined: nothing is left to apply. @throws ContractError */
export function requireCommittedEntry(
  value: unknown, culprit: Culprit,
): CommittedEntry | undefined {
  if (value === undefined) return undefined;
  requireShape(value, COMMITTED_ENTRY, culprit);
  return value as CommittedEntry;
}

/** The rule that a message on its way breaks, whoever made it; undefined if it breaks none. */
export function ruleBrokenByMessage(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return 'a message is an object';
  const given = message as Record<string, unknown>;
  const {type, round} = given;
  const shape = shapeOfMessage(type, given['success']);
  if (shape === undefined) return 'its type is none of those in harness/raft/messages.ts';
  const expected = countFields(given, shape);
  if (typeof expected === 'object') return expected.rule;
  const hasRound = round !== undefined && isCount(round) && ROUNDS.has(type);
  const extra = Object.keys(given).length - expected - (hasRound ? 2 : 1);
  return extra === 0 ? undefined : `${shape.name} have no other fields than their own`;
}

/** Messages that may say which round they belong to. */
const ROUNDS: ReadonlySet<unknown> = new Set(['AppendEntries', 'AppendEntriesResults']);

function shapeOfMessage(type: unknown, success: unknown): Shape | undefined {
  switch (type) {
    case 'AppendEntries': return APPEND_ENTRIES_ARGUMENTS;
    case 'AppendEntriesResults':
      return success === true ? APPEND_ENTRIES_SUCCESS : APPEND_ENTRIES_REFUSAL;
    case 'RequestVote': return REQUEST_VOTE_ARGUMENTS;
    case 'RequestVoteResults': return REQUEST_VOTE_RESULTS;
    case 'InstallSnapshot': return INSTALL_SNAPSHOT_ARGUMENTS;
    case 'InstallSnapshotResults': return INSTALL_SNAPSHOT_RESULTS;
    default: return undefined;
  }
}

/** An index that the log names: lastIndex, or what append() returns. @throws ContractError */
export function requireIndex(value: unknown, culprit: Culprit): number {
  refusePromise(value, culprit);
  if (isCount(value)) return value as number;
  throw new ContractError(
    `${culprit.function} is ${show(value)}: an index is a whole number, 0 or more.`, culprit);
}

/** For a function that returns nothing: only a promise is refused. @throws ContractError */
export function refusePromise(value: unknown, culprit: Culprit): void {
  if (typeof value !== 'object' || value === null || !('then' in value)) return;
  throw new ContractError(
    `${culprit.function} returned a promise: it is async, or returns one. A rule answers before it `
      + 'returns; whatever it does later, the server has long moved on.', culprit);
}

/**
 * Every field that is not optional is there, each is as its rule says, and there is no other field:
 * what is `undefined` is left out on the wire, and a field of your own would mean nothing to a
 * server that somebody else wrote.
 */
function requireShape(value: unknown, shape: Shape, culprit: Culprit): void {
  if (typeof value !== 'object' || value === null) {
    throw new ContractError(
      `${culprit.function} returned ${show(value)}: it returns an object, ${shape.name} `
        + '(harness/raft/messages.ts).', culprit);
  }
  refusePromise(value, culprit);
  const given = value as Record<string, unknown>;
  const expected = countFields(given, shape);
  if (typeof expected === 'object') refuseField(given, expected, culprit);
  if (Object.keys(given).length !== expected) refuseExtra(given, shape, culprit);
}

/** How many fields of the shape are there; or the first that is missing, or against its rule. */
function countFields(given: Record<string, unknown>, shape: Shape): number | Field {
  let expected = 0;
  for (const field of shape.fields) {
    const found = given[field.name];
    if (found === undefined && field.optional) {
      if (field.name in given) expected++;
      continue;
    }
    expected++;
    if (!field.accepts(found)) return field;
  }
  return expected;
}

function refuseField(given: Record<string, unknown>, field: Field, culprit: Culprit): never {
  const found = given[field.name];
  const isMissing = found === undefined;
  const fault = isMissing ? `without ${field.name}` : `with ${field.name} ${show(found)}`;
  throw new ContractError(
    `${culprit.function} returned ${show(given)} ${fault}: ${field.rule} `
      + '(harness/raft/messages.ts).', culprit);
}

function refuseExtra(given: Record<string, unknown>, shape: Shape, culprit: Culprit): never {
  const extra = Object.keys(given).find(key => !shape.fields.some(field => field.name === key));
  throw new ContractError(
    `${culprit.function} returned ${show(given)} with ${extra ?? 'a hidden field'}: such `
      + `${shape.name} have no field of that name (harness/raft/messages.ts).`, culprit);
}

const SHOWN_LENGTH_MAX = 200;

/** The value as JSON, with words for what JSON cannot say, cut to one line's length. */
function show(value: unknown): string {
  const inWords = (_key: string, part: unknown): unknown =>
    typeof part === 'bigint' || typeof part === 'number' && !Number.isFinite(part)
      ? String(part)
      : typeof part === 'function' ? 'a function' : part;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  let text: string | undefined;
  try {
    text = JSON.stringify(value, inWords);
  } catch {
    text = 'a value with a cycle';
  }
  if (text === undefined) return String(value);
  return text.length <= SHOWN_LENGTH_MAX ? text : `${text.slice(0, SHOWN_LENGTH_MAX)}…`;
}
