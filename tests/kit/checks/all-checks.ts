/**
 * Histories before checks: before all of them together, or before those that a spec is about.
 *
 * Read next: election-safety.spec.ts.
 */
import {raftChecks} from '../../../harness/checks';
import type {RaftCheck} from '../../../harness/cluster/raft-watch';
import {History} from './history';
import type {Setting} from './history';

export type Scene = Omit<Setting, 'checks'>;

/** What a student sees: of several rules that break at once, the first to speak. */
export function history(scene: Scene = {}): History {
  const servers = Array.from({length: scene.servers ?? 3}, (_, n) => `S${n + 1}`);
  return new History({...scene, checks: raftChecks({servers})});
}

/** One rule alone. */
export function historyFor(checks: readonly RaftCheck[], scene: Scene = {}): History {
  return new History({...scene, checks});
}
