/**
 * The five operations in one word each, and what an outcome is held against.
 *
 * Paper: §8.
 * Read next: c-01-operations.spec.ts.
 */
import {LabFailure} from '../../harness/scenario';
import type {Because} from '../../harness/scenario';
import type {KvOperation, KvOutcome} from '../../harness/raft/kv-messages';
import {kvModel} from '../../harness/linearizability/kv-model';

export const get = (key: string): KvOperation => ({op: 'get', key});

export const set = (key: string, value: string): KvOperation => ({op: 'set', key, value});

export const remove = (key: string): KvOperation => ({op: 'delete', key});

export const append = (key: string, value: string): KvOperation => ({op: 'append', key, value});

export const compareAndSet = (
  key: string, {expected, value}: {readonly expected: string | null; readonly value: string},
): KvOperation => ({op: 'compareAndSet', key, expected, value});

/** 'append "a" to "x"'. */
export function inWords(operation: KvOperation): string {
  return kvModel.describeInput(operation);
}

/** An operation, and who was told what came of it. */
export interface Told {
  readonly who: string;
  readonly operation: KvOperation;
  readonly outcome: KvOutcome;
  readonly atMs: number;
}

/** @throws LabFailure 'contract' */
export function expectOutcome(
  {who, operation, outcome, atMs}: Told, wanted: KvOutcome, because: Because,
): void {
  if (outcome === wanted) return;
  const found = JSON.stringify(outcome);
  throw new LabFailure({
    kind: 'contract',
    claim: `${nameOf(who)} was told ${found} when it asked for ${inWords(operation)} — it must ` +
      `be ${JSON.stringify(wanted)}.`,
    facts: [{who, what: `${inWords(operation)}: ${found}`, atMs}],
    why: because,
  });
}

/** At the beginning of a sentence. */
export function nameOf(who: string): string {
  return who.charAt(0).toUpperCase() + who.slice(1);
}
