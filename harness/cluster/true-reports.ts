/**
 * Compares what servers reported, change by change, with their whole state at the end of a run.
 *
 * Reports find changes of the log by its terms, so an entry whose command was changed in place, or
 * one in the middle that was swapped, shows only here.
 * Paper: §5.3, Log Matching.
 * Read next: server-view.ts.
 */
import type {LogEntry} from '../raft/messages';
import {LabFailure} from '../world/lab-failure';
import type {ServerView} from './server-view';

/** What the call 'inspect' answers, as far as it is compared. */
export interface WholeState {
  readonly log: {readonly from: number; readonly entries: readonly LogEntry[]};
  readonly currentTerm: number;
  readonly commitIndex: number;
}

/** @throws LabFailure if the state is not what the reports add up to. */
export function expectTrueReport(view: ServerView, whole: WholeState, atMs: number): void {
  const {from, entries} = whole.log;
  for (let n = 0; n < Math.max(entries.length, view.log.length - from + 1); n++) {
    const index = from + n;
    const reported = JSON.stringify(view.log[index - 1]);
    const held = JSON.stringify(entries[n]);
    if (reported === held) continue;
    throw new LabFailure({
      kind: 'safety',
      claim: `Log Matching is broken: the entry at index ${index} of ${view.id} changed after it ` +
        'was appended.',
      facts: [
        {who: view.id, what: `appended ${reported ?? 'nothing'} at index ${index}`},
        {who: view.id, what: `now holds ${held ?? 'nothing'} there`, atMs},
      ],
      why: {
        source: '§5.3, Figure 3',
        text: 'An entry is never changed, only cut off and replaced by a leader’s. Is an entry ' +
          'object shared with somebody who changes it?',
      },
    });
  }
}
