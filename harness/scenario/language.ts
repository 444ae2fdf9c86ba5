/**
 * The words lab tests are written in: `lab`, `section`, `scenario`, `table`.
 *
 * Promises: every scenario has points and a section; what a test states here is all that reports,
 * tokens and scores use. Under mocha each scenario is one `it`.
 * Read next: tests/3-replication/, how it reads.
 */
import type {ScenarioDefinition, ScenarioOptions, Scene} from './definition';
import {findLab} from './labs';
import {runForMocha} from './mocha-bridge';
import {registry} from './registry';
import type {Place} from './registry';

/** All tests of a file belong to one lab, or to one part of it: `lab('7a', 'persistence', …)`. */
export function lab(named: number | string, name: string, body: () => void): void {
  registry.place = placeOf(named);
  grouped(`Lab ${named} · ${name}`, body);
  registry.place = undefined;
}

/** The same for the files of tests/hidden: what they hold only grades. */
export function hiddenLab(named: number | string, name: string, body: () => void): void {
  registry.place = {...placeOf(named), isHidden: true};
  grouped(`Lab ${named} · ${name}, hidden`, body);
  registry.place = undefined;
}

function placeOf(named: number | string): Place {
  const [, number = '', part] = /^(\d+)([a-z]?)$/.exec(String(named)) ?? [];
  const {name: labName} = findLab(number);
  return {lab: Number(number), labName, ...part ? {part} : {}, section: '', group: ''};
}

/** @param source the paper's section or figure, or a source that lab.ts names. */
export function section(source: string, group: string, body: () => void): void {
  const outer = registry.place;
  if (outer === undefined) throw new Error('a section stands inside a lab');
  registry.place = {...outer, section: source, group};
  grouped(`${source}  ${group}`, body);
  registry.place = outer;
}

/**
 * One claim, one world. With `seeds` in its options it is tried in as many random worlds, with
 * `cases` in every case there is.
 */
export function scenario(
  title: string, options: ScenarioOptions, body: (scene: Scene) => Promise<void>,
): void {
  const {place} = registry;
  if (place === undefined || place.section === '') {
    throw new Error('a scenario stands in a section');
  }
  const definition: ScenarioDefinition = {
    ...place, title, options, body,
    name: options.name ?? nameOf(title),
    points: options.points,
    seeds: seedsOf(options),
  };
  registry.add(definition);
  if (registry.definesMochaTests) it(title, runForMocha(definition));
}

/** A row of a table says why it must come out as it does. */
export interface Row {
  readonly because: string;
  /** How many servers this row is about, where rows differ. */
  readonly servers?: number;
}

export interface TableOptions extends ScenarioOptions {
  /** Short, for tokens: rows are called `vote-table-1`, `vote-table-2`, … */
  readonly name: string;
}

/**
 * A pure rule, row by row: each row is a scenario of its own, so a failing row is named by its
 * reason. The table's points are shared equally.
 */
export function table<R extends Row>(
  title: string, options: TableOptions & {readonly initial?: never},
  rows: readonly R[],
  body: (scene: Scene, row: R) => Promise<void>,
  initialOf?: (row: R) => ScenarioOptions['initial'],
): void {
  rows.forEach((row, n) => {
    const initial = initialOf?.(row);
    scenario(`${title}: ${row.because}`, {
      ...options, points: options.points / rows.length, name: `${options.name}-${n + 1}`,
      ...(initial === undefined ? {} : {initial}),
      ...(row.servers === undefined ? {} : {servers: row.servers}),
    }, scene => body(scene, row));
  });
}

/**
 * Seeds 1 to n: the fixed list a random world is tried on by default.
 *
 * @param first those of them that stand first, since a grade runs no more than the first few.
 */
export function seedsUpTo(
  count: number, {first = []}: {readonly first?: readonly number[]} = {},
): readonly number[] {
  const all = Array.from({length: count}, (_, n) => n + 1);
  if (first.some(seed => !all.includes(seed))) throw new Error(`the seeds end at ${count}`);
  return [...new Set([...first, ...all])];
}

function seedsOf({seeds, cases}: ScenarioOptions): readonly number[] {
  if (cases === undefined) return seeds ?? [1];
  if (seeds !== undefined) throw new Error('a scenario has seeds or cases, and not both');
  return seedsUpTo(cases);
}

function grouped(title: string, body: () => void): void {
  if (registry.definesMochaTests) describe(title, body);
  else body();
}

/** 'a cut-off leader is replaced' becomes 'a-cut-off-leader-is-replaced', at most 40 long. */
function nameOf(title: string): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return words.length <= 40 ? words : words.slice(0, 40).replace(/-[^-]*$/, '');
}
