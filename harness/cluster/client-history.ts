/**
 * What the clients of a scenario asked for and were told, and whether it can have been so.
 *
 * Paper: §8, linearizability.
 * Promises: a violation is told with what each server had applied to the key by then.
 * Read next: linearizability/check-history.ts.
 */
import {expectLinearizable} from '../linearizability/check-history';
import type {Moment} from '../linearizability/explain';
import {HistoryRecorder} from '../linearizability/history';
import {kvModel} from '../linearizability/kv-model';
import type {KvCommand, KvOperation, KvOutcome} from '../raft/kv-messages';
import type {Fact} from '../world/lab-failure';
import type {Applied, ServerView} from './server-view';

export class ClientHistory {
  /** False if the test answers in the servers' place: then nobody keeps what is asked for. */
  isJudged = true;
  private readonly recorder = new HistoryRecorder<KvOperation, KvOutcome>(kvModel);

  /** Returns the operation's number. */
  invoked(client: string, operation: KvOperation, atMs: number): number {
    return this.recorder.invoked(client, operation, atMs);
  }

  returned(id: number, outcome: KvOutcome, atMs: number): void {
    this.recorder.returned(id, outcome, atMs);
  }

  /** The client crashed: whether it was done, nobody will ever know. */
  unknown(id: number): void {
    this.recorder.unknown(id);
  }

  /** 'append "a" to "x"'. */
  describe(operation: KvOperation): string {
    return kvModel.describeInput(operation);
  }

  /** @throws LabFailure if no order of the operations explains what clients were told. */
  expectLinearizable(servers: readonly ServerView[]): void {
    if (!this.isJudged) return;
    expectLinearizable(this.recorder.operations(), {
      applied: moment => servers.map(server => appliedBy(server, moment)),
    });
  }
}

/** 'had applied index 1 to 12; of these on "x" the last was index 11: append "b" to "x"'. */
function appliedBy(server: ServerView, {atMs, key}: Moment): Fact {
  const by = server.applied.filter(one => one.atMs <= atMs);
  const {restoredIndex} = server;
  const first = restoredIndex > 0 ? `a snapshot to index ${restoredIndex}` : 'nothing';
  const last = by.at(-1);
  const range = last === undefined ? first : `index ${by[0]?.index ?? last.index} to ${last.index}`;
  const onKey = by.findLast(one => operationOf(one)?.key === key);
  const operation = onKey === undefined ? undefined : operationOf(onKey);
  const told = onKey === undefined || operation === undefined ? ''
    : `; of these on ${JSON.stringify(key)} last index ${onKey.index}: ` +
      kvModel.describeInput(operation);
  const before = restoredIndex > 0 && last !== undefined ? `${first}, then ` : '';
  return {who: server.id, what: `had applied ${before}${range}${told}`};
}

function operationOf({command}: Applied): KvOperation | undefined {
  return (JSON.parse(command) as Partial<KvCommand> | null)?.operation;
}
