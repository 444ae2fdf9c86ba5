/**
 * Finds out where each message of a trace went: when it arrived, or why it did not.
 *
 * A trace does not number messages, so a delivery belongs to the oldest send of the same text on
 * the same link that is still under way; equal messages are interchangeable for a reader.
 * Promises: every send, delivery and fate belongs to at most one flight.
 * Read next: last-steps.ts, trace-columns.ts, trace-picture.ts.
 */
import type {Fate, Step} from '../world/trace';

export interface Flight {
  readonly from: string;
  readonly to: string;
  readonly sent: Step;
  readonly arrivals: Step[];
  readonly fates: Fate[];
  copies: number;
}

/** Flights by the sequence number of each step that is part of one. */
export type Flights = ReadonlyMap<number, Flight>;

/** These end a flight; the others only say that it is an odd one. */
const ENDS: ReadonlySet<Fate> = new Set<Fate>(['lost', 'cut off', 'receiver is down']);

export function findFlights(steps: readonly Step[]): Flights {
  const flights = new Map<number, Flight>();
  const underWay = new Map<string, Flight[]>();
  for (const step of steps) {
    const flight = flightOf(step, underWay);
    if (flight !== null) flights.set(step.sequence, flight);
  }
  return flights;
}

function flightOf(step: Step, underWay: Map<string, Flight[]>): Flight | null {
  if (step.kind === 'effect' && step.effect.kind === 'send') {
    const {to, message} = step.effect;
    const flight = {from: step.box, to, sent: step, arrivals: [], fates: [], copies: 1};
    const key = keyOf(step.box, to, message);
    underWay.set(key, [...underWay.get(key) ?? [], flight]);
    return flight;
  }
  if (step.kind === 'fate') return meet(step, underWay);
  if (step.kind !== 'input' || step.input.kind !== 'receive') return null;
  const waiting = underWay.get(keyOf(step.input.from, step.box, step.input.message));
  const flight = waiting?.[0];
  if (waiting === undefined || flight === undefined) return null;
  flight.arrivals.push(step);
  if (flight.arrivals.length >= flight.copies) waiting.shift();
  return flight;
}

/** A fate drawn while sending is the newest message's, one met on arrival the oldest's. */
function meet(step: Step & {kind: 'fate'}, underWay: Map<string, Flight[]>): Flight | null {
  const waiting = underWay.get(keyOf(step.from, step.to, step.message)) ?? [];
  const newest = waiting.at(-1);
  const flight = newest?.sent.atMs === step.atMs ? newest : waiting[0];
  if (flight === undefined) return null;
  flight.fates.push(step.fate);
  if (step.fate === 'duplicated') flight.copies += 1;
  if (ENDS.has(step.fate)) {
    flight.copies -= 1;
    if (flight.arrivals.length >= flight.copies) waiting.splice(waiting.indexOf(flight), 1);
  }
  return flight;
}

function keyOf(from: string, to: string, message: string): string {
  return `${from} ${to} ${message}`;
}

/** What became of a message, in a few words: 'arrives t=1205ms', 'lost'. */
export function whatBecameOf(flight: Flight): string {
  const arrivals = flight.arrivals.map(step => `t=${step.atMs}ms`);
  const parts: string[] = [...new Set<string>(flight.fates)];
  if (arrivals.length > 0) parts.push(`arrives ${arrivals.join(' and ')}`);
  else if (!flight.fates.some(fate => ENDS.has(fate))) parts.push('still under way');
  return parts.join(', ');
}

/** True when the message never arrived although nothing can deliver it any more. */
export function neverArrived(flight: Flight): boolean {
  return flight.arrivals.length === 0 && flight.fates.some(fate => ENDS.has(fate));
}
