/**
 * What becomes of an error that nobody meant: a failure that says it is the kit's.
 *
 * Promises: a run has an outcome also where the kit itself cannot tell what happened, so that one
 * slip costs one scenario a question to the instructor, and no submission its grade.
 * Read next: run.ts.
 */
import type {FailureParts} from '../world/lab-failure';
import {Trace} from '../world/trace';
import type {ScenarioDefinition} from './definition';
import type {Outcome} from './outcome';
import {kitVersion, writeToken} from './token';

const FRAMES_TOLD = 5;

export function partsOfSlip(error: unknown): FailureParts {
  const {message, stack} = error instanceof Error ? error : new Error(String(error));
  return {
    kind: 'kit',
    claim: `This is a bug in the lab kit, not in your Raft: ${message}`,
    stack: (stack ?? '').split('\n').slice(1, 1 + FRAMES_TOLD)
      .map(line => line.trim().replace(/^at /, '')),
  };
}

/** Of a run of which nothing else can be told. */
export function slipOf({lab, name}: ScenarioDefinition, seed: number, error: unknown): Outcome {
  return {
    verdict: 'failed', seed, virtualMs: 0, messages: 0, requests: 0, bytes: 0, events: 0,
    failure: {
      parts: partsOfSlip(error), atMs: 0, servers: [], trace: new Trace(0), needs: [],
      token: writeToken({lab, name, seed, off: [], version: kitVersion()}), conditions: null,
    },
  };
}
