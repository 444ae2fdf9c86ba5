/**
 * Is what clients of the key/value store saw linearizable? The one call a scenario needs.
 *
 * Paper: §8.
 * Promises: where the usual bounds are too small they are raised once. What is `unknown` then is
 * the kit's failure, never a pass and never the student's loss.
 * Read next: check.ts, explain.ts.
 */
import {LabFailure} from '../world/lab-failure';
import type {Bounds, Verdict} from './check';
import {checkLinearizable, MEMO_LIMIT, STEP_LIMIT} from './check';
import type {ExplainOptions} from './explain';
import {explain} from './explain';
import type {Operation} from './history';
import type {KvInput, KvOutput, KvState} from './kv-model';
import {kvModel} from './kv-model';

export type KvOperation = Operation<KvInput, KvOutput>;
export type KvVerdict = Verdict<KvInput, KvOutput, KvState>;

const RAISED = 4;

/** Checks with these bounds, and if they do not suffice once more with larger ones. */
export function checkHistory(
  operations: readonly KvOperation[],
  {memoLimit = MEMO_LIMIT, stepLimit = STEP_LIMIT, ...rest}: Bounds = {},
): KvVerdict {
  const verdict = checkLinearizable(kvModel, operations, {memoLimit, stepLimit, ...rest});
  if (verdict.verdict !== 'unknown') return verdict;
  return checkLinearizable(kvModel, operations, {
    memoLimit: RAISED * memoLimit, stepLimit: RAISED * stepLimit, ...rest,
  });
}

/** The same, as a check of a scenario. @throws LabFailure unless the history is linearizable */
export function expectLinearizable(
  operations: readonly KvOperation[], options: ExplainOptions & Bounds = {},
): KvVerdict {
  const verdict = checkHistory(operations, options);
  const parts = explain(kvModel, verdict, options);
  if (parts !== null) throw new LabFailure(parts);
  return verdict;
}
