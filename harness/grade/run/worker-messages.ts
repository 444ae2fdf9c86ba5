/**
 * What a run and its workers say to each other.
 *
 * Read next: worker.ts; worker-pool.ts.
 */
import type {SandboxOptions} from '../engine/grade-submission';
import type {Grade} from '../grade';
import type {Submission} from '../intake/submission';
import type {Policy} from '../policy';

/** The same for every submission. */
export interface WorkerOrders {
  /** By number. */
  readonly labs: readonly number[];
  readonly policy: Policy;
  readonly kitDigest: string;
  readonly sandbox: SandboxOptions;
  /** Names of the scenarios to run, if not all of them. */
  readonly only?: readonly string[];
}

export interface WorkerStart {
  readonly kind: 'start';
  readonly orders: WorkerOrders;
  readonly slot: number;
  readonly workFolder: string;
}

export interface WorkerTask {
  readonly kind: 'grade';
  readonly submission: Submission;
  /** Keys under which it need not be graded again. */
  readonly keysDone: readonly string[];
  /** Of the sandbox that will be used: part of the key. */
  readonly tier: Grade['sandbox']['tier'];
}

export type WorkerAnswer =
  | {readonly kind: 'graded'; readonly grade: Grade; readonly key: string;
      readonly newestAt?: string}
  /** It was graded before, under this key. */
  | {readonly kind: 'known'; readonly key: string}
  /** The grader itself failed. */
  | {readonly kind: 'slipped'; readonly why: string}
  /** There is no room to work in: no submission's fault, and no other would fare better. */
  | {readonly kind: 'no room'; readonly why: string};
