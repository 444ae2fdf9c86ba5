/**
 * The servers of a scenario at one moment, a line each, with the logs as Figure 7 draws them.
 *
 * Paper: Figure 7 (position is index, number is term), Figure 2 for the columns.
 * Promises: a column that no row fills is left out; a missing value is '-'.
 * Read next: render-failure.ts.
 */
import type {ServerRow} from '../scenario/outcome';
import type {Align} from './text-layout';
import {alignColumns} from './text-layout';

interface Column {
  readonly name: keyof ServerRow;
  readonly align: Align;
}

const COLUMNS: readonly Column[] = [
  {name: 'id', align: 'left'}, {name: 'role', align: 'left'},
  {name: 'currentTerm', align: 'right'}, {name: 'votedFor', align: 'left'},
  {name: 'commitIndex', align: 'right'}, {name: 'lastApplied', align: 'right'},
  {name: 'log', align: 'left'},
];

/** The header line and one line a server, at most `width` wide: a long log loses its beginning. */
export function serverTable(rows: readonly ServerRow[], width: number): string[] {
  const columns = COLUMNS.filter(({name}) => rows.some(row => row[name] !== undefined));
  const cells = [
    columns.map(({name}) => name === 'id' ? '' : name),
    ...rows.map(row => columns.map(({name}) => cellOf(row[name]))),
  ];
  const aligns = columns.map(({align}) => align);
  const widest = Math.max(...alignColumns(cells, aligns).map(line => line.length));
  if (widest <= width) return alignColumns(cells, aligns);
  const logWidth = Math.max(...cells.map(row => row.at(-1)?.length ?? 0));
  const room = Math.max(12, width - (widest - logWidth));
  const shorter = cells.map(row => [...row.slice(0, -1), keepEnd(row.at(-1) ?? '', room)]);
  return alignColumns(shorter, aligns);
}

function cellOf(value: string | number | null | undefined): string {
  return value === undefined || value === null ? '-' : String(value);
}

function keepEnd(log: string, width: number): string {
  if (log.length <= width) return log;
  const end = log.slice(log.length - width + 4);
  return `... ${end.slice(end.indexOf(' ') + 1)}`;
}
