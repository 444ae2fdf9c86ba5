/**
 * Chooses, of a long trace, the few last steps that a reader of the failure needs.
 *
 * First what the facts speak of (the same server at the same time), then what the test did and what
 * the checks noticed, then the latest steps of the servers named in the facts. A message is one
 * step: sending it, with what became of it. Heartbeats come last.
 * Promises: steps stay in their order; the same trace gives the same choice.
 * Read next: render-failure.ts.
 */
import type {Fact} from '../world/lab-failure';
import type {Step, Trace} from '../world/trace';
import type {StepLine} from './describe-step';
import {StepDescriber} from './describe-step';
import type {Flights} from './message-flights';
import {findFlights, neverArrived} from './message-flights';
import {fieldsOf} from './notation';
import {boxesOf} from './trace-story';

/** How far back a step counts that is neither a fact nor an act; it counts less the older it is. */
const WINDOW = 400;
const ACTS_SHOWN = 3;
/** A crash of a server that the facts name, and what its disk was told right before it. */
const CRASH = 60;

export interface ShownStep extends StepLine {
  /** A check's note on this very step, or the loss of this message. */
  readonly aside: string;
}

interface Weighed {
  readonly line: StepLine;
  readonly weight: number;
  readonly position: number;
}

export function lastSteps(
  trace: Trace, facts: readonly Fact[],
  {most, untilMs = Infinity}: {readonly most: number; readonly untilMs?: number},
): ShownStep[] {
  const steps = stepsUntil(trace, untilMs);
  const describer = new StepDescriber(trace.length === trace.steps.length);
  const flights = findFlights(steps);
  const named = new Set(facts.length > 0
    ? facts.flatMap(fact => fact.who.split(/[^\w]+/))
    : boxesOf(steps));
  const weighed: Weighed[] = [];
  const acts = new Set(steps.flatMap(step => step.kind === 'act' ? actsOn(step) : []));
  const booting = new Set<string>();
  const crashes = crashesAtWork(steps);
  steps.forEach((step, position) => {
    const line = describer.describe(step);
    noteBoot(step, booting);
    if (isToldElsewhere(line, flights)) return;
    const now = `${line.who} ${step.atMs}`;
    if (line.kind === 'crash' && acts.has(now) && !crashes.has(now)) return;
    if (line.kind === 'change' && booting.has(line.who)) return;
    const near = Math.max(0, 1 - (steps.length - position) / WINDOW);
    const isLastWork = isDiskWork(step) && crashes.has(now);
    const weight = isLastWork ? CRASH : weigh({line, facts, named, near, describer});
    if (weight > 0) weighed.push({line, weight, position});
  });
  const merged = mergeNotes(withoutOldActs(weighed));
  const best = [...merged].sort((a, b) => b.weight - a.weight || b.position - a.position);
  return best.slice(0, most).sort((a, b) => a.position - b.position)
    .map(({line, aside}) => ({...line, aside: aside || lossOf(line, flights)}));
}

/** All steps, if those until then are no longer kept. */
function stepsUntil({steps}: Trace, untilMs: number): readonly Step[] {
  const until = steps.filter(({atMs}) => atMs <= untilMs);
  return until.length === 0 ? steps : until;
}

/** Who crashed in the middle of an input, and when: 'S1 20'. */
function crashesAtWork(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(steps.flatMap((step, position) => {
    const before = steps[position - 1];
    const isAtWork = step.kind === 'crash' && before?.kind === 'effect' && before.box === step.box;
    return isAtWork ? [`${step.box} ${step.atMs}`] : [];
  }));
}

/** A crash or a restart that the test just did need not be said twice. */
function actsOn(act: Step & {kind: 'act'}): string[] {
  return act.text.split(/[^\w]+/).map(word => `${word} ${act.atMs}`);
}

/** What a box changes while it starts is what it reads from its disk. */
function noteBoot(step: Step, booting: Set<string>): void {
  if (step.kind !== 'input') return;
  if (step.input.kind === 'boot') booting.add(step.box);
  else booting.delete(step.box);
}

/** Deliveries and fates are told with the send they belong to. */
function isToldElsewhere(line: StepLine, flights: Flights): boolean {
  if (line.kind === 'dull') return true;
  const {step} = line;
  const isSend = step.kind === 'effect' && step.effect.kind === 'send';
  return line.kind === 'message' && !isSend && flights.has(step.sequence);
}

function weigh(about: {
  line: StepLine; facts: readonly Fact[]; named: ReadonlySet<string>; near: number;
  describer: StepDescriber;
}): number {
  const {line, facts, named, near, describer} = about;
  const acting = line.boxes[0] ?? '';
  const isNamed = named.has(acting);
  const faded = (weight: number): number => near === 0 ? 0 : weight * (0.3 + 0.7 * near);
  switch (line.kind) {
    case 'note': return 100;
    case 'fault': return 95;
    case 'act': return 80;
    case 'crash': return faded(isNamed ? CRASH : 50);
    case 'change': {
      const isFact = facts.some(fact => fact.who === acting && fact.atMs === line.step.atMs);
      return isFact ? 90 : faded(isNamed ? 60 : 20);
    }
    case 'message': return faded(weighMessage(line, named, describer));
    case 'other': return faded(isRoutine(line.step) ? 3 : isNamed ? 30 : 10);
    case 'dull': return 0;
  }
}

/** What decides whether a crash loses something. */
function isDiskWork(step: Step): boolean {
  return step.kind === 'effect' && ['append', 'sync', 'rewrite'].includes(step.effect.kind);
}

/** Bookkeeping, and calls, which an act of the test already tells. */
function isRoutine(step: Step): boolean {
  if (step.kind === 'input') return step.input.kind === 'call';
  return step.kind === 'effect' && step.effect.kind === 'changed';
}

function weighMessage(
  line: StepLine, named: ReadonlySet<string>, describer: StepDescriber,
): number {
  const involved = line.boxes.filter(box => named.has(box)).length;
  const fields = messageOf(line.step);
  if (fields !== null && describer.notation.isRoutine(fields)) return involved > 0 ? 5 : 2;
  return [10, 40, 45][involved] ?? 10;
}

function messageOf(step: Step): ReturnType<typeof fieldsOf> {
  if (step.kind === 'effect' && step.effect.kind === 'send') return fieldsOf(step.effect.message);
  return null;
}

/** Only the latest acts are kept, unless there is room. */
function withoutOldActs(weighed: readonly Weighed[]): Weighed[] {
  const acts = weighed.filter(({line}) => line.kind === 'act');
  const old = new Set(acts.slice(0, -ACTS_SHOWN));
  return weighed.map(each => old.has(each) ? {...each, weight: 15} : each);
}

/** A note stands beside the step it is about: the one before it, of the same box and time. */
function mergeNotes(weighed: readonly Weighed[]): (Weighed & {aside: string})[] {
  const merged: (Weighed & {aside: string})[] = [];
  for (const each of weighed) {
    const last = merged.at(-1);
    const isAside = each.line.kind === 'note' && last !== undefined && last.aside === ''
      && last.line.step.atMs === each.line.step.atMs && last.line.who === each.line.who;
    if (isAside) merged[merged.length - 1] = {...last, aside: each.line.text, weight: 100};
    else merged.push({...each, aside: ''});
  }
  return merged;
}

function lossOf(line: StepLine, flights: Flights): string {
  const flight = flights.get(line.step.sequence);
  if (flight === undefined) return '';
  if (neverArrived(flight)) return flight.fates.filter(fate => fate !== 'duplicated').join(', ');
  return flight.fates.join(', ');
}
