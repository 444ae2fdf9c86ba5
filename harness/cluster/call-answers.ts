/**
 * Holds what boxes answer to calls against what each call can be answered with.
 *
 * Promises: only the kit's own half of a box answers calls, so an answer of another shape, or a
 * refusal, comes from a process that was taken over, and ends the run.
 * Read next: border.ts; raft/harness-calls.ts, where servers answer.
 */
import type {BoxId, Effect, Input} from '../host/box';
import {isEntry} from '../raft/contract';
import {OUTCOMES, ruleBrokenByAnswer} from '../raft/service-contract';
import type {Observer} from '../world/observer';
import {refuseBox} from './border';

type Unread = Readonly<Record<string, unknown>>;

export class CallAnswers implements Observer {
  private readonly open = new Map<number, {readonly box: BoxId; readonly method: string}>();

  private servers: readonly BoxId[] = [];

  /** @param now virtual time in ms. */
  constructor(private readonly now: () => number) {}

  input(box: BoxId, input: Input): void {
    if (input.kind === 'boot') this.servers = input.servers;
    if (input.kind === 'call') this.open.set(input.callId, {box, method: input.method});
  }

  effect(box: BoxId, effect: Effect): void {
    if (effect.kind !== 'result' && effect.kind !== 'reject') return;
    const call = this.open.get(effect.callId);
    if (call?.box !== box) return;
    this.open.delete(effect.callId);
    const speaker = {id: box, atMs: this.now()};
    const did = `answered the call ${call.method} with`;
    if (effect.kind === 'reject') {
      const rule = 'it knows this call, and refuses none';
      refuseBox(speaker, {did, what: {error: effect.error}, rule});
    }
    const what: unknown = JSON.parse(effect.value);
    if (this.isAnswer(call.method, what)) return;
    refuseBox(speaker, {did, what, rule: 'this is no answer to such a call'});
  }

  private isAnswer(method: string, value: unknown): boolean {
    const given = Object(value) as Unread;
    switch (method) {
      case 'submit': return isRefusal(given) || isWhole(given['index']) && isWhole(given['term']);
      case 'read': return isRefusal(given) || isWhole(given['lastApplied']);
      case 'inspect': return isWholeState(given);
      case 'request': return ruleBrokenByAnswer(value, this.servers) === undefined;
      case 'get':
      case 'set':
      case 'delete':
      case 'append':
      case 'compareAndSet': return OUTCOMES[method].accepts(value);
      // Whoever makes other calls reads nothing of the answer, or holds it against its own shape.
      default: return true;
    }
  }
}

function isWhole(value: unknown): boolean {
  return Number.isSafeInteger(value);
}

function isRefusal({notLeader, leaderId}: Unread): boolean {
  return notLeader === true && (leaderId === null || typeof leaderId === 'string');
}

function isWholeState({log, ...state}: Unread): boolean {
  const {from, entries} = Object(log) as Unread;
  return ['currentTerm', 'commitIndex', 'snapshotIndex'].every(name => isWhole(state[name])) &&
    isWhole(from) && Array.isArray(entries) && entries.every(isEntry);
}
