/**
 * Where what a box says enters the typed world: it is held against its shape here, once.
 *
 * Boxes hold what students' functions return against the contract before it leaves. But a process
 * that was taken over writes what it likes, and nobody behind this line asks again.
 * Promises: what is of no known shape ends the run, and whoever said it is to blame: no check, no
 * other server, and never the kit.
 * Read next: raft/contract.ts, the shapes of messages; call-answers.ts, those of answers to calls.
 */
import type {BoxId, DeathCause, WireText} from '../host/box';
import {isEntry, ruleBrokenByMessage} from '../raft/contract';
import type {LogEntry} from '../raft/messages';
import {LabFailure} from '../world/lab-failure';
import type {ReportedState} from './server-view';

/** Who says something, and when. */
export interface Speaker {
  readonly id: BoxId;
  readonly atMs: number;
}

/** The end of a log, which was replaced from an index on. */
export interface LogChange {
  readonly from: number;
  readonly entries: readonly LogEntry[];
}

/** One of the records that the kit writes itself, up to lab 6. */
export type KitRecord =
  LogChange | {readonly currentTerm: number; readonly votedFor: BoxId | null};

interface Rule {
  readonly accepts: (value: unknown) => boolean;
  readonly rule: string;
}

type Unread = Readonly<Record<string, unknown>>;

const SHOWN_MOST = 160;

const isName = (value: unknown): boolean => typeof value === 'string';
const isVote = (value: unknown): boolean => value === null || isName(value);
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);
const isObject = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const WHOLE: Rule = {accepts: isWhole, rule: 'a whole number'};
const VOTE: Rule = {accepts: isVote, rule: 'the name of a server, or null'};
const INDEXES: Rule = {
  accepts: value => isObject(value) && Object.values(value).every(isWhole),
  rule: 'a whole number for each server',
};
const ROLES: readonly unknown[] = ['follower', 'candidate', 'leader'];

const FIELDS: ReadonlyMap<string, Rule> = new Map(Object.entries({
  role: {accepts: value => ROLES.includes(value), rule: 'follower, candidate or leader'},
  currentTerm: WHOLE, votedFor: VOTE, leaderId: VOTE, commitIndex: WHOLE, lastApplied: WHOLE,
  votesGranted: {
    accepts: value => Array.isArray(value) && value.every(isName), rule: 'names of servers',
  },
  nextIndex: INDEXES, matchIndex: INDEXES, electionTimerResets: WHOLE,
  lastIncludedIndex: WHOLE, lastIncludedTerm: WHOLE,
} satisfies Record<keyof ReportedState, Rule>));

/** @throws LabFailure */
export function expectMessage(message: unknown, to: BoxId, {id, atMs}: Speaker): void {
  const rule = ruleBrokenByMessage(message);
  if (rule !== undefined) refuseBox({id, atMs}, {did: `sent ${to}`, what: message, rule});
}

/** The fields of the state that have changed. @throws LabFailure */
export function readState(text: WireText, speaker: Speaker): Partial<ReportedState> {
  const state = JSON.parse(text) as Unread;
  for (const name in state) {
    const field = FIELDS.get(name);
    if (field?.accepts(state[name]) === true) continue;
    const rule = field === undefined ? `a server has no ${name}` : `${name} is ${field.rule}`;
    refuseBox(speaker, {did: 'reported the state', what: state, rule, cause: 'fault'});
  }
  return state;
}

/**
 * The entries that have changed.
 * @param length of the log so far; what replaces its end begins at most behind it.
 * @throws LabFailure
 */
export function readLog(text: WireText, length: number, speaker: Speaker): LogChange {
  const change: unknown = JSON.parse(text);
  const rule = ruleBrokenByLog(change) ?? ((change as LogChange).from <= length + 1 ? undefined
    : `its log ended at index ${length}, and has no gaps`);
  if (rule === undefined) return change as LogChange;
  return refuseBox(speaker, {did: 'reported the log', what: change, rule, cause: 'fault'});
}

/** A record up to lab 6. @throws LabFailure */
export function readRecord(text: WireText, speaker: Speaker): KitRecord {
  const record: unknown = JSON.parse(text);
  const isState = isObject(record) && isWhole(record['currentTerm']) && isVote(record['votedFor']);
  if (isState || ruleBrokenByLog(record) === undefined) return record as KitRecord;
  const rule = 'its records are {currentTerm, votedFor} and {from, entries}';
  return refuseBox(speaker, {did: 'wrote the record', what: record, rule});
}

function ruleBrokenByLog(value: unknown): string | undefined {
  if (!isObject(value)) return 'the end of a log is {from, entries}';
  const {from, entries} = value;
  if (!isWhole(from) || (from as number) < 1) return 'indexes begin at 1';
  return Array.isArray(entries) && entries.every(isEntry) ? undefined
    : 'an entry is {term, command}';
}

interface Said {
  /** 'sent S2'. */
  readonly did: string;
  /** Absent: nothing. */
  readonly what?: unknown;
  /** The second half of the claim, behind the dash. */
  readonly rule: string;
  /** 'fault' where a student's own mistake may lead here; else something replaced the kit. */
  readonly cause?: 'fault' | DeathCause;
}

/** @throws LabFailure that blames a box for what it said. */
export function refuseBox({id, atMs}: Speaker, {did, what, rule, cause = 'process'}: Said): never {
  const text = what === undefined ? '' : ` ${JSON.stringify(what)}`;
  const told = did + (text.length <= SHOWN_MOST ? text : `${text.slice(0, SHOWN_MOST)}…`);
  throw new LabFailure({
    kind: 'contract', cause,
    claim: `${id} ${told} — ${rule}.`,
    facts: [{who: id, what: told, atMs}],
    why: {
      source: 'harness/raft',
      text: 'Servers and clients that others have written know no other shapes than those that ' +
        'were agreed on.',
    },
  });
}
