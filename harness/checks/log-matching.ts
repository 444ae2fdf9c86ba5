/**
 * Log Matching: if two logs hold an entry with the same index and term, they are the same up to it.
 *
 * Paper: §5.3, Figure 3.
 * Promises: checked by induction as entries are added, each against the first server that held an
 * entry with its index and term; and once more on whole logs at the end of a run.
 * Read next: leader-completeness.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {ServerView} from '../cluster/server-view';
import type {Command, ServerId} from '../raft/messages';
import type {DurableLogs} from './durable-logs';
import {at, broken, keyOf, show} from './words';
import type {Why} from './words';

const WHY: Why = {
  source: '§5.3, Figure 3',
  text: 'A leader creates at most one entry with a given index in a term, and a follower takes ' +
    'entries only where the one before them matches. So the same index and term means the same ' +
    'entry, and the same log before it.',
};

interface Known {
  readonly id: ServerId;
  readonly atMs: number;
  readonly previousTerm: number;
  readonly command: Command;
  readonly text: string;
}

export function logMatching(durable: DurableLogs): RaftCheck {
  const entries = new Map<number, Known>();
  return {
    logChanged({id, log}, from, _removed, added, atMs) {
      for (let n = 0; n < added.length; n++) {
        const entry = added[n]!;
        const index = from + n;
        const previousTerm = log[index - 2]?.term ?? 0;
        const text = JSON.stringify(entry.command);
        const key = keyOf(index, entry.term);
        const known = entries.get(key);
        if (known === undefined) {
          entries.set(key, {id, atMs, previousTerm, command: entry.command, text});
        } else if (known.text !== text) {
          differentCommands(known, {id, atMs, command: entry.command}, index, entry.term);
        } else if (known.previousTerm !== previousTerm) {
          differentBefore(known, {id, atMs, previousTerm}, index, entry.term);
        }
      }
    },
    // Entries that a crash took before they were on any disk: another may stand there later.
    crashed({id, log}) {
      for (let index = log.length; index > 0; index--) {
        const {term} = log[index - 1]!;
        if (durable.everHeld(id, index, term)) return;
        if (entries.get(keyOf(index, term))?.id === id) entries.delete(keyOf(index, term));
      }
    },
  };
}

function differentCommands(
  known: Known, found: Pick<Known, 'id' | 'atMs' | 'command'>, index: number, term: number,
): never {
  const place = at(index, term);
  return broken('Log Matching',
    `entry ${place} of ${known.id} and of ${found.id} hold different commands`, [
    {who: known.id, what: `holds ${show(known.command)} at ${place}`, atMs: known.atMs},
    {who: found.id, what: `holds ${show(found.command)} at ${place}`, atMs: found.atMs},
  ], WHY);
}

function differentBefore(
  known: Known, found: Pick<Known, 'id' | 'atMs' | 'previousTerm'>, index: number, term: number,
): never {
  const place = at(index, term);
  const before = (previousTerm: number): string =>
    (previousTerm === 0 ? 'nothing before it' : `${at(index - 1, previousTerm)} before it`);
  const both = known.id === found.id ? `${known.id} still holds entry ${place}`
    : `${known.id} and ${found.id} both hold entry ${place}`;
  return broken('Log Matching', `${both}, but not the same entry before it`, [
      {who: known.id, what: `holds ${place} with ${before(known.previousTerm)}`, atMs: known.atMs},
      {who: found.id, what: `holds ${place} with ${before(found.previousTerm)}`, atMs: found.atMs},
    ], WHY);
}

/** Compares whole logs, pair by pair: up to the last entry they share, they must be equal. */
export function expectLogMatching(views: readonly ServerView[], atMs: number): void {
  views.forEach((one, n) => {
    for (const other of views.slice(n + 1)) expectPair(one, other, atMs);
  });
}

function expectPair(one: ServerView, other: ServerView, atMs: number): void {
  let index = Math.min(one.log.length, other.log.length);
  while (index > 0 && one.log[index - 1]?.term !== other.log[index - 1]?.term) index--;
  for (; index > 0; index--) {
    const a = one.log[index - 1]!;
    const b = other.log[index - 1]!;
    if (a.term === b.term && JSON.stringify(a.command) === JSON.stringify(b.command)) continue;
    broken('Log Matching',
      `${one.id} and ${other.id} agree on a later entry, but not on index ${index}`, [
      {who: one.id, what: `holds ${show(a.command)} at ${at(index, a.term)}`, atMs},
      {who: other.id, what: `holds ${show(b.command)} at ${at(index, b.term)}`, atMs},
    ], WHY);
  }
}
