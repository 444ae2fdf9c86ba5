/**
 * A crash after the n-th thing a server does, counted from a moment of the test's choosing.
 *
 * The seed says which: with as many seeds as there are steps, each of them is the last once, and
 * the token of a failure brings the same step back.
 * Promises: knows nothing of how records are written. What has happened before the crash is told by
 * the kinds of effect alone.
 * Read next: b-06-crashes.spec.ts.
 */
import type {Effect} from '../../harness/host/box';
import type {ServerId} from '../../harness/raft/messages';
import type {Scene} from '../../harness/scenario';

export interface CrashPoint {
  /** The kinds of effect that have happened, oldest first. */
  readonly seen: readonly Effect['kind'][];
  /** Whether the server was crashed in the middle of its work. */
  readonly hasCome: () => boolean;
}

interface Work {
  /** The effect that is counted as the first; the very next one if absent. */
  readonly from?: (effect: Effect) => boolean;
  /** The effect with which something else begins; never if absent. */
  readonly to?: (effect: Effect, seen: readonly Effect['kind'][]) => boolean;
}

export function crashAtStep(
  {cluster, seed}: Scene, server: ServerId, {from, to}: Work = {},
): CrashPoint {
  const seen: Effect['kind'][] = [];
  let isOver = false;
  cluster.crashAfter(server, effect => {
    // The clock of the box is armed whenever it likes.
    if (effect.kind === 'arm' || (seen.length === 0 && from?.(effect) === false)) return false;
    isOver ||= to?.(effect, seen) === true;
    if (isOver) return false;
    seen.push(effect.kind);
    return seen.length === seed;
  });
  return {seen, hasCome: () => seen.length >= seed};
}

/** Whether records have reached the disk for good. */
export function isSaved({seen}: CrashPoint): boolean {
  return seen.includes('rewrite') || seen.includes('sync');
}
