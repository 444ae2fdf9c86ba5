/**
 * What each server was doing when nothing happened any more: the facts of a progress failure.
 *
 * Paper: §5.2. Most failures of progress are seen from five numbers a server: its role, its term,
 * the elections it stood for, the votes it got, and when it last heard from a leader.
 * Promises: counts what the trace kept, and says so when the trace lost its beginning.
 * Read next: render-failure.ts.
 */
import type {Fact} from '../world/lab-failure';
import type {Step} from '../world/trace';
import {fieldsOf} from './notation';
import {counted} from './text-layout';

interface Doings {
  role: string;
  currentTerm: number | null;
  stoodFor: number;
  votesReceived: number;
  heardAtMs: number | null;
  down: boolean;
}

const FROM_A_LEADER: ReadonlySet<unknown> = new Set(['AppendEntries', 'InstallSnapshot']);

export function raftDoings(steps: readonly Step[], boxes: readonly string[]): Fact[] {
  const complete = (steps[0]?.sequence ?? 0) === 0;
  const all = new Map(boxes.map(box => [box, nothingYet(complete)]));
  for (const step of steps) {
    if (!('box' in step) || step.box === null) continue;
    const doings = all.get(step.box);
    if (doings !== undefined) count(doings, step);
  }
  return [...all].map(([who, doings]) => ({who, what: sentence(doings, complete)}));
}

function nothingYet(complete: boolean): Doings {
  return {
    role: complete ? 'follower' : 'role unknown', currentTerm: complete ? 0 : null,
    stoodFor: 0, votesReceived: 0, heardAtMs: null, down: false,
  };
}

function count(doings: Doings, step: Step): void {
  if (step.kind === 'crash') {
    doings.down = true;
  } else if (step.kind === 'input' && step.input.kind === 'boot') {
    Object.assign(doings, {down: false, role: 'follower'});
  } else if (step.kind === 'input' && step.input.kind === 'receive') {
    const message = fieldsOf(step.input.message);
    if (FROM_A_LEADER.has(message?.['type'])) doings.heardAtMs = step.atMs;
    if (message?.['type'] === 'RequestVoteResults' && message['voteGranted'] === true) {
      doings.votesReceived += 1;
    }
  } else if (step.kind === 'effect' && step.effect.kind === 'changed') {
    const changed = fieldsOf(step.effect.fields) ?? {};
    stand(doings, changed);
    if (typeof changed['role'] === 'string') doings.role = changed['role'];
    if (typeof changed['currentTerm'] === 'number') doings.currentTerm = changed['currentTerm'];
  }
}

/** A candidate that starts over changes its term only. */
function stand(doings: Doings, changed: Readonly<Record<string, unknown>>): void {
  const role = changed['role'] ?? doings.role;
  if (role === 'candidate' && ('currentTerm' in changed || doings.role !== 'candidate')) {
    doings.stoodFor += 1;
  }
}

function sentence(doings: Doings, complete: boolean): string {
  const term = doings.currentTerm === null ? '' : `, term ${doings.currentTerm}`;
  const heard = doings.heardAtMs === null ? 'never heard from a leader'
    : `heard from a leader at t=${doings.heardAtMs}ms`;
  const since = complete ? '' : ' (as far as the trace goes back)';
  return `${doings.down ? 'crashed' : doings.role}${term}; stood ${times(doings.stoodFor)}, got `
    + `${counted(doings.votesReceived, 'vote')}; ${heard}${since}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
