/**
 * The evidence as lines: the operations that matter, how many more there are, the servers.
 *
 * Promises: at most ten lines, and what the claim names is always among them.
 * Read next: explain.ts.
 */
import type {Fact} from '../world/lab-failure';
import type {Operation} from './history';
import type {Words} from './words';

const LINES_AT_MOST = 10;
/** However many servers there are. */
const OPERATIONS_AT_LEAST = 3;

export interface Told<Input, Output> {
  readonly words: Words<Input, Output>;
  /** Everything that was done to the part, in the order of invocation. */
  readonly all: readonly Operation<Input, Output>[];
  /** What cannot all be true. */
  readonly facts: readonly Operation<Input, Output>[];
  /** What the claim names. */
  readonly named: readonly Operation<Input, Output>[];
  /** 'key "x"'. */
  readonly part: string;
  /** What the value would have been, where it helps. */
  readonly value: string | null;
  readonly servers: readonly Fact[];
}

export function factLines<Input, Output>(told: Told<Input, Output>): readonly Fact[] {
  const servers = told.servers.slice(0, LINES_AT_MOST - OPERATIONS_AT_LEAST);
  const room = LINES_AT_MOST - servers.length;
  const wanted = new Set([...told.facts, ...told.named].map(({id}) => id));
  const chosen = told.all.filter(({id}) => wanted.has(id));
  // What is left out takes a line to say so.
  const shown = chosen.length <= room ? chosen : mostTelling(chosen, told.named, room - 1);
  const lines = [...operationLines(told.words, shown)];
  const left = told.all.length - shown.length;
  const isProved = shown.length === chosen.length;
  if (left > 0 && lines.length < room) lines.push(others(left, told.part, isProved));
  if (told.value !== null && lines.length < room) {
    lines.push({who: 'order', what: `the one that got furthest ends with ${told.value}`});
  }
  return [...lines, ...servers];
}

function operationLines<Input, Output>(
  words: Words<Input, Output>, operations: readonly Operation<Input, Output>[],
): readonly Fact[] {
  const rows = operations.map(operation => ({operation, line: words.line(operation)}));
  const width = Math.max(...rows.map(({line: [times]}) => times.length));
  return rows.map(({operation, line: [times, what]}) => (
    {who: operation.client, what: `${times.padEnd(width)}  ${what}`}));
}

/** @param isProved what is shown contradicts itself whatever the others did */
function others(count: number, part: string, isProved: boolean): Fact {
  const [noun, them] = count === 1 ? ['operation', 'it'] : ['operations', 'them'];
  const why = isProved ? `; with or without ${them}, this cannot be` : '';
  return {who: 'and', what: `${count} more ${noun} on ${part}${why}`};
}

/** What the claim names, and the latest of the others. */
function mostTelling<Input, Output>(
  chosen: readonly Operation<Input, Output>[], named: readonly Operation<Input, Output>[],
  room: number,
): readonly Operation<Input, Output>[] {
  const ids = new Set(named.map(({id}) => id));
  const others = chosen.filter(({id}) => !ids.has(id));
  const latest = others.slice(others.length - Math.max(0, room - ids.size));
  return chosen.filter(each => ids.has(each.id) || latest.includes(each));
}
