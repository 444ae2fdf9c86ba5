/**
 * Recognises what happened to a log that does not hold what it must.
 *
 * Promises: the claim says which rule was broken; a hint is a question, and only where the symptom
 * is known. What is not recognised is told as it is, both logs drawn.
 * Read next: log-verdicts.ts, the failures of single calls.
 */
import type {LogEntry} from '#raft';
import {LabFailure} from '../../harness/world/lab-failure';
import type {Fact, FailureParts} from '../../harness/world/lab-failure';
import {printCode, printTermsCode} from './log-code';
import {draw, entriesNamed, firstDifference, isSame} from './log-notation';
import type {Change} from './log-reading';

export interface Wrong {
  readonly held: readonly unknown[];
  readonly wanted: readonly LogEntry[];
  readonly change: Change;
}

type Verdict = Pick<FailureParts, 'claim' | 'why' | 'hint'>;

/** In this order: a later one may look like an earlier one. */
const SYMPTOMS: readonly ((wrong: Wrong) => Verdict | undefined)[] = [
  changedFromOutside, changedByRefusal, leftHole, addedTwice, cutWithoutConflict, keptConflict,
  keptTail, addedNothing, addedPart, changedEntry,
];

export function diagnose(wrong: Wrong): LabFailure {
  let verdict: Verdict | undefined;
  for (const symptom of SYMPTOMS) verdict ??= symptom(wrong);
  verdict ??= {
    claim: `RaftLog holds ${draw(wrong.held)} after ${wrong.change.call} — it must hold ` +
      `${draw(wrong.wanted)}.`,
    why: LOG_MATCHING,
  };
  return new LabFailure({
    kind: 'contract', ...verdict, facts: factsOf(wrong), code: codeThatShows(wrong),
  });
}

const LOG_MATCHING = {
  source: '§5.3; Figure 3, Log Matching',
  text: 'Two logs that have an entry of the same index and term in common hold the same entries ' +
    'up to it. Every later rule of Raft relies on that.',
};
const ONLY_CONFLICTS_CUT = {
  source: '§5.3; Figure 2, "AppendEntries RPC", step 3',
  text: 'Requests arrive late and twice. An old, short one says nothing about what came after ' +
    'it: what it would cut may be on a majority already, and committed.',
};

function changedFromOutside({change, held, wanted}: Wrong): Verdict | undefined {
  if (change.fromOutside !== true) return undefined;
  const at = firstDifference(held, wanted);
  return {
    claim: `RaftLog changed at index ${at + 1} by ${change.call} — a log changes by its own ` +
      'methods only.',
    why: {
      source: '§5.3',
      text: 'Whoever sent an entry, or got one, may go on to change the object. In one process a ' +
        'shared object is one log in two places: no real network would allow it.',
    },
    hint: 'How deep does the copy go that the log makes on the way in, and on the way out?',
  };
}

function changedByRefusal({change}: Wrong): Verdict | undefined {
  if (change.success !== false) return undefined;
  return {
    claim: `RaftLog changed in ${change.call} — a refusal changes nothing.`,
    why: {
      source: 'Figure 2, "AppendEntries RPC", step 2',
      text: 'Whoever is refused goes on as if nothing had happened, so nothing may have happened.',
    },
    hint: 'Is everything checked before the first change is made?',
  };
}

function leftHole({held}: Wrong): Verdict | undefined {
  const at = held.findIndex(entry => entry === undefined || entry === null);
  if (at === -1) return undefined;
  return {
    claim: `RaftLog has a hole at index ${at + 1} — indexes follow each other without a gap.`,
    why: {
      source: '§5.3', text: 'A server applies its entries in log order, one index after the other.',
    },
  };
}

function addedTwice({held, wanted, change}: Wrong): Verdict | undefined {
  if (held.length <= wanted.length || !isPrefix(wanted, held)) return undefined;
  const extra = held.slice(wanted.length);
  if (!extra.every(entry => change.entries.some(sent => isSame(entry, sent)))) return undefined;
  return {
    claim: `RaftLog added entries twice in ${change.call} — what is there is not added again.`,
    why: {
      source: 'Figure 2, "AppendEntries RPC", step 4',
      text: 'A leader that hears no answer sends the request again (§5.5). It must come to the ' +
        'same log, however often it arrives.',
    },
    hint: 'Which index does the first of the new entries have, whatever the log holds there?',
  };
}

