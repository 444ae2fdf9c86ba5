/**
 * A box as its world knows it, up or down.
 *
 * Promises: it outlives every crash of its box, and so does its disk.
 * Read next: inhabitants.ts, where boxes come up and go down.
 */
import type {BoxId, BoxSpec, Effect} from '../host/box';
import type {Disk} from './disk';

export class Inhabitant {
  /** -1 before the first boot. */
  incarnation = -1;
  /** The host's number while it is up. */
  running: number | undefined;
  /** Whether its boot was handed out already: before that, nothing can reach it. */
  hasBooted = false;
  /** Counts what was armed: an alarm of an earlier number is void. */
  alarm = 0;
  crashWhen: ((effect: Effect) => boolean) | undefined;

  /** @param group boxes that it knows of: all servers. */
  constructor(
    readonly spec: BoxSpec, readonly group: readonly BoxId[], readonly disk: Disk,
  ) {}
}
