/**
 * How effects and events of a driver are written: in scenarios, in the trace, in failures.
 *
 * Read next: d-driver.ts.
 */
import type {DriverEvent} from '../../harness/host/runtime-driver-guest';
import type {Json, MachineEffect} from '../../harness/raft';

const WORDS_MOST = 30;

export const sync: MachineEffect = {kind: 'sync'};

export function append(record: string): MachineEffect {
  return {kind: 'append', record};
}

export function rewrite(...records: readonly string[]): MachineEffect {
  return {kind: 'rewrite', records};
}

/** To S2, like all messages of these tests. */
export function send(message: string): MachineEffect {
  return {kind: 'send', to: 'S2', message};
}

export function result(callId: number): MachineEffect {
  return {kind: 'result', callId, value: `done ${callId}`};
}

/** On the machine's own clock. */
export function arm(atMs: number | null): MachineEffect {
  return {kind: 'arm', atMs};
}

function written(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > WORDS_MOST ? `${text.slice(0, WORDS_MOST)}…` : text;
}

/** As code would say it: 'append "a"', 'sync', 'send "a" to S2'. */
export function effectWords(effect: MachineEffect): string {
  switch (effect.kind) {
    case 'append': return `append ${written(effect.record)}`;
    case 'sync': return 'sync';
    case 'rewrite': return `rewrite ${written(effect.records)}`;
    case 'send': return `send ${written(effect.message)} to ${effect.to}`;
    case 'result': return `the answer to call ${effect.callId}`;
    case 'arm': return effect.atMs === null ? 'no alarm' : `alarm at ${effect.atMs}ms`;
  }
}

export function effectsWords(effects: readonly MachineEffect[]): string {
  return effects.length === 0 ? 'nothing' : effects.map(effectWords).join(', ');
}

/** 'sent "a" to S2', behind 'The driver'. */
export function leavingWords(event: DriverEvent & {readonly kind: 'send' | 'answer'}): string {
  return event.kind === 'send' ? `sent ${written(event.message)} to ${event.to}`
    : `answered call ${event.callId}`;
}

/** Empty for what another line tells. */
export function eventWords(event: DriverEvent): string {
  switch (event.kind) {
    case 'step': return event.during === null ? '' : `was given "${event.name}"`;
    case 'stepped': return `answers "${event.name}": ${effectsWords(event.effects)}`;
    case 'append': return `append ${written(event.record)}`;
    case 'sync': return `sync ${event.n} begins`;
    case 'synced': return `sync ${event.n} resolves`;
    case 'rewrite': return `rewrite ${event.n} begins`;
    case 'rewritten': return `rewrite ${event.n} resolves`;
    case 'sync failed': return `write ${event.n} is rejected: the disk is full`;
    case 'send':
    case 'answer': return leavingWords(event);
    case 'failed': return `failed(${event.message})`;
    case 'start': return '';
    case 'stop': return 'stop()';
  }
}
