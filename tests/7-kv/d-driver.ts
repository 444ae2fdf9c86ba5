/**
 * A driver in a box, what a test gives it, and what it is held to.
 *
 * Verbs happen at the present instant of virtual time; expectations first hold everything that was
 * seen against all rules, and then ask their own question.
 * Read next: d-driver-record.ts, the rules; harness/host/runtime-driver-guest.ts, the box.
 */
import type {DriverBegin} from '../../harness/host/runtime-driver-guest';
import type {MachineEffect} from '../../harness/raft';
import type {Scene} from '../../harness/scenario/definition';
import {DriverRecord} from './d-driver-record';
import {
  AT_ONCE, LEAVES, NONE_LOST, ONE_SYNC_FOR_MANY, RINGS, SYNC_IS_DUE, TOLD_ONCE,
} from './d-driver-rules';
import {ask, expectNothing} from './d-rule';
import type {Finding} from './d-rule';
import {areDriverEvents} from './d-shapes';
import {effectsWords, effectWords} from './d-words';

const BOX = 'S1';
/** How late a timer may be: a driver may look at its alarm every few ms. */
const LATE_MS_MAX = 10;

/** A disk that takes 10 ms, a machine that takes none. */
const CALM: DriverBegin = {syncMs: 10, stepMs: 0, clockRate: 1, timers: [], nextCalls: {}};

export class DriverStory {
  private readonly begin: DriverBegin;
  private readonly given: string[] = [];
  private calls = 0;

  constructor(private readonly scene: Scene, begin: Partial<DriverBegin> = {}) {
    this.begin = {...CALM, ...begin};
    scene.addBox('driver', BOX, [BOX]);
    this.tell('begin', {begin: this.begin});
  }

  get nowMs(): number {
    return this.scene.world.nowMs;
  }

  /** Starts the driver with what the machine wanted at its boot. */
  start(...effects: readonly MachineEffect[]): this {
    this.scene.world.act(`start(${effectsWords(effects)})`);
    this.tell('start', {effects});
    return this;
  }

  /** A message arrives, and these are the effects that the machine will answer it with. */
  receive(name: string, ...effects: readonly MachineEffect[]): void {
    this.scene.world.act(`receive "${name}", for which the machine wants ${effectsWords(effects)}`);
    this.given.push(name);
    this.tell('receive', {from: 'S2', input: {name, effects}});
  }

  /** A client calls; the calls of a test are 1, 2, 3 and so on. */
  call(effects: (callId: number) => readonly MachineEffect[]): void {
    const callId = ++this.calls;
    const wanted = effects(callId);
    this.scene.world.act(`call ${callId}, for which the machine wants ${effectsWords(wanted)}`);
    this.given.push(`call ${callId}`);
    this.tell('call', {callId, input: {name: `call ${callId}`, effects: wanted}});
  }

  /** A call that the box will make from within an answer; see `nextCalls`. */
  expectCall(name: string): void {
    this.given.push(name);
  }

  stop(): void {
    this.scene.world.act('stop()');
    this.tell('stop');
  }

  async pass(ms: number): Promise<void> {
    await this.scene.world.run(this.nowMs + ms);
  }

  /** Nothing that was seen so far breaks a rule. */
  async record(): Promise<DriverRecord> {
    const events = await ask(this.scene, BOX, 'inspect', {shape: areDriverEvents});
    const record = new DriverRecord(events, this.given, this.begin.clockRate);
    await this.expectNo(record.firstFinding());
    return record;
  }

  /** All inputs were taken, and all that the machine wanted was done. */
  async expectAllDone(): Promise<DriverRecord> {
    const record = await this.record();
    const taken = record.steps().filter(({name}) => name !== 'timer').length;
    const left = record.leaving().length;
    const [next, waiting] = [this.given[taken], record.wantedOut()[left]];
    const within = `within ${this.nowMs}ms of virtual time.`;
    if (next !== undefined) {
      await this.expectNo({
        rule: NONE_LOST, what: '', missing: `No step of "${next}" ${within}`,
        facts: record.facts(),
      });
    }
    if (waiting !== undefined) {
      const what = effectWords(waiting).replace(/^send (.*) to (.*)$/, 'message $1 for $2')
        .replace(/^the /, '');
      await this.expectNo({
        rule: LEAVES, what: '', missing: `No ${what} ${within}`, facts: record.facts(),
      });
    }
    return record;
  }

  /** The n-th thing that leaves does so at this very time: it has nothing to wait for. */
  async expectAtOnce(): Promise<void> {
    const record = await this.expectAllDone();
    const ended = record.events.findLast(({kind}) => kind === 'stepped');
    const last = record.leaving().at(-1);
    if (last === undefined || ended === undefined || last.atMs === ended.atMs) return;
    const event = record.events.indexOf(last);
    await this.expectNo(record.found(AT_ONCE,
      `The driver let out its last effect ${last.atMs - ended.atMs}ms after the step`, event));
  }

  /** @param what such as '20 calls' */
  async expectSyncsAtMost(most: number, what: string): Promise<void> {
    const record = await this.expectAllDone();
    const syncs = record.count('sync');
    if (syncs <= most) return;
    await this.expectNo({
      rule: ONE_SYNC_FOR_MANY, what: '', facts: record.facts(),
      event: record.events.findLastIndex(({kind}) => kind === 'sync'),
      cost: `Too many syncs: ${syncs}, at most ${most} allowed for ${what}.`,
    });
  }

  /** At this time something has left already, although inputs keep coming. */
  async expectLeftBy(count: number): Promise<void> {
    const record = await this.record();
    if (record.leaving().length >= count) return;
    await this.expectNo({
      rule: SYNC_IS_DUE, what: '', facts: record.facts(),
      missing: `No ${count} answers within ${this.nowMs}ms of virtual time.`,
    });
  }

  /** By now the timer has rung at these times of setTimeout's clock, or little later. */
  async expectRings(...dueAtMs: readonly number[]): Promise<void> {
    const record = await this.record();
    const rings = record.steps().filter(({name}) => name === 'timer');
    for (const [n, dueMs] of dueAtMs.entries()) {
      const ring = rings[n];
      if (ring !== undefined && ring.atMs <= dueMs + LATE_MS_MAX) continue;
      const until = ring === undefined ? this.nowMs : ring.atMs;
      const facts = record.facts(ring === undefined ? undefined : record.events.indexOf(ring) - 1);
      await this.expectNo({
        rule: RINGS, what: '', missing: `No timer that is due at ${dueMs}ms within ${until}ms of ` +
          'virtual time.', facts,
      });
    }
    const extra = rings[dueAtMs.length];
    if (extra === undefined) return;
    await this.expectNo(record.found(RINGS,
      `The timer rang at ${extra.atMs}ms, when nothing was due`, record.events.indexOf(extra)));
  }

  /** The disk has failed and that was told, once. */
  async expectFailedOnce(): Promise<void> {
    const record = await this.record();
    const told = record.events.filter(({kind}) => kind === 'failed');
    if (told.length === 1) return;
    const what = told.length === 0 ? 'The driver never called failed() although the disk failed'
      : `The driver called failed() ${told.length} times`;
    const second = told[1];
    await this.expectNo({
      rule: TOLD_ONCE, what, facts: record.facts(),
      ...second === undefined ? {} : {event: record.events.indexOf(second)},
    });
  }

  private tell(does: string, args: object = {}): void {
    this.scene.world.call(BOX, 'run', {does, ...args});
  }

  private expectNo(finding: Finding | undefined): Promise<void> {
    return expectNothing(this.scene, BOX, finding);
  }
}
