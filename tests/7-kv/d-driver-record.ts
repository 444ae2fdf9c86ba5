/**
 * What a driver did, held against what its machine wanted.
 *
 * The machine's order is the effects of all steps that have ended, one after the other. From it and
 * from the events alone follows what may leave when; how the driver works inside is its own affair.
 * Read next: d-driver.ts.
 */
import type {DriverEvent} from '../../harness/host/runtime-driver-guest';
import type {MachineEffect} from '../../harness/raft';
import type {Fact} from '../../harness/world/lab-failure';
import {isDeepStrictEqual} from 'node:util';
import {
  DEAD_DISK, DISK_ORDER, IN_ORDER, LEAVING_ORDER, ONE_AT_A_TIME, RINGS, SAFE_FIRST, STARTED,
  STOPPED,
} from './d-driver-rules';
import type {Finding, Rule} from './d-rule';
import {effectWords, eventWords, leavingWords} from './d-words';

type Kind = DriverEvent['kind'];
type Event<K extends Kind> = Extract<DriverEvent, {readonly kind: K}>;
type Leaving = Event<'send' | 'answer'>;

const FACTS = 9;

export class DriverRecord {
  /** All effects the machine has wanted so far, each with the event that brought it. */
  readonly wanted: readonly MachineEffect[];

  constructor(
    readonly events: readonly DriverEvent[],
    /** Names of the inputs that the test has given, in order. */
    private readonly given: readonly string[],
    private readonly clockRate: number,
  ) {
    this.wanted = events.flatMap(event => event.kind === 'stepped' ? event.effects : []);
  }

  /** The first rule that is broken, whatever the test is about. */
  firstFinding(): Finding | undefined {
    return this.overlap() ?? this.inputOrder() ?? this.diskOrder() ?? this.outsideItsLife() ??
      this.leavingOrder() ?? this.tooEarly() ?? this.alarms();
  }

  count(kind: Kind): number {
    return this.events.filter(event => event.kind === kind).length;
  }

  steps(): readonly Event<'step'>[] {
    return this.events.filter(event => event.kind === 'step');
  }

  leaving(): readonly Leaving[] {
    return this.events.filter(isLeaving);
  }

  /** What the machine wants to let out, in its order. */
  wantedOut(): readonly MachineEffect[] {
    return this.wanted.filter(({kind}) => kind === 'send' || kind === 'result');
  }

  found(rule: Rule, what: string, event: number): Finding {
    return {rule, what, event, facts: this.facts(event)};
  }

  /** The events up to this one, the last few. */
  facts(last = this.events.length - 1): readonly Fact[] {
    return this.events.slice(0, last + 1).filter(event => eventWords(event) !== '')
      .slice(-FACTS)
      .map(event => ({who: whoDid(event), what: eventWords(event), atMs: event.atMs}));
  }

  private overlap(): Finding | undefined {
    const n = this.events.findIndex(event => event.kind === 'step' && event.during !== null);
    const event = this.events[n];
    if (event?.kind !== 'step') return undefined;
    return this.found(ONE_AT_A_TIME,
      `The machine was given "${event.name}" while it was busy with "${event.during}"`, n);
  }

  private inputOrder(): Finding | undefined {
    let taken = 0;
    return this.first(event => {
      if (event.kind !== 'step' || event.name === 'timer') return undefined;
      const due = this.given[taken++];
      if (due === event.name) return undefined;
      return [IN_ORDER, due === undefined ? `The machine was given "${event.name}" again`
        : `The machine was given "${event.name}" when "${due}" was next`];
    });
  }

  private diskOrder(): Finding | undefined {
    const wanted = this.wanted.filter(({kind}) => kind === 'append' || kind === 'rewrite');
    let done = 0;
    return this.first(event => {
      if (event.kind !== 'append' && event.kind !== 'rewrite') return undefined;
      const next = wanted[done++];
      if (next !== undefined && isThisWrite(event, next)) return undefined;
      const due = next === undefined ? 'nothing was' : `${effectWords(next)} was`;
      return [DISK_ORDER, `The driver did ${eventWords(event)} when ${due} next`];
    });
  }

  private leavingOrder(): Finding | undefined {
    const wanted = this.wantedOut();
    let left = 0;
    return this.first(event => {
      if (!isLeaving(event)) return undefined;
      const next = wanted[left++];
      if (next !== undefined && isThis(event, next)) return undefined;
      return [LEAVING_ORDER, next === undefined
        ? `The driver ${leavingWords(event)} although nothing more was to leave`
        : `The driver ${leavingWords(event)} when it was the turn of ${effectWords(next)}`];
    });
  }