function cutWithoutConflict({held, wanted, change}: Wrong): Verdict | undefined {
  const {before} = change;
  const lost = held.length + 1;
  if (!isPrefix(held, wanted) || held.length >= before.length) return undefined;
  if (!isPrefix(before.slice(0, lost), wanted)) return undefined;
  const last = firstDifference(before, wanted);
  return {
    claim: `RaftLog lost ${entriesNamed(lost, last === -1 ? before.length : last)} in ` +
      `${change.call} — only a conflict cuts.`,
    why: ONLY_CONFLICTS_CUT,
    hint: 'Does your code compare the terms at each index before it cuts?',
  };
}

function keptConflict({held, wanted, change}: Wrong): Verdict | undefined {
  const at = firstDifference(held, wanted);
  const kept = change.before[at];
  if (kept === undefined || wanted[at] === undefined || !isSame(held[at], kept)) return undefined;
  return {
    claim: `RaftLog kept entry ${at + 1}/${kept.term} against the leader's ` +
      `${at + 1}/${wanted[at].term} — a conflict is settled for the leader.`,
    why: {
      source: '§5.3; Figure 2, "AppendEntries RPC", step 3',
      text: 'In Raft a leader makes its followers\' logs the same as its own, also where its ' +
        'entry is of an earlier term (Figure 8).',
    },
  };
}

function keptTail({held, wanted, change}: Wrong): Verdict | undefined {
  if (held.length <= wanted.length || !isPrefix(wanted, held)) return undefined;
  const at = wanted.length;
  if (!isSame(held[at], change.before[at])) return undefined;
  return {
    claim: `RaftLog kept ${entriesNamed(at + 1, held.length)} behind a conflict — the entry in ` +
      'conflict goes, and all after it.',
    why: {
      source: '§5.3; Figure 2, "AppendEntries RPC", step 3',
      text: 'What followed the conflicting entry follows nothing any more: kept, it would look ' +
        'like the leader\'s and break Log Matching (Figure 3).',
    },
  };
}

function addedNothing({held, wanted, change}: Wrong): Verdict | undefined {
  if (!isSame(held, change.before) || wanted.length <= held.length) return undefined;
  return {
    claim: `RaftLog took no entry of ${change.call} — new entries that are not there are added.`,
    why: {
      source: 'Figure 2, "AppendEntries RPC", step 4',
      text: 'A leader counts a server that answered true as one that holds the entries (§5.3).',
    },
  };
}

function addedPart({held, wanted, change}: Wrong): Verdict | undefined {
  const after = change.after ?? 0;
  if (!isPrefix(held, wanted)) return undefined;
  if (held.length < after || held.length >= wanted.length) return undefined;
  return {
    claim: `RaftLog took ${held.length - after} of ${change.entries.length} entries of ` +
      `${change.call} — all are added, in order.`,
    why: {
      source: 'Figure 2, "AppendEntries RPC", step 4',
      text: 'A leader counts a server that answered true as one that holds all entries it sent.',
    },
  };
}

function changedEntry({held, wanted, change}: Wrong): Verdict | undefined {
  const at = firstDifference(held, wanted);
  if (draw(held) !== draw(wanted) || wanted[at] === undefined) return undefined;
  return {
    claim: `RaftLog changed entry ${at + 1} in ${change.call} — an entry is kept as it came.`,
    why: {
      source: '§5.3',
      text: 'Raft never looks into a command: null, 0, an empty text and a list are commands as ' +
        'good as any, and what a client sent is what every server applies.',
    },
  };
}

function isPrefix(short: readonly unknown[], long: readonly unknown[]): boolean {
  return short.length <= long.length && short.every((entry, n) => isSame(entry, long[n]));
}

function factsOf({held, wanted, change}: Wrong): readonly Fact[] {
  const before = change.fromOutside === true ? [] : [{who: 'before', what: draw(change.before)}];
  const what = showsInTerms(held, wanted) ? draw
    : (entries: readonly unknown[]) => {
      const at = firstDifference(held, wanted);
      return `${told(entries[at])} at index ${at + 1}`;
    };
  return [
    {who: change.fromOutside === true ? 'after' : 'the call', what: change.call},
    ...before,
    {who: 'it holds', what: what(held)},
    {who: 'must hold', what: what(wanted)},
  ];
}

/** Code that prints where the log differs: its terms, or else one entry with its command. */
function codeThatShows({held, wanted}: Wrong): readonly string[] {
  if (showsInTerms(held, wanted) && !/[_?]/.test(draw(held))) return printTermsCode(wanted);
  const at = firstDifference(held, wanted);
  const right = wanted[at] === undefined ? undefined : {...wanted[at]};
  return printCode(`log.entriesFrom(1)[${at}]`, right);
}

function showsInTerms(held: readonly unknown[], wanted: readonly LogEntry[]): boolean {
  return draw(held) !== draw(wanted);
}

function told(entry: unknown): string {
  return entry === undefined ? 'nothing' : JSON.stringify(entry);
}
