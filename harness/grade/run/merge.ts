/**
 * The journals of shards made one class again.
 *
 * Promises: refuses what was graded by different kits or policies; names the shards and the
 * submissions that are not there, and never passes a part off as the whole.
 * Read next: standing.ts; reports.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {journalsIn, readJournal} from './journal';
import type {JournalLine, Member, RunLine} from './journal';
import {standingOf} from './standing';
import type {Standing} from './standing';

/** These results do not belong together, or are none. One line. */
export class CannotMerge extends Error {
  override readonly name = 'WrongUse';
}

export interface Merged extends Standing {
  readonly lines: readonly JournalLine[];
  /** Shards of which no journal is there: '2 of 5'. */
  readonly missingShards: readonly string[];
  /** What an instructor should know, a line each. */
  readonly notes: readonly string[];
}

interface Part {
  readonly file: string;
  readonly run: RunLine;
  readonly lines: readonly JournalLine[];
}

/** @param folders with journals, or the journals themselves. @throws CannotMerge */
export function merge(folders: readonly string[]): Merged {
  const notes: string[] = [];
  const parts = folders.flatMap(filesOf).flatMap(file => partOf(file, notes));
  const [first, ...others] = parts;
  if (first === undefined) {
    throw new CannotMerge(`there is no journal in ${folders.join(', ')}: name folders of results`);
  }
  for (const other of others) compareRuns(first, other);
  const missingShards = missingOf(parts);
  const {shard: _one, ...run} = first.run;
  const whole = {...run, members: membersOf(parts, notes)};
  const lines = parts.flatMap(part => part.lines.filter(line => line.kind === 'grade'));
  const standing = standingOf(whole, lines);
  if (standing.others.length > 0) {
    throw new CannotMerge('graded by another kit or policy than the rest: ' +
      `${standing.others.join(', ')}; grade them again`);
  }
  return {...standing, lines: [whole, ...lines], missingShards, notes};
}

function filesOf(named: string): readonly string[] {
  if (!fs.existsSync(named)) throw new CannotMerge(`there is no folder "${named}"`);
  if (fs.statSync(named).isFile()) return [named];
  const files = journalsIn(named);
  if (files.length === 0) throw new CannotMerge(`there is no journal in "${named}"`);
  return files;
}

function partOf(file: string, notes: string[]): readonly Part[] {
  const {lines, damaged} = readJournal(file);
  const run = lines.findLast(line => line.kind === 'run');
  if (damaged.length > 0) {
    notes.push(`${file}: lines ${damaged.join(', ')} cannot be read; they count as not there`);
  }
  if (run !== undefined) return [{file, run, lines}];
  notes.push(`${file}: no run has begun in it`);
  return [];
}

function compareRuns(one: Part, other: Part): void {
  const differs = (what: string): never => {
    throw new CannotMerge(`${one.file} and ${other.file} ${what}: they cannot be merged`);
  };
  const [a, b] = [one.run, other.run];
  if (a.kit !== b.kit) differs(`are by kits ${a.kit} and ${b.kit}`);
  if (a.kitDigest !== b.kitDigest) differs(`are by kits ${a.kit} whose code differs`);
  if (a.policyDigest !== b.policyDigest) differs('are by different policies');
  if (a.labs.join() !== b.labs.join()) {
    differs(`graded different labs (${a.labs.join(', ')} and ${b.labs.join(', ')})`);
  }
  if (a.shard?.count !== b.shard?.count) differs('split the class into different numbers of parts');
}

function missingOf(parts: readonly Part[]): readonly string[] {
  const count = parts[0]?.run.shard?.count ?? 1;
  const there = new Set(parts.map(({run}) => run.shard?.index));
  if (there.has(undefined)) return [];
  return Array.from({length: count}, (_, n) => n + 1).filter(index => !there.has(index))
    .map(index => `${index} of ${count}`);
}

/** Everybody that any shard saw. */
function membersOf(parts: readonly Part[], notes: string[]): readonly Member[] {
  const members = new Map<string, Member>();
  for (const {run} of parts) {
    for (const member of run.members) {
      if (!members.has(member.name)) members.set(member.name, member);
    }
  }
  for (const {file, run} of parts) {
    const seen = new Set(run.members.map(({name}) => name));
    const unseen = [...members.keys()].filter(name => !seen.has(name));
    if (unseen.length === 0) continue;
    notes.push(`${path.relative(process.cwd(), file)}: its shard saw no ${unseen.join(', ')}: ` +
      'the folders of submissions were not the same, so somebody may be in no shard');
  }
  return [...members.values()];
}
