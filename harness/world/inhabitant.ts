/**
 * A box as its world knows it, up or down.
 *
 * Promises: it outlives every crash of its box, and so do its disk and its clock.
 * Read next: inhabitants.ts, where boxes come up and go down.
 */
import type {BoxId, BoxSpec, Effect} from '../host/box';
import type {Event} from './agenda';
import type {Disk} from './disk';
import {DriftingClock} from './drifting-clock';

export class Inhabitant {
  readonly clock = new DriftingClock();
  /** -1 before the first boot. */
  incarnation = -1;
  /** The host's number while it is up. */
  running: number | undefined;
  /** Whether its boot was handed out already: before that, nothing can reach it. */
  hasBooted = false;
  /** Counts what was armed: an alarm of an earlier number is void. */
  alarm = 0;
  /** When it is to ring, in the box's own time; null if it never will. */
  armedAtMs: number | null = null;
  /** While it is paused: what was due for it since, in order. */
  waiting: Event[] | undefined;
  crashWhen: ((effect: Effect) => boolean) | undefined;

  /** @param group boxes that it knows of: all servers. */
  constructor(
    readonly spec: BoxSpec, readonly group: readonly BoxId[], readonly disk: Disk,
  ) {}
}
