/**
 * A class split over machines: which submissions are whose.
 *
 * Promises: every shard that sees the same names makes the same split, by the names alone and in
 * no particular order, so that slow neighbours are spread; shards differ by at most one submission.
 * Read next: merge.ts; examples/grading/README.md, for job engines.
 */
import crypto from 'node:crypto';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** The shard is none: one line says what would be. */
export class NoShard extends Error {
  override readonly name = 'WrongUse';
}

const COUNT_MOST = 10_000;

/** @param named what says so: `--shard i/n`, or a variable. @throws NoShard */
export function parseShard(text: string, named = '--shard'): Shard {
  const found = /^(\d+)\/(\d+)$/.exec(text);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || index < 1 || index > count || count > COUNT_MOST) {
    throw new NoShard(`${named} takes i/n, such as 2/5 for the second of five, not "${text}"`);
  }
  return {index, count};
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What a job engine says of itself; undefined outside of one. @throws NoShard */
export function shardFrom(environment: Environment): Shard | undefined {
  const asked = environment['FLOTILLA_SHARD'];
  if (asked !== undefined && asked !== '') return parseShard(asked, 'FLOTILLA_SHARD');
  return slurmShard(environment) ?? kubernetesShard(environment);
}

/** A Slurm array, `--array=0-4` or `1-5`; with gaps or steps it is not known who is who. */
function slurmShard(environment: Environment): Shard | undefined {
  const [id, min, max, count] = ['ID', 'MIN', 'MAX', 'COUNT']
    .map(name => environment[`SLURM_ARRAY_TASK_${name}`]);
  if (id === undefined) return undefined;
  if (min === undefined || count === undefined) {
    throw new NoShard('SLURM_ARRAY_TASK_ID is set, but not _MIN and _COUNT: name --shard i/n');
  }
  if (max !== undefined && Number(max) - Number(min) + 1 !== Number(count)) {
    throw new NoShard('the Slurm array has gaps, so its shards are not known: name --shard i/n');
  }
  return countedShard(Number(id) - Number(min) + 1, count, 'SLURM_ARRAY_TASK_ID, _MIN and _COUNT');
}

/** A Kubernetes Indexed Job knows its index; its manifest passes on how many there are. */
function kubernetesShard(environment: Environment): Shard | undefined {
  const {JOB_COMPLETION_INDEX: index, JOB_COMPLETIONS: count} = environment;
  if (index === undefined) return undefined;
  if (count === undefined) {
    throw new NoShard('JOB_COMPLETION_INDEX is set, but not JOB_COMPLETIONS: set it to the ' +
      'Job\'s completions, or name --shard i/n');
  }
  return countedShard(Number(index) + 1, count, 'JOB_COMPLETION_INDEX and JOB_COMPLETIONS');
}

/** Whoever reads of i/n has not written it: it is the variables that are to be looked at. */
function countedShard(index: number, count: string, variables: string): Shard {
  try {
    return parseShard(`${index}/${count}`);
  } catch {
    throw new NoShard(`${variables} come to "${index}/${count}", which is no shard: ` +
      'name --shard i/n');
  }
}

/** The names of one shard, in the order given. */
export function shareOf(names: readonly string[], shard: Shard | undefined): readonly string[] {
  if (shard === undefined) return names;
  const dealt = names.map(name => ({name, at: crypto.hash('sha256', name)}))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const mine = new Set(dealt.filter((_, n) => n % shard.count === shard.index - 1)
    .map(({name}) => name));
  return names.filter(name => mine.has(name));
}
