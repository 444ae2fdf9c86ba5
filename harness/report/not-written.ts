/**
 * What a lab says about functions that still are a `todo()`: one line a function, not one a test.
 *
 * Promises: leads to the first thing to do. Says nothing about scenarios that really failed.
 * Read next: lab-report.ts.
 */
import {handoutOf} from '../scenario/outcome';
import type {NotWrittenYet, ScenarioResult} from '../scenario/outcome';
import {alignColumns, counted} from './text-layout';

interface Waiting {
  readonly todo: NotWrittenYet;
  readonly section: string;
  count: number;
}

/** The lines for the scenarios of one lab that wait, not indented; none if none waits. */
export function notWrittenLines(
  waiting: readonly ScenarioResult[], labNames: ReadonlyMap<number, string>,
): string[] {
  const functions = new Map<string, Waiting>();
  for (const {shown, section} of waiting) {
    const todo = shown.notWritten;
    if (todo === undefined) continue;
    const key = `${todo.lab} ${todo.functionName}`;
    const known = functions.get(key);
    if (known === undefined) functions.set(key, {todo, section, count: 1});
    else known.count += 1;
  }
  const all = [...functions.values()];
  const first = all[0];
  if (first === undefined) return [];
  const them = all.length === 1 ? 'it' : 'them';
  const waits = waiting.length === 1 ? 'waits' : 'wait';
  return [
    ...alignColumns(all.map(each => row(each, all.length > 1))),
    `${counted(waiting.length, 'scenario')} ${waits} for ${them}. `
      + `Start with ${handoutFor(first.todo.lab, waiting, labNames)}.`,
  ];
}

function row({todo, section, count}: Waiting, several: boolean): string[] {
  const place = todo.file === null ? ''
    : todo.line === null ? todo.file : `${todo.file}:${todo.line}`;
  const share = several ? counted(count, 'scenario') : '';
  return [`not written yet: ${todo.functionName}()`, place, `(${section})`, share];
}

/** The handout of the function's lab: that of its part, if the scenarios are of the same lab. */
function handoutFor(
  lab: number, waiting: readonly ScenarioResult[], labNames: ReadonlyMap<number, string>,
): string {
  const same = waiting.find(result => result.lab === lab);
  if (same !== undefined) return handoutOf(same);
  const labName = labNames.get(lab);
  return labName === undefined ? `the handout of lab ${lab}` : handoutOf({lab, labName});
}
