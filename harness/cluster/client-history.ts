/**
 * What the clients of a scenario asked for and were told, and whether it can have been so.
 *
 * Paper: §8, linearizability.
 * Promises: a history that cannot be decided within the bound is tried once with a larger one, and
 * is then the kit's failure, never a pass and never the student's loss.
 * Read next: linearizability/check.ts.
 */
import {checkLinearizable, MEMO_LIMIT} from '../linearizability/check';
import {HistoryRecorder} from '../linearizability/history';
import {kvModel} from '../linearizability/kv-model';
import type {KvOperation, KvOutcome} from '../raft/kv-messages';
import {LabFailure} from '../world/lab-failure';
import type {ServerView} from './server-view';

/** Once more, before the kit gives up. */
const SECOND_TRY = 8;

export class ClientHistory {
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

  /** @throws LabFailure 'safety' if no order of the operations explains what clients were told. */
  expectLinearizable(_servers: readonly ServerView[]): void {
    const operations = this.recorder.operations();
    let result = checkLinearizable(kvModel, operations);
    if (result.verdict === 'unknown') {
      result = checkLinearizable(kvModel, operations, {memoLimit: SECOND_TRY * MEMO_LIMIT});
    }
    if (result.verdict === 'ok') return;
    if (result.verdict === 'unknown') {
      throw new LabFailure({
        kind: 'kit',
        claim: `This is a bug in the lab kit, not in your Raft: whether the ${operations.length} ` +
          `operations of the clients are linearizable could not be decided (key "${result.key}").`,
      });
    }
    throw new LabFailure({kind: 'safety', claim: 'Linearizability is broken: TODO.'});
  }
}
