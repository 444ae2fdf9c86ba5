/**
 * The words all checks share: positions in a log, and a way to fail.
 *
 * Read next: index.ts, which lists the checks.
 */
import type {Command} from '../raft/messages';
import {LabFailure} from '../world/lab-failure';
import type {Fact} from '../world/lab-failure';

/** Where a rule stands, and why it must hold, in the kit's own words. */
export interface Why {
  readonly source: string;
  readonly text: string;
}

/** 'index/term': one notation in failures, traces and handouts. */
export function at(index: number, term: number): string {
  return `${index}/${term}`;
}

/** One number for a position and a term; both stay far below a million. */
export function keyOf(index: number, term: number): number {
  return index * 1_000_000 + term;
}

/** A command as short JSON. */
export function show(command: Command): string {
  const text = JSON.stringify(command);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** A property of Figure 3, or a rule all of them rest on, does not hold. */
export function broken(property: string, what: string, facts: readonly Fact[], why: Why): never {
  throw new LabFailure({kind: 'safety', claim: `${property} is broken: ${what}.`, facts, why});
}

/** A server did what the contract of its messages or its state rules out. */
export function refuse(
  claim: string, facts: readonly Fact[], why: Why, hint?: string,
): never {
  throw new LabFailure({
    kind: 'contract', claim, facts, why, ...(hint === undefined ? {} : {hint}),
  });
}
