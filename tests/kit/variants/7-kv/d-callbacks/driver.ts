/**
 * A correct variant: no await, and a pipeline. The machine goes on while the disk works; every
 * effect that leaves carries how many writes must be safe before it may.
 */
import type {DriverParts, Json, MachineEffect, MachineInput} from '#raft';

type Write =
  | {readonly kind: 'append'; readonly record: Json}
  | {readonly kind: 'sync'}
  | {readonly kind: 'rewrite'; readonly records: readonly Json[]};

export class Driver {
  private readonly inputs: MachineInput[] = [];
  private readonly writes: Write[] = [];
  private readonly outbox: {readonly needs: number; readonly leave: () => void}[] = [];
  private isStarted = false;
  private isStepping = false;
  private isWriting = false;
  private isDead = false;
  /** Appends and rewrites that the machine has asked for, that were begun, that are safe. */
  private asked = 0;
  private begun = 0;
  private safe = 0;
  /** What leaves now needs so many to be safe. */
  private needs = 0;
  private alarm: {readonly atMs: number; readonly timer: ReturnType<typeof setTimeout>} | null = null;

  constructor(protected readonly parts: DriverParts) {}

  start(effects: readonly MachineEffect[]): void {
    this.isStarted = true;
    this.perform(effects);
    this.next();
  }

  receive(from: string, message: Json): void {
    this.inputs.push({kind: 'receive', from, message});
    this.next();
  }

  call(callId: number, method: string, args: Json): void {
    this.inputs.push({kind: 'call', callId, method, arguments: args});
    this.next();
  }

  stop(): void {
    this.isDead = true;
    this.setAlarm(null);
  }

  private next(): void {
    if (!this.isStarted || this.isStepping || this.isDead) return;
    const input = this.inputs.shift();
    if (input === undefined) return;
    if (input.kind === 'timer') {
      if (this.alarm === null || this.alarm.atMs > this.parts.now()) return this.next();
      this.setAlarm(null);
    }
    this.isStepping = true;
    void this.parts.machine.step(input).then(effects => {
      if (!this.isDead) this.perform(effects);
      this.isStepping = false;
      this.next();
    });
  }

  private perform(effects: readonly MachineEffect[]): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'append':
          this.asked++;
          this.writes.push(effect);
          break;
        case 'sync':
          this.needs = this.asked;
          this.writes.push(effect);
          break;
        case 'rewrite':
          this.needs = ++this.asked;
          this.writes.push(effect);
          break;
        case 'arm':
          this.setAlarm(effect.atMs);
          break;
        case 'send':
          this.post(() => this.parts.send(effect.to, effect.message));
          break;
        case 'result':
          this.post(() => this.parts.answer(effect.callId, effect.value));
      }
    }
    this.write();
    this.release();
  }

  private post(leave: () => void): void {
    this.outbox.push({needs: this.needs, leave});
    this.release();
  }

  private release(): void {
    while (!this.isDead && this.outbox.length > 0 && this.outbox[0]!.needs <= this.safe) {
      this.outbox.shift()?.leave();
    }
  }

  /** Appends all it can, then syncs once, or rewrites. */
  private write(): void {
    if (this.isWriting || this.isDead) return;
    let mustSync = false;
    while (this.writes.length > 0) {
      const write = this.writes[0]!;
      if (write.kind === 'rewrite' && mustSync) break;
      this.writes.shift();
      if (write.kind === 'sync') mustSync ||= this.begun > this.safe;
      else this.begun++;
      if (write.kind === 'append') this.parts.disk.append(write.record);
      if (write.kind === 'rewrite') return this.wait(this.parts.disk.rewrite(write.records));
    }
    if (mustSync) this.wait(this.parts.disk.sync());
  }

  private wait(promise: Promise<void>): void {
    const {begun} = this;
    this.isWriting = true;
    promise.then(() => {
      this.isWriting = false;
      this.safe = begun;
      this.release();
      this.write();
    }, (error: unknown) => {
      if (this.isDead) return;
      this.stop();
      this.parts.failed(error as Error);
    });
  }

  private setAlarm(atMs: number | null): void {
    if (this.alarm !== null) clearTimeout(this.alarm.timer);
    this.alarm = null;
    if (atMs === null || this.isDead) return;
    const timer = setTimeout(() => {
      if (this.parts.now() < atMs) return this.setAlarm(atMs);
      this.inputs.push({kind: 'timer'});
      this.next();
    }, Math.max(0, Math.ceil(atMs - this.parts.now())));
    this.alarm = {atMs, timer};
  }
}
