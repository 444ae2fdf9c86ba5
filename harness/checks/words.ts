/**
 * The words all checks share: positions in a log, and a way to fail.
 *
 * Read next: index.ts, which lists the checks.
 */
import type {Command, LogEntry, ServerId} from '../raft/messages';
import {LabFailure} from '../world/lab-failure';
import type {Fact} from '../world/lab-failure';

/** Where a rule stands, and why it must hold, in the kit's own words. */
export interface Why {
  readonly source: string;
  readonly text: string;
  /** Where to look, 'persistence.answer', if not in what ran last. */
  readonly functions?: readonly string[];
  readonly hint?: string;
}

/** 'index/term': one notation in failures, traces and handouts. */
export function at(index: number, term: number): string {
  return `${index}/${term}`;
}

/** One number for a position and a term, as long as terms stay below a hundred million. */
export function keyOf(index: number, term: number): number {
  return index * 100_000_000 + term;
}

/** 'S1, S2 and S3'. */
export function listed(ids: readonly ServerId[]): string {
  return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
}

/** A command as short JSON. */
export function show(command: Command): string {
  const text = JSON.stringify(command);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** One side of a contradiction. */
export function fact(who: ServerId, what: string, atMs: number): Fact {
  return {who, what, atMs};
}

/** Where a log ends or what it holds at an index: 'holds 2/1 there'. */
export function heldAt(log: readonly LogEntry[], index: number): string {
  const entry = log[index - 1];
  return entry === undefined ? `ends at index ${log.length}`
    : `holds ${at(index, entry.term)} there`;
}

/** A property of Figure 3, or a rule all of them rest on, does not hold. */
export function broken(
  property: string, what: string, facts: readonly Fact[], {source, text, ...where}: Why,
): never {
  throw new LabFailure({
    kind: 'safety', claim: `${property} is broken: ${what}.`, facts, why: {source, text}, ...where,
  });
}

/** A server did what the contract of its messages or its state rules out. */
export function refuse(
  claim: string, facts: readonly Fact[], why: Why, hint?: string,
): never {
  throw new LabFailure({
    kind: 'contract', claim, facts, why, ...(hint === undefined ? {} : {hint}),
  });
}

const TERMS_SHOWN = 12;

/** Terms as Figure 7 draws a log, '1 1 2'; of a long one the end, which is where logs differ. */
export function drawTerms(terms: readonly number[]): string {
  if (terms.length === 0) return 'empty';
  if (terms.length <= TERMS_SHOWN) return terms.join(' ');
  return `… ${terms.slice(-TERMS_SHOWN).join(' ')} (${terms.length} entries)`;
}
