/**
 * The service of labs 4 to 7b: it only notes what it is given. Yours comes with lab 7c.
 *
 * Paper: §2, "Replicated state machines"; §5.3; §7.
 * Promises: its state is how many entries it was given and a number that depends on every one of
 * them, so two of these that were given the same hold the same. A command that makes it throw
 * counts as given, as it would be on every other server.
 * Given. You need not change this file.
 */
import type {KvAnswer, KvCommand} from './kv-messages';
import type {Command, Json} from './messages';
import type {Service} from './service';

/** Its state, and all there is in its snapshot. */
export interface RecordedState {
  readonly entries: number;
  readonly digest: number;
}

export interface ApplierParts {
  /** A snapshot is taken after every so many entries; 0: never. */
  readonly snapshotEvery: number;
  takeSnapshot(index: number, data: Json): void;
  log(line: string): void;
}

export const NOTHING_RECORDED: RecordedState = Object.freeze({entries: 0, digest: 0});

/** The state after one more command. */
export function recorded({entries, digest}: RecordedState, command: string): RecordedState {
  let next = digest;
  for (let n = 0; n < command.length; n++) next = Math.imul(next ^ command.charCodeAt(n), 16777619);
  return {entries: entries + 1, digest: (next ^ entries) >>> 0};
}

export class Applier implements Service {
  private state = NOTHING_RECORDED;
  /** Its state after each entry of this life: a snapshot may be handed over much later. */
  private readonly past = new Map<number, RecordedState>();
  private readonly throwingAt = new Set<number>();

  constructor(private readonly parts: ApplierParts) {}

  /** Makes the applier throw when it is given the entry at `index`. A test asks for this. */
  throwAt(index: number): void {
    this.throwingAt.add(index);
  }

  /** Hands over its state after the entry at `index`, long past or not yet there. A test asks. */
  handOver(index: number): void {
    this.parts.takeSnapshot(index, {...this.past.get(index) ?? this.state});
  }

  /** Takes one entry. What goes wrong over it is logged and goes no further. */
  apply(index: number, _term: number, command: Command): void {
    const {snapshotEvery} = this.parts;
    if (this.throwingAt.has(index)) {
      this.parts.log(`the state machine threw at index ${index}: the test asked for it`);
    }
    if (snapshotEvery === 0) return;
    this.state = recorded(this.state, JSON.stringify(command));
    this.past.set(index, this.state);
    if (index % snapshotEvery === 0) this.parts.takeSnapshot(index, {...this.state});
  }

  restore(_index: number, data: Json): void {
    this.state = data as RecordedState & Json;
  }

  leadershipEnded(): void {}

  handleRequest(_request: KvCommand, respond: (answer: KvAnswer) => void): void {
    respond({ok: false, leaderHint: null});
  }
}
