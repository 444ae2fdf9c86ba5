/**
 * Two hosts as one: boxes of the reference run in a process of ours, all others on the given host.
 *
 * A mixed cluster holds a student's servers and the reference's in one world. They meet only on the
 * wire: no process that runs a student's code ever holds the reference.
 * Promises: a box is trusted only if every solution file in its import table is the reference's own
 * (or a given stand-in), and the trusted process is not started before there is such a box. A batch
 * is split in order, both parts run at once, and effects come back in the batch's order, so that
 * the trace is the one a single host gives. Hosts that answer at once are not for this: a world
 * that has waited for one part would step the other from a microtask.
 * Read next: renewable-host.ts; scenario/run.ts, which mixes.
 */
import path from 'node:path';
import type {BatchEffects, BoxInput, BoxSpec, Effect, Host} from '../../host/box';
import {HostDied} from '../../host/box';
import {root} from '../../host/register.js';
import {findReference} from '../../scenario/subject';
import {RenewableHost} from './renewable-host';

export interface RoutingHostOptions {
  /** Where a student's boxes run. */
  readonly given: Host;
  /** Makes the host of the reference's boxes; a plain process of its own if absent. */
  readonly makeTrusted?: () => Host;
  /** Which boxes are ours; those of the reference's folder if absent. */
  readonly isTrusted?: (spec: BoxSpec) => boolean;
}

interface Placed {
  readonly host: Host;
  readonly box: number;
}

/** Inputs of one batch that go to one host, with their places in the batch. */
interface Part {
  readonly inputs: BoxInput[];
  readonly places: number[];
}

const standIns = path.join(root, 'harness/raft/stand-ins');

export class RoutingHost implements Host {
  readonly name = 'process';
  private readonly given: Host;
  private readonly makeTrusted: () => Host;
  private readonly isTrusted: (spec: BoxSpec) => boolean;
  private trusted: Host | undefined;
  private readonly boxes = new Map<number, Placed>();
  private boxCount = 0;

  constructor(options: RoutingHostOptions) {
    this.given = options.given;
    this.makeTrusted = options.makeTrusted ?? (() => new RenewableHost());
    this.isTrusted = options.isTrusted ?? isOfReference;
  }

  /** Where a box runs is known when it boots. */
  newBox(): number {
    return this.boxCount++;
  }

  async step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    const parts = this.split(batch);
    const [first, ...others] = parts;
    if (first !== undefined && others.length === 0) return first[0].step(first[1].inputs);
    const effects: (readonly Effect[])[] = [];
    await Promise.all([...parts].map(async ([host, {inputs, places}]) => {
      const answers = await host.step(inputs);
      places.forEach((place, n) => { effects[place] = answers[n] ?? []; });
    }));
    return effects;
  }

  drop(box: number): void {
    const placed = this.boxes.get(box);
    this.boxes.delete(box);
    placed?.host.drop(placed.box);
  }

  /** Closes both. */
  async close(): Promise<void> {
    await Promise.all([this.given.close(), this.trusted?.close()]);
  }

  private split(batch: readonly BoxInput[]): ReadonlyMap<Host, Part> {
    const parts = new Map<Host, Part>();
    batch.forEach((item, place) => {
      const {host, box} = this.placeOf(item);
      let part = parts.get(host);
      if (part === undefined) parts.set(host, part = {inputs: [], places: []});
      part.inputs.push({...item, box});
      part.places.push(place);
    });
    return parts;
  }

  private placeOf({box, spec}: BoxInput): Placed {
    let placed = this.boxes.get(box);
    if (placed === undefined) {
      if (spec === undefined) throw new HostDied(`box ${box} was never booted`);
      const host = this.isTrusted(spec) ? this.trusted ??= this.makeTrusted() : this.given;
      placed = {host, box: host.newBox()};
      this.boxes.set(box, placed);
    }
    return placed;
  }
}

/** Whether every solution file of a box is the reference's, but for the given stand-ins. */
export function isOfReference({modules}: BoxSpec): boolean {
  const reference = findReference()?.folder;
  if (reference === undefined) return false;
  let count = 0;
  for (const [name, {file}] of Object.entries(modules)) {
    if (!name.startsWith('#solution/') || isWithin(standIns, file)) continue;
    // A path that leads out again is not the reference's.
    if (!isWithin(reference, file) || path.normalize(file) !== file) return false;
    count++;
  }
  return count > 0;
}

function isWithin(folder: string, file: string): boolean {
  return file.startsWith(folder + path.sep);
}
