/**
 * What runs a server: one queue for messages, calls and its timer, and one input at a time.
 *
 * Source: course notes, "single-threaded driver"; Figure 2, "Persistent state on all servers".
 * Promises: nothing leaves before what it depends on is on the disk, and a slow disk makes a server
 * slow to answer, not slow to work: many inputs share one sync.
 * Read next: harness/raft/runtime-interfaces.ts, the contract; then `npm run cluster`.
 */
import type {DriverParts, Json, MachineEffect, MachineInput} from '#raft';

type Leaving = Extract<MachineEffect, {readonly kind: 'send' | 'result'}>;

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
  private inputs: MachineInput[] = [];
  /** What leaves when the disk has caught up, in order. */
  private held: Leaving[] = [];
  /** Something was appended since the last sync or rewrite. */
  private hasUnsynced = false;
  /** A sync is due: what comes now stands behind it. */
  private mustSync = false;
  /** Nothing is under way, so an input has to start the work. */
  private isIdle = false;
  private isOver = false;
  private alarmAtMs: number | null = null;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(protected readonly parts: DriverParts) {}

  /**
   * Carries out what the machine wanted when it was booted, and then begins to take inputs. It is
   * called once. Inputs that arrived before wait for it.
   */
  start(effects: readonly MachineEffect[]): void {
    void this.work(effects);
  }

  /** A message has arrived. It is an input: it waits for its turn (rule 1). */
  receive(from: string, message: Json): void {
    this.take({kind: 'receive', from, message});
  }

  /**
   * A client calls. It is an input like any other; a `result` with its callId answers it, perhaps
   * many inputs later. The answer may lead to the next call at once, while effects are still being
   * carried out: that call waits for its turn, too.
   */
  call(callId: number, method: string, args: Json): void {
    this.take({kind: 'call', callId, method, arguments: args});
  }

  /**
   * Ends it all: nothing leaves any more, no timer rings, the machine takes no input. A sync under
   * way may come to its end, and nobody is told.
   */
  stop(): void {
    this.isOver = true;
    this.inputs = [];
    clearTimeout(this.alarm);
  }

  private take(input: MachineInput): void {
    if (this.isOver) return;
    this.inputs.push(input);
    if (this.isIdle) void this.work([]);
  }

  /** Runs until there is nothing to do. Rule 4: what gathers during a sync is one batch. */
  private async work(first: readonly MachineEffect[]): Promise<void> {
    this.isIdle = false;
    await this.carryOut(first);
    await this.sync();
    while (this.inputs.length > 0) {
      const batch = this.inputs;
      this.inputs = [];
      for (const input of batch) await this.step(input);
      await this.sync();
    }
    this.isIdle = true;
  }

  private async step(input: MachineInput): Promise<void> {
    if (this.isOver) return;
    if (input.kind === 'timer') {
      // An input that stood before it may have set the alarm to another time.
      if (!this.isDue()) return;
      this.arm(null);
    }
    await this.carryOut(await this.parts.machine.step(input));
  }

  private async carryOut(effects: readonly MachineEffect[]): Promise<void> {
    const {disk} = this.parts;
    for (const effect of effects) {
      if (this.isOver) return;
      switch (effect.kind) {
        case 'append':
          disk.append(effect.record);
          this.hasUnsynced = true;
          break;
        case 'sync':
          this.mustSync ||= this.hasUnsynced;
          break;
        case 'rewrite':
          await this.save(() => disk.rewrite(effect.records));
          break;
        case 'arm':
          this.arm(effect.atMs);
          break;
        default:
          if (this.mustSync) this.held.push(effect);
          else this.letOut(effect);
      }
    }
  }

  private async sync(): Promise<void> {
    if (this.mustSync && !this.isOver) await this.save(() => this.parts.disk.sync());
  }

  /** Waits for the disk, and lets out what has waited for it. */
  private async save(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.fail(error as Error);
      return;
    }
    this.hasUnsynced = false;
    this.mustSync = false;
    const leaving = this.held;
    this.held = [];
    for (const effect of leaving) this.letOut(effect);
  }

  private letOut(effect: Leaving): void {
    if (this.isOver) return;
    if (effect.kind === 'send') this.parts.send(effect.to, effect.message);
    else this.parts.answer(effect.callId, effect.value);
  }

  private fail(error: Error): void {
    if (this.isOver) return;
    this.stop();
    this.parts.failed(error);
  }

  /** Sets the alarm anew. A timer that comes too early, by the machine's clock, is set again. */
  private arm(atMs: number | null): void {
    clearTimeout(this.alarm);
    this.alarmAtMs = atMs;
    if (atMs === null) return;
    this.alarm = setTimeout(() => {
      if (this.isDue()) this.take({kind: 'timer'});
      else this.arm(atMs);
    }, Math.max(0, Math.ceil(atMs - this.parts.now())));
  }

  private isDue(): boolean {
    return this.alarmAtMs !== null && this.parts.now() >= this.alarmAtMs;
  }
}
