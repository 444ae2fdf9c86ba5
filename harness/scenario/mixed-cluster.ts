/**
 * Whose code each box of a mixed cluster runs: the subject's, or the reference's.
 *
 * A cluster of two authors guards the wire: what one of them sends, the other must understand.
 * Promises: where there is no reference, as in a student's copy, every box runs the subject.
 * Read next: run.ts; grade/engine/routing-host.ts, which keeps the two apart when grading.
 */
import type {BoxId} from '../host/box';
import type {ScenarioOptions} from './definition';
import {findReference} from './subject';
import type {Subject} from './subject';

/** Whose files a box runs. */
export function authorOf(id: BoxId, {reference}: ScenarioOptions, subject: Subject): Subject {
  return reference !== undefined && isNamed(id, reference) ? findReference() ?? subject : subject;
}

function isNamed(id: BoxId, reference: NonNullable<ScenarioOptions['reference']>): boolean {
  if (reference === 'servers') return /^S\d+$/.test(id);
  if (reference === 'clients') return /^C\d+$/.test(id);
  return reference.includes(id);
}

/** @throws Error if a box is named that the scenario has not got. */
export function checkMix(options: ScenarioOptions, boxes: readonly BoxId[]): void {
  if (typeof options.reference !== 'object') return;
  for (const id of options.reference) {
    if (!boxes.includes(id)) throw new Error(`no box of this scenario is called ${id}`);
  }
}
