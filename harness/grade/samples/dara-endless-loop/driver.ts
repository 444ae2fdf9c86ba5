/**
 * What runs a server: one queue for messages, calls and its timer, and one input at a time.
 *
 * Source: course notes, "single-threaded driver"; Figure 2, "Persistent state on all servers".
 * Promises: nothing leaves before what it depends on is on the disk, and a slow disk makes a server
 * slow to answer, not slow to work: many inputs share one sync.
 * Read next: harness/raft/runtime-interfaces.ts, the contract; then `npm run cluster`.
 */
import {todo} from '#raft';
import type {DriverParts, Json, MachineEffect} from '#raft';

/**
 * The rules, which hold for all that follows:
 *
 * 1. The machine takes one input at a time: none before the promise of the last has resolved and
 *    its effects have been carried out or wait for the disk. Inputs are taken in the order of their
 *    arrival, whatever their kind, and none is lost.
 * 2. Records reach the disk in the machine's order, and so do messages and answers reach the world.
 * 3. What stands behind a `sync` or a `rewrite` leaves when that has resolved: then everything that
 *    was appended before it is safe. What stands before need not wait. This holds from one input to
 *    the next: what a later input sends may rest on what an earlier one appended.
 * 4. While the disk is at work, inputs gather. Then all of them are taken, and what they append
 *    shares one sync (group commit). Those that arrive meanwhile wait for the next.
 * 5. When the disk fails, nothing leaves any more, ever: neither what waits nor anything new.
 * 6. The machine has one alarm. When its clock, parts.now(), has reached it, never before, and once
 *    for each time it is set, a `timer` input is taken. If an input that stands before that one
 *    sets the alarm anew, the former alarm is gone, due or not.
 */
export class Driver {
  // What else a driver keeps is yours to choose.

  constructor(protected readonly parts: DriverParts) {}

  /**
   * Carries out what the machine wanted when it was booted, and then begins to take inputs. It is
   * called once. Inputs that arrived before wait for it.
   */
  start(effects: readonly MachineEffect[]): void {
    // TODO(lab 7): how is an effect of each kind carried out, and what waits (course notes)?
    return todo(7, 'Driver.start', effects);
  }

  /** A message has arrived. It is an input: it waits for its turn (rule 1). */
  receive(from: string, message: Json): void {
    // TODO(lab 7): who takes it, if the machine or the disk is at work (course notes)?
    return todo(7, 'Driver.receive', from, message);
  }

  /**
   * A client calls. It is an input like any other; a `result` with its callId answers it, perhaps
   * many inputs later. The answer may lead to the next call at once, while effects are still being
   * carried out: that call waits for its turn, too.
   */
  call(callId: number, method: string, args: Json): void {
    // TODO(lab 7): is anything different from a message (course notes)?
    return todo(7, 'Driver.call', callId, method, args);
  }

  /**
   * Ends it all: nothing leaves any more, no timer rings, the machine takes no input. A sync under
   * way may come to its end, and nobody is told.
   */
  stop(): void {
    // TODO(lab 7): what may still be under way, and what becomes of it (course notes)?
    return todo(7, 'Driver.stop');
  }
}
