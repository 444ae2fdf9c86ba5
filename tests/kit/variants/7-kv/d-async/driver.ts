/**
 * A correct variant: one endless loop. The timer has no place in the queue; the loop looks at the
 * alarm after each batch. What a batch lets out leaves when the whole batch is safe.
 */
import type {DriverParts, Json, MachineEffect, MachineInput} from '#raft';

export class Driver {
  private queue: MachineInput[] = [];
  private leaving: (() => void)[] = [];
  private alarmAtMs = Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wake: () => void = () => undefined;
  private isOn = true;
  private isDirty = false;
  private wantsSync = false;

  constructor(protected readonly parts: DriverParts) {}

  start(effects: readonly MachineEffect[]): void {
    void this.run(effects);
  }

  receive(from: string, message: Json): void {
    this.add({kind: 'receive', from, message});
  }

  call(callId: number, method: string, args: Json): void {
    this.add({kind: 'call', callId, method, arguments: args});
  }

  stop(): void {
    this.isOn = false;
    clearTimeout(this.timer);
    this.wake();
  }

  private add(input: MachineInput): void {
    this.queue.push(input);
    this.wake();
  }

  private async run(first: readonly MachineEffect[]): Promise<void> {
    try {
      await this.carryOut(first);
      await this.finish();
      while (this.isOn) {
        const batch = this.queue.splice(0);
        for (const input of batch) await this.step(input);
        await this.ringIfDue();
        await this.finish();
        if (this.isOn && this.queue.length === 0 && !this.isDue) {
          await new Promise<void>(resolve => { this.wake = resolve; });
        }
      }
    } catch (error) {
      if (!this.isOn) return;
      this.stop();
      this.parts.failed(error as Error);
    }
  }

  private get isDue(): boolean {
    return this.parts.now() >= this.alarmAtMs;
  }

  private async ringIfDue(): Promise<void> {
    if (!this.isDue) return;
    this.setAlarm(null);
    await this.step({kind: 'timer'});
  }

  private async step(input: MachineInput): Promise<void> {
    if (this.isOn) await this.carryOut(await this.parts.machine.step(input));
  }

  private async carryOut(effects: readonly MachineEffect[]): Promise<void> {
    const {disk, send, answer} = this.parts;
    for (const effect of effects) {
      if (!this.isOn) return;
      if (effect.kind === 'append') {
        disk.append(effect.record);
        this.isDirty = true;
      } else if (effect.kind === 'sync') {
        this.wantsSync = true;
      } else if (effect.kind === 'rewrite') {
        await this.finish();
        await disk.rewrite(effect.records);
        this.isDirty = false;
      } else if (effect.kind === 'arm') {
        this.setAlarm(effect.atMs);
      } else if (effect.kind === 'send') {
        this.leaving.push(() => send(effect.to, effect.message));
      } else {
        this.leaving.push(() => answer(effect.callId, effect.value));
      }
    }
  }

  private async finish(): Promise<void> {
    if (this.wantsSync && this.isDirty && this.isOn) {
      await this.parts.disk.sync();
      this.isDirty = false;
    }
    this.wantsSync = false;
    for (const leave of this.leaving.splice(0)) if (this.isOn) leave();
  }

  private setAlarm(atMs: number | null): void {
    clearTimeout(this.timer);
    this.alarmAtMs = atMs ?? Infinity;
    if (atMs === null) return;
    this.timer = setTimeout(() => {
      if (this.isDue) this.wake();
      else this.setAlarm(this.alarmAtMs);
    }, Math.max(0, Math.ceil(atMs - this.parts.now())));
  }
}