  /** For each that left: how much of the disk it rests on, and how much of that was safe then. */
  private tooEarly(): Finding | undefined {
    const needs = this.needsOf();
    let left = 0;
    let written = 0;
    let safe = 0;
    const begun = new Map<number, number>();
    return this.first(event => {
      if (event.kind === 'append' || event.kind === 'rewrite') written++;
      if (event.kind === 'sync' || event.kind === 'rewrite') begun.set(event.n, written);
      if (event.kind === 'synced' || event.kind === 'rewritten') {
        safe = Math.max(safe, begun.get(event.n) ?? 0);
      }
      if (!isLeaving(event)) return undefined;
      if ((needs[left++] ?? 0) <= safe) return undefined;
      return [SAFE_FIRST, `The driver ${leavingWords(event)} before its sync had resolved`];
    });
  }

  /** For each effect that leaves, how many writes stand before the last sync in front of it. */
  private needsOf(): readonly number[] {
    const needs: number[] = [];
    let written = 0;
    let needed = 0;
    for (const {kind} of this.wanted) {
      if (kind === 'append' || kind === 'rewrite') written++;
      if (kind === 'sync' || kind === 'rewrite') needed = written;
      if (kind === 'send' || kind === 'result') needs.push(needed);
    }
    return needs;
  }

  /** Nothing happens before start(), and nothing leaves after a failed sync or after stop(). */
  private outsideItsLife(): Finding | undefined {
    let hasStarted = false;
    let hasFailed = false;
    let isStopped = false;
    return this.first(event => {
      hasStarted ||= event.kind === 'start';
      if (!hasStarted) return [STARTED, `The machine was given "${nameOf(event)}" before start()`];
      hasFailed ||= event.kind === 'sync failed';
      isStopped ||= event.kind === 'stop';
      if (isLeaving(event)) {
        if (isStopped) return [STOPPED, `The driver ${leavingWords(event)} after stop()`];
        if (hasFailed) return [DEAD_DISK, `The driver ${leavingWords(event)} after a failed sync`];
      }
      if (event.kind !== 'step' || !isStopped) return undefined;
      return [STOPPED, `The machine was given "${event.name}" after stop()`];
    });
  }

  /** A timer needs an alarm that is set and due. */
  private alarms(): Finding | undefined {
    let alarmAtMs: number | null = null;
    return this.first(event => {
      for (const effect of event.kind === 'stepped' ? event.effects : []) {
        if (effect.kind === 'arm') alarmAtMs = effect.atMs;
      }
      if (event.kind !== 'step' || event.name !== 'timer') return undefined;
      const setTo = alarmAtMs;
      alarmAtMs = null;
      const nowMs = event.atMs * this.clockRate;
      if (setTo === null) return [RINGS, 'The timer rang although no alarm was set'];
      if (setTo <= nowMs) return undefined;
      return [RINGS, `The timer rang at ${nowMs}ms although the alarm was set to ${setTo}ms`];
    });
  }

  private first(
    judge: (event: DriverEvent) => readonly [rule: Rule, what: string] | undefined,
  ): Finding | undefined {
    for (const [n, event] of this.events.entries()) {
      const broken = judge(event);
      if (broken !== undefined) return this.found(...broken, n);
    }
    return undefined;
  }
}

function nameOf(event: DriverEvent): string {
  return 'name' in event ? event.name : event.kind;
}

function isLeaving(event: DriverEvent): event is Leaving {
  return event.kind === 'send' || event.kind === 'answer';
}

function isThisWrite(event: Event<'append'> | Event<'rewrite'>, wanted: MachineEffect): boolean {
  if (event.kind === 'append') {
    return wanted.kind === 'append' && isDeepStrictEqual(wanted.record, event.record);
  }
  return wanted.kind === 'rewrite' && isDeepStrictEqual(wanted.records, event.records);
}

function isThis(event: Leaving, wanted: MachineEffect): boolean {
  if (event.kind === 'send') {
    return wanted.kind === 'send' && wanted.to === event.to &&
      isDeepStrictEqual(wanted.message, event.message);
  }
  return wanted.kind === 'result' && wanted.callId === event.callId &&
    isDeepStrictEqual(wanted.value, event.value);
}

function whoDid({kind}: DriverEvent): string {
  switch (kind) {
    case 'step':
    case 'stepped': return 'machine';
    case 'synced':
    case 'rewritten':
    case 'sync failed': return 'disk';
    case 'start':
    case 'stop': return 'test';
    default: return 'driver';
  }
}
