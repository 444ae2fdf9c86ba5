/**
 * What the clients of a scenario asked for and were told, and whether it can have been so.
 *
 * Paper: §8, linearizability.
 * Promises: a violation is told with what each server had applied by then.
 * Read next: linearizability/check-history.ts.
 */
import {expectLinearizable} from '../linearizability/check-history';
import type {Moment} from '../linearizability/explain';
import {HistoryRecorder} from '../linearizability/history';
import {kvModel} from '../linearizability/kv-model';
import type {KvOperation, KvOutcome} from '../raft/kv-messages';
import {LabFailure} from '../world/lab-failure';
import type {AppliedRecord} from './applied-record';

/** Where it is decided what happens once, and what a read may see. */
const FUNCTIONS = ['kv-store.apply', 'kv-server.handleRequest'];

export class ClientHistory {
  /** False if the test answers in the servers' place: then nobody keeps what is asked for. */
  isJudged = true;
  private readonly recorder = new HistoryRecorder<KvOperation, KvOutcome>(kvModel);

  constructor(private readonly applied: AppliedRecord) {}

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
  expectLinearizable(): void {
    if (!this.isJudged) return;
    let brokeAtMs = 0;
    const applied = (moment: Moment): ReturnType<AppliedRecord['at']> => {
      brokeAtMs = moment.atMs;
      return this.applied.at(moment);
    };
    try {
      expectLinearizable(this.recorder.operations(), {applied});
    } catch (error) {
      if (!(error instanceof LabFailure) || error.parts.kind !== 'safety') throw error;
      throw new LabFailure({...error.parts, brokeAtMs, functions: FUNCTIONS});
    }
  }
}
