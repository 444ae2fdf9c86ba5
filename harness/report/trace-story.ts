/**
 * What of a trace a person is shown, and in which order its servers stand.
 *
 * Promises: nothing that matters is left out: alarms, timers and the kit's own looks at the state
 * are; a fate is told with the message it is about.
 * Read next: trace-columns.ts.
 */
import type {Step} from '../world/trace';
import type {StepLine} from './describe-step';
import type {Flights} from './message-flights';

/** All boxes of a trace: servers first, then clients and whatever else, each by number. */
export function boxesOf(steps: readonly Step[]): string[] {
  const boxes = new Set<string>();
  for (const step of steps) {
    if ('box' in step && step.box !== null) boxes.add(step.box);
    if (step.kind === 'fate') boxes.add(step.from).add(step.to);
    if (step.kind === 'effect' && step.effect.kind === 'send') boxes.add(step.effect.to);
  }
  return [...boxes].sort((a, b) => (
    rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1)
  ));
}

function rank(box: string): number {
  return /^S\d+$/.test(box) ? 0 : 1;
}

/** False for what would only be noise, and for fates that stand beside their message. */
export function isShown(line: StepLine, flights: Flights): boolean {
  if (line.kind === 'dull') return false;
  return line.step.kind !== 'fate' || !flights.has(line.step.sequence);
}
