/**
 * Feeds each server's recorded inputs to a process that sees no other server of its world.
 *
 * For speed, all servers of many worlds share one process while they are graded. Code that escapes
 * its box there could talk to the others behind the network's back, or remember across a crash.
 * So before a pass counts, every box must do the same again where none of that can help: the first
 * server of each world in one process, the second in another, and so on; and of one server's lives
 * the latest comes first, so that nothing it leaves behind can reach an earlier one. Some worlds
 * have hundreds of clients: those behind the first boxes take turns, the latest first again. So do
 * worlds: what one learns here from others, it could not have learnt from them before.
 * Promises: a box learns its inputs in bounded chunks, in order; effects are compared to the last
 * letter. A process that dies gets a second try, and then confirms nothing.
 * Read next: recording-host.ts, which keeps what is fed here.
 */
import {HostDied} from '../../host/box';
import type {BatchEffects, BoxInput, Host, Input} from '../../host/box';
import type {BoxRecord} from './recording-host';

/** What was done in one world, under a name of the caller's. */
export interface RecordedWorld {
  readonly key: string;
  readonly records: readonly BoxRecord[];
}

/** The first input to which a box answered differently. */
export interface Difference {
  readonly box: string;
  /** 1 is the boot. */
  readonly inputNumber: number;
  readonly input: Input;
  /** Where its process ended instead of answering. */
  readonly death?: HostDied;
}

/** Inputs of one chunk. */
const CHUNK = 200;
/** Processes for one box of a world each, and those in which all further ones take turns. */
const LANES_ALONE = 5;
const LANES_SHARED = 2;

/** By key, the worlds in which some box behaved differently. */
export async function confirm(
  worlds: readonly RecordedWorld[], newHost: () => Host,
): Promise<ReadonlyMap<string, Difference>> {
  const found = new Map<string, Difference>();
  for (const lane of lanesOf(worlds)) {
    let host: Host | undefined;
    for (const {key, lives} of lane) {
      if (found.has(key)) continue;
      host ??= newHost();
      let difference = await firstDifference(lives, host);
      if (difference === undefined) continue;
      // Whatever it was, nothing of it may disturb the next world.
      await host.close();
      host = newHost();
      if (difference.death !== undefined) difference = await firstDifference(lives, host);
      if (difference !== undefined) found.set(key, difference);
    }
    await host?.close();
  }
  return found;
}

interface Lane {
  readonly key: string;
  readonly lives: readonly BoxRecord[];
}

/** The n-th server of each world, and of its lives the latest first. */
function lanesOf(worlds: readonly RecordedWorld[]): readonly (readonly Lane[])[] {
  const lanes: Lane[][] = [];
  for (const {key, records} of worlds.toReversed()) {
    const lives = new Map<string, BoxRecord[]>();
    for (const record of records) {
      const known = lives.get(record.spec.id);
      if (known === undefined) lives.set(record.spec.id, [record]);
      else known.unshift(record);
    }
    [...lives.values()].map((of, n) => ({lane: laneOf(n), of})).reverse()
      .forEach(({lane, of}) => (lanes[lane] ??= []).push({key, lives: of}));
  }
  return lanes.filter(lane => lane !== undefined);
}

function laneOf(position: number): number {
  return position < LANES_ALONE ? position : LANES_ALONE + position % LANES_SHARED;
}

async function firstDifference(
  lives: readonly BoxRecord[], host: Host,
): Promise<Difference | undefined> {
  for (const life of lives) {
    const box = host.newBox();
    for (let first = 0; first < life.inputs.length; first += CHUNK) {
      const difference = await feed(life, {first, box, host});
      if (difference !== undefined) return difference;
    }
    host.drop(box);
  }
  return undefined;
}

async function feed(
  {spec, inputs, effects}: BoxRecord,
  {first, box, host}: {readonly first: number; readonly box: number; readonly host: Host},
): Promise<Difference | undefined> {
  const chunk: BoxInput[] = inputs.slice(first, first + CHUNK)
    .map((input, n) => (first + n === 0 ? {box, input, spec} : {box, input}));
  const differenceAt = (n: number): Omit<Difference, 'death'> =>
    ({box: spec.id, inputNumber: first + n + 1, input: inputs[first + n]!});
  const expected = effects.slice(first, first + CHUNK);
  let again: BatchEffects;
  try {
    again = await host.step(chunk, expected);
  } catch (error) {
    if (!(error instanceof HostDied)) throw error;
    return {...differenceAt(0), death: error};
  }
  if (again === expected) return undefined;
  const n = chunk.findIndex((_, at) =>
    JSON.stringify(again[at]) !== JSON.stringify(expected[at]));
  return n === -1 ? undefined : differenceAt(n);
}
