/**
 * What a test demands of a network: whom it reaches, what arrives and when, what its log is told.
 *
 * Promises: an expectation runs the verbs that wait and judges by effects alone: what endpoints
 * receive and what the debug log is told. A failure shows both sides and what the test did.
 * Read next: network-words.ts, how lists are written down and compared; rules.ts.
 */
import {isDeepStrictEqual} from 'node:util';
import {refuseBox} from '../../harness/cluster/border';
import type {Answer, Operation, ScriptValue} from '../../harness/host/script';
import type {Json, NetworkEvent} from '../../harness/raft';
import type {Bounds} from './bounds';
import {NetworkVerbs} from './network-verbs';
import {compareLists, eventWords, listWords, symptomOf} from './network-words';
import type {Received} from './network-words';
import {shown, written} from './recorded-script';
import type {Rule} from './rules';

/** A message received, and the virtual millisecond after the start at which it was. */
export interface Arrival extends Received {
  readonly afterMs: number;
}

export class NetworkScript extends NetworkVerbs {
  /** Judges all that a server receives until it has received everything. */
  async expectReceived(
    server: string, awaited: {readonly from: string; readonly messages: readonly Json[]},
    rule: Rule,
  ): Promise<void> {
    const messages = awaited.messages.map(message => ({from: awaited.from, message}));
    this.judge(server, await this.drain(server), messages, rule);
  }

  async expectNothing(server: string, rule: Rule): Promise<void> {
    this.judge(server, await this.drain(server), [], rule);
  }

  /** Every server sends to every server: `{S1: 'S1 S2'}` says whom S1 reaches. */
  async expectReach(awaited: Readonly<Record<string, string>>, rule: Rule): Promise<void> {
    const senders = Object.keys(awaited);
    this.do('every server sends to every server', {make: null, as: 'nothing'});
    for (const from of senders) {
      for (const to of this.servers) {
        this.do(`${from} sends to ${to}`, this.sending(from, to, `for ${to}`), true);
      }
    }
    this.advance(0);
    const reached = new Map(senders.map(from => [from, [] as string[]]));
    for (const to of senders) {
      for (const {from} of await this.drain(to)) reached.get(from)?.push(to);
    }
    const wrong = senders.filter(from => reached.get(from)!.join(' ') !== awaited[from]);
    const first = wrong[0];
    if (first === undefined) return;
    const words = (list: string): string => list === '' ? 'nobody' : list.replaceAll(' ', ', ');
    const symptom = symptomOf(reached.get(first)!, awaited[first]!.split(' ').filter(Boolean));
    this.break(rule, {
      what: `${first} reached ${words(reached.get(first)!.join(' '))}`,
      facts: wrong.flatMap(from => [
        {who: from, what: `reached ${words(reached.get(from)!.join(' '))}`},
        {who: 'the rule', what: `${from} reaches ${words(awaited[from]!)}`},
      ]),
      hint: rule.hints?.[symptom],
    });
  }

  /** Judges a value that a test holds on to. */
  async expectKept(name: string, awaited: Json, rule: Rule): Promise<void> {
    const answer = await this.ask({operation: {read: name}, told: `looks at ${name}`});
    const found = 'value' in answer ? answer.value : answer;
    if (isDeepStrictEqual(found, awaited)) return;
    this.break(rule, {
      what: `A ${name} became ${shown(found)}`,
      facts: [
        {who: name, what: `is ${shown(found)}`},
        {who: 'the rule', what: `it stays ${shown(awaited)}`},
      ],
      hint: rule.hints?.other,
    });
  }

  /** What the log was told since the last time, in any order: 'sent S1 → S2 "a"'. */
  async expectEvents(
    awaited: readonly NetworkEvent[], rule: Rule, as = 'log',
  ): Promise<void> {
    const told = (await this.events(as)).map(eventWords).sort();
    const wanted = awaited.map(eventWords).sort();
    if (isDeepStrictEqual(told, wanted)) return;
    const words = (list: readonly string[]): string => list.join(', ') || 'nothing';
    this.break(rule, {
      what: `RaftNetwork told its log: ${words(told)}`,
      facts: [{who: 'told', what: words(told)}, {who: 'the rule', what: words(wanted)}],
      hint: rule.hints?.[symptomOf(told, wanted)],
    });
  }

  async events(as = 'log'): Promise<readonly NetworkEvent[]> {
    const log = this.id(as);
    const answer = await this.ask({operation: {read: log}, told: 'reads the log', silent: true});
    this.do('', {set: 0, at: ['length'], of: log}, true);
    return listIn(answer, this.scene.world.nowMs);
  }

  /** Everything a server receives, without judging it. */
  async drain(server: string): Promise<readonly Received[]> {
    const told = `${server} receives all that has arrived`;
    const answer = await this.ask({operation: {drain: this.id(server)}, told});
    return listIn(answer, this.scene.world.nowMs);
  }

  /** What a server receives in each of the next milliseconds, this very instant included. */
  async arrivals(server: string, withinMs: number): Promise<readonly Arrival[]> {
    const found: Arrival[] = [];
    for (let afterMs = 0; afterMs <= withinMs; afterMs++) {
      const ms = afterMs === 0 ? 0 : 1;
      this.add({operation: {advanceMs: ms}, told: `${ms}ms pass`, passMs: ms, silent: true});
      const operation: Operation = {drain: this.id(server)};
      const answer = await this.ask({operation, told: `${server} receives`, silent: true});
      const received = listIn<Received>(answer, this.scene.world.nowMs);
      found.push(...received.map(one => ({...one, afterMs})));
    }
    this.scene.world.act(`${withinMs}ms pass, and ${server} receives ${found.length} messages`);
    return found;
  }

