/**
 * A rule of the runtime and how a scenario of lab 7d says that it is broken.
 *
 * Promises: a finding becomes a failure with the student's own lines, if its event has any.
 * Read next: d-driver-record.ts and d-transport.ts, which find.
 */
import {refuseBox} from '../../harness/cluster/border';
import type {Scene} from '../../harness/scenario/definition';
import {LabFailure} from '../../harness/world/lab-failure';
import type {Fact} from '../../harness/world/lab-failure';
import {areFrames} from './d-shapes';
import type {Shape} from './d-shapes';

export interface Rule {
  /** The second half of a claim, behind the dash. */
  readonly rule: string;
  readonly why: string;
  readonly source?: string;
  readonly hint?: string;
}

export interface Finding {
  readonly rule: Rule;
  /** 'The driver sent "a" to S2 before …': the first half of the claim. */
  readonly what: string;
  /** 'No step of "b" within 50ms of virtual time.': instead of `what` and the rule. */
  readonly missing?: string;
  /** 'Too many syncs: 20, at most 2 allowed for 20 calls.': likewise. */
  readonly cost?: string;
  readonly facts: readonly Fact[];
  /** The event that broke the rule: the lines that caused it are shown. */
  readonly event?: number;
}

const SOURCE = 'course notes';

/** What a box of this lab is asked; the answer comes at once. @throws LabFailure */
export async function ask<T>(
  {world}: Scene, box: string, does: string,
  {shape, ...args}: {readonly shape: Shape<T>; readonly n?: number},
): Promise<T> {
  const call = world.call(box, 'run', {does, ...args});
  await world.run(world.nowMs);
  const answer: unknown = JSON.parse(call.value ?? 'null');
  if (shape(answer)) return answer;
  return refuseBox({id: box, atMs: world.nowMs}, {
    did: `answered '${does}' with`, what: answer, rule: 'this is nothing that it can have seen',
  });
}

/** @throws LabFailure if there is a finding */
export async function expectNothing(
  scene: Scene, box: string, finding: Finding | undefined,
): Promise<void> {
  if (finding === undefined) return;
  const {rule: {rule, why, source, hint}, what, missing, cost, facts, event} = finding;
  const frames = event === undefined ? []
    : await ask(scene, box, 'where', {shape: areFrames, n: event});
  throw new LabFailure({
    kind: missing !== undefined ? 'progress' : cost !== undefined ? 'cost' : 'contract',
    claim: missing ?? cost ?? `${what} — ${rule}.`,
    facts, why: {source: source ?? SOURCE, text: why},
    ...hint === undefined ? {} : {hint},
    ...frames.length === 0 ? {} : {stack: scene.object.framesOf({name: '', message: '', frames})},
  });
}
