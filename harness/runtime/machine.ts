/**
 * A server as its driver sees it: the same box that the tests run, on real time.
 *
 * An input is over when its microtasks are drained, and only a macrotask can drain them. So inputs
 * wait for the next turn of the event loop, where all that come up are run in a row: when a
 * driver's `await` of one step brings the next, that is run in the same turn.
 * Promises: inputs are run in their order, one at a time. Messages and records are the texts that
 * the box made, as JSON strings: nothing can change them while they wait for the disk.
 * Hides: what only a person wants to know (server-status.ts).
 * Read next: server-process.ts.
 */
import type {BootInput, BoxInput, BoxSpec, Effect, Fault, Input, WireText} from '../host/box';
import {InProcessHost} from '../host/in-process-host';
import {Watchdog} from '../host/watchdog';
import type {Json} from '../raft/messages';
import type {Machine, MachineEffect, MachineInput} from '../raft/runtime-interfaces';
import {ServerStatus} from './server-status';

/** Inputs run in a row before sockets and files have their turn again. */
const INPUTS_A_TURN = 64;
/** CPU time of one input, in ms: a snapshot of a large state takes a while, and is no loop. */
const INPUT_CPU_LIMIT_MS = 10_000;

export interface MachineParts {
  readonly spec: BoxSpec;
  readonly boot: Omit<BootInput, 'kind' | 'nowMs'>;
  /** This server's clock, in ms. */
  now(): number;
  /** A line that the server's code printed. */
  log(line: string): void;
  /** The server's code is at fault; it has stopped, and this process must. */
  faulty(fault: Fault): void;
}

/** What a call is answered with. */
export interface CallAnswer {
  /** Whether the call's own input gave the answer: a refusal is then a no for certain. */
  readonly atOnce: boolean;
  readonly answer: Json;
}

interface Waiting {
  readonly input: MachineInput;
  readonly resolve: (effects: readonly MachineEffect[]) => void;
}

const tickCallback = (process as {_tickCallback?: () => void})._tickCallback?.bind(process);

export class BoxMachine implements Machine {
  readonly status = new ServerStatus();
  private readonly host = new InProcessHost({watchdog: Watchdog.start(INPUT_CPU_LIMIT_MS)});
  private readonly box = this.host.newBox();
  private readonly waiting: Waiting[] = [];
  private isScheduled = false;

  constructor(private readonly parts: MachineParts) {}

  /** Before the first step: what the server wants done when it starts. */
  boot(): Promise<readonly MachineEffect[]> {
    const {spec, boot} = this.parts;
    return new Promise(resolve => {
      setImmediate(() => {
        const input: Input = {kind: 'boot', nowMs: this.parts.now(), ...boot};
        resolve(this.run({box: this.box, spec, input}));
      });
    });
  }

  step(input: MachineInput): Promise<readonly MachineEffect[]> {
    return new Promise(resolve => {
      this.waiting.push({input, resolve});
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.runWaiting();
    });
  }

  private runWaiting(): void {
    // Whatever the driver does in answer is queued, not run, until this turn is over.
    this.isScheduled = true;
    for (let count = 0; count < INPUTS_A_TURN; count++) {
      const next = this.waiting.shift();
      if (next === undefined) break;
      next.resolve(this.run({box: this.box, input: this.inputOf(next.input)}));
      tickCallback?.();
    }
    this.isScheduled = false;
    if (this.waiting.length > 0) this.schedule();
  }

  private run(item: BoxInput): readonly MachineEffect[] {
    const lists = this.host.step([item]);
    if (lists instanceof Promise) throw new Error('this Node.js cannot drain microtasks');
    const shown: MachineEffect[] = [];
    for (const effect of lists[0] ?? []) {
      const forDriver = this.shownToDriver(effect, item.input);
      if (forDriver !== undefined) shown.push(forDriver);
    }
    return shown;
  }

  /** What is not the driver's affair is dealt with here. */
  private shownToDriver(effect: Effect, input: Input): MachineEffect | undefined {
    switch (effect.kind) {
      case 'send':
      case 'append':
      case 'sync':
      case 'rewrite':
      case 'arm':
        return effect;
      case 'result':
        return {
          kind: 'result', callId: effect.callId,
          value: {
            atOnce: input.kind === 'call' && input.callId === effect.callId,
            answer: JSON.parse(effect.value) as Json,
          },
        };
      case 'changed':
        this.status.changed(effect.fields, effect.log);
        return undefined;
      case 'log':
        this.parts.log(effect.line);
        return undefined;
      case 'fault':
        this.parts.faulty(effect);
        return undefined;
      case 'reject':
        throw new Error(effect.error);
      case 'apply':
      case 'restore':
        return undefined;
    }
  }

  private inputOf(input: MachineInput): Input {
    const nowMs = this.parts.now();
    switch (input.kind) {
      case 'timer':
        return {kind: 'timer', nowMs};
      case 'receive':
        return {kind: 'receive', nowMs, from: input.from, message: textOf(input.message)};
      case 'call':
        return {
          kind: 'call', nowMs, callId: input.callId, method: input.method,
          arguments: JSON.stringify(input.arguments),
        };
    }
  }
}

/** What comes from another server is the text that its machine made. */
function textOf(message: Json): WireText {
  return typeof message === 'string' ? message : JSON.stringify(message);
}