  /** When the copies of what was sent arrive, from this instant on. */
  async expectArrivals(
    server: string, awaited: {readonly withinMs: number; readonly atMs: readonly number[]},
    rule: Rule,
  ): Promise<void> {
    const found = (await this.arrivals(server, awaited.withinMs)).map(({afterMs}) => afterMs);
    if (isDeepStrictEqual(found, awaited.atMs)) return;
    const words = (list: readonly number[]): string =>
      list.length === 0 ? 'nothing' : `a message after ${list.map(ms => `${ms}ms`).join(', ')}`;
    this.break(rule, {
      what: `${server} received ${words(found)}`,
      facts: [
        {who: server, what: `received ${words(found)}`},
        {who: 'the rule', what: `${server} receives ${words(awaited.atMs)}`},
      ],
      hint: rule.hints?.[symptomOf(found.map(String), awaited.atMs.map(String))],
    });
  }

  /** Judges whether a timer was set; all else is read from outside the box, this from its world. */
  async expectNoTimer(rule: Rule): Promise<void> {
    await this.runAll();
    const timers = this.timers();
    if (timers === 0) return;
    this.break(rule, {
      what: 'RaftNetwork set a timer of its own',
      facts: [
        {who: 'timers', what: `set ${timers} times by the code under test`},
        {who: 'the rule', what: 'none: options.schedule is the only way to wait'},
      ],
      hint: rule.hints?.more,
    });
  }

  /** What a server receives from now on, held against the same in an earlier run. */
  expectSameRun(first: readonly Arrival[], second: readonly Arrival[], rule: Rule): void {
    const words = (one: Arrival | undefined): string =>
      one === undefined ? 'nothing more' : `${shown(one.message)} after ${one.afterMs}ms`;
    const at = Array.from({length: Math.max(first.length, second.length)})
      .findIndex((_, n) => words(first[n]) !== words(second[n]));
    if (at === -1) return;
    this.break(rule, {
      what: `S2 received ${words(first[at])} in one run, and ${words(second[at])} in the other`,
      facts: [
        {who: 'run 1', what: `${first.length} messages; number ${at + 1} is ${words(first[at])}`},
        {who: 'run 2', what: `${second.length} messages; number ${at + 1} is ${words(second[at])}`},
      ],
      hint: rule.hints?.other,
    });
  }

  /** The opposite: chance that differs must show. */
  expectAnotherRun(first: readonly Arrival[], second: readonly Arrival[], rule: Rule): void {
    if (!isDeepStrictEqual(first, second)) return;
    this.break(rule, {
      what: `S2 received the same ${first.length} messages at the same times in both runs`,
      facts: [
        {who: 'run 1', what: `${first.length} messages, with one random`},
        {who: 'run 2', what: 'the same ones at the same times, with another random'},
      ],
      hint: rule.hints?.other,
    });
  }

  /** Asks for something that the contract refuses, with an error that says what is wrong. */
  async expectRefused(
    method: string, values: readonly ScriptValue[],
    {names, rule}: {readonly names: RegExp; readonly rule: Rule},
  ): Promise<void> {
    const on = method === 'send' ? this.id('S1') : this.id('network');
    const told = `${method}(${values.map(written).join(', ')})`;
    const operation: Operation = {call: method, on, arguments: values, as: 'result'};
    const answer = await this.attempt({operation, told});
    const thrown = 'threw' in answer ? answer.threw : undefined;
    if (thrown?.name === 'RangeError' && names.test(thrown.message)) return;
    const found = thrown === undefined ? 'was accepted' : `threw ${thrown.name}: ${thrown.message}`;
    this.break(rule, {
      what: `The call ${told} ${found}`.replace(/\.$/, ''),
      facts: [
        {who: 'the call', what: `${told} ${found}`},
        {who: 'the rule', what: `a RangeError whose text has ${names.source.replace('|', ' or ')}`},
      ],
      ...(thrown === undefined ? {} : {thrown}),
    });
  }

  /** For what only a test's own model can know to be wrong. */
  refuse(what: string, rule: Rule): never {
    this.break(rule, {what, facts: [], hint: rule.hints?.more});
  }

  /** Whether a count lies within bounds; `words` says what was counted: 'lost 17 of 20'. */
  expectWithin(
    count: number, {words, least, most}: Bounds & {readonly words: (count: number) => string},
    rule: Rule,
  ): void {
    if (count >= least && count <= most) return;
    const right = least === most ? `${least}` : `${least} to ${most}`;
    this.break(rule, {
      what: `RaftNetwork ${words(count)}, where ${right} would be right`,
      facts: [{who: 'counted', what: `${count}`}, {who: 'the rule', what: right}],
      hint: rule.hints?.[count < least ? 'fewer' : 'more'],
    });
  }

  private judge(
    server: string, received: readonly Received[], awaited: readonly Received[], rule: Rule,
  ): void {
    const symptom = compareLists(received, awaited);
    if (symptom === undefined) return;
    this.break(rule, {
      what: `${server} received ${listWords(received)}`,
      facts: [
        {who: server, what: `received ${listWords(received)}`},
        {who: 'the rule', what: `${server} receives ${listWords(awaited)}`},
      ],
      hint: rule.hints?.[symptom],
    });
  }
}

/** Elements may still be anything; what is no object has nothing in it that is looked for. */
function listIn<T>(answer: Answer, atMs: number): readonly T[] {
  const value = 'value' in answer ? answer.value : answer;
  if (Array.isArray(value)) return value.map(one => Object(one) as T);
  return refuseBox({id: 'RaftNetwork', atMs}, {
    did: 'was read to its end and gave', what: value, rule: 'what is read one by one makes a list',
  });
}
