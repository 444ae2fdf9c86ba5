/**
 * A log as a list of terms that is never changed, only followed by another one: what random
 * histories are judged by.
 *
 * Written as the paper states the outcome, not as a receiver goes about it: the new log is either
 * the old one, or everything up to prevLogIndex and then the leader's entries.
 * Read next: log-histories.ts.
 */

/** The term at index i is log[i - 1]. */
export type ModelLog = readonly number[];

export interface ModelRequest {
  readonly prevLogIndex: number;
  readonly prevLogTerm: number;
  readonly terms: readonly number[];
}

/** What a request may come to; goals of the random histories. */
export type Outcome =
  | 'a refusal' | 'a late request' | 'a conflict' | 'an earlier term in place of a later one'
  | 'an overlap that goes on';

export interface Judged {
  readonly success: boolean;
  readonly after: ModelLog;
  readonly outcomes: readonly Outcome[];
}

export function judgeRequest(log: ModelLog, request: ModelRequest): Judged {
  const {prevLogIndex, prevLogTerm, terms} = request;
  const fits = prevLogIndex === 0 || log[prevLogIndex - 1] === prevLogTerm;
  if (!fits) return {success: false, after: log, outcomes: ['a refusal']};
  const asked = [...log.slice(0, prevLogIndex), ...terms];
  const common = Math.min(asked.length, log.length);
  const conflict = asked.slice(0, common).findIndex((term, n) => term !== log[n]);
  const after = conflict === -1 && asked.length <= log.length ? log : asked;
  return {success: true, after, outcomes: outcomesOf(log, asked, conflict, prevLogIndex)};
}

function outcomesOf(
  log: ModelLog, asked: ModelLog, conflict: number, prevLogIndex: number,
): readonly Outcome[] {
  if (conflict === -1) {
    if (asked.length < log.length) return ['a late request'];
    const overlaps = prevLogIndex < log.length && asked.length > log.length;
    return overlaps ? ['an overlap that goes on'] : [];
  }
  return asked[conflict]! < log[conflict]!
    ? ['a conflict', 'an earlier term in place of a later one'] : ['a conflict'];
}
