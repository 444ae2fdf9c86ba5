/**
 * What each server's state machine had been given at any moment, for the failure of a history.
 *
 * Promises: keeps references only, so that remembering costs nearly nothing in runs that pass.
 * Read next: client-history.ts.
 */
import type {Effect, Input} from '../host/box';
import {kvModel} from '../linearizability/kv-model';
import type {Moment} from '../linearizability/explain';
import {isOperation} from '../raft/client-contract';
import type {KvCommand, KvOperation} from '../raft/kv-messages';
import type {ServerId} from '../raft/messages';
import type {Fact} from '../world/lab-failure';

/** A state machine starts with nothing at a boot, and anew with each snapshot it is given. */
type Event =
  | {readonly atMs: number; readonly kind: 'boot'}
  | {readonly atMs: number; readonly kind: 'restore'; readonly index: number}
  | {
    readonly atMs: number; readonly kind: 'apply';
    readonly index: number; readonly command: string;
  };

export class AppliedRecord {
  private readonly events: ReadonlyMap<ServerId, Event[]>;

  constructor(servers: readonly ServerId[], private readonly now: () => number) {
    this.events = new Map(servers.map(server => [server, []]));
  }

  input(box: string, {kind}: Input): void {
    if (kind === 'boot') this.events.get(box)?.push({atMs: this.now(), kind});
  }

  effect(box: string, effect: Effect): void {
    if (effect.kind === 'apply') {
      const {kind, index, command} = effect;
      this.events.get(box)?.push({atMs: this.now(), kind, index, command});
    } else if (effect.kind === 'restore') {
      const {kind, index} = effect;
      this.events.get(box)?.push({atMs: this.now(), kind, index});
    }
  }

  /** One fact for all servers that had applied the same. */
  at(moment: Moment): readonly Fact[] {
    const who = new Map<string, ServerId[]>();
    for (const [server, events] of this.events) {
      const what = told(events.filter(({atMs}) => atMs <= moment.atMs), moment.key);
      who.set(what, [...who.get(what) ?? [], server]);
    }
    return [...who].map(([what, servers]) => ({who: servers.join(' '), what}));
  }
}

/** 'had applied to index 12, of these to "x" last 11: append "b" to "x"'. */
function told(events: readonly Event[], key: string): string {
  const life = events.slice(events.findLastIndex(({kind}) => kind === 'boot') + 1);
  const restored = life.findLast(event => event.kind === 'restore');
  const applied = life.flatMap(event => event.kind === 'apply' ? [event] : []);
  const index = applied.at(-1)?.index ?? 0;
  const snapshot = restored?.kind === 'restore' ? restored.index : 0;
  if (index === 0 && snapshot === 0) return 'had applied nothing since it started';
  if (index <= snapshot) return `had a snapshot to index ${snapshot}`;
  const last = applied.findLast(({command}) => operationOf(command)?.key === key);
  const operation = last === undefined ? undefined : operationOf(last.command);
  return `had applied to index ${index}${last === undefined || operation === undefined ? ''
    : `, last to ${JSON.stringify(key)} ${last.index}: ${kvModel.describeInput(operation)}`}`;
}

function operationOf(command: string): KvOperation | undefined {
  const operation = (JSON.parse(command) as Partial<KvCommand> | null)?.operation;
  return operation !== undefined && isOperation(operation) ? operation : undefined;
}
