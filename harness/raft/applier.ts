/**
 * The state machine of labs 4 to 6: it only notes what it is given. Yours comes with lab 7.
 *
 * Paper: §2, "Replicated state machines"; §5.3.
 * Promises: a command that makes it throw counts as given, as it would be on every other server:
 * a state machine is deterministic, so trying again would throw again.
 * Given. You need not change this file.
 */
import type {GuestContext} from '../host/guest';
import type {CommittedEntry} from './committed-entry';

export class Applier {
  private readonly throwingAt = new Set<number>();

  constructor(private readonly context: GuestContext) {}

  /** Makes the applier throw when it is given the entry at `index`. A test asks for this. */
  throwAt(index: number): void {
    this.throwingAt.add(index);
  }

  /** Gives one entry to the state machine. What that throws is logged and goes no further. */
  apply({index, entry}: CommittedEntry): void {
    try {
      this.context.apply(index, entry.term, entry.command);
      if (this.throwingAt.has(index)) throw new Error('the test asked for it');
    } catch (error) {
      if (!(error instanceof Error) || error.name === 'NotJson') throw error;
      this.context.log(`the state machine threw at index ${index}: ${error.message}`);
    }
  }
}
