/**
 * Finds logs whose questions take longer the longer the log is.
 *
 * The judge is the watchdog of the host, which ends an input after half a second of CPU time: a log
 * that only looks at its end needs little of it, one that copies itself for each question needs
 * many times as much. No clock is read here.
 * Read next: 05-long-logs.spec.ts.
 */
import type {LogEntry} from '#raft';
import type {Operation} from '../../harness/host/script';
import type {ScriptedObject} from '../../harness/scenario/scripted-object';
import {LabFailure} from '../../harness/world/lab-failure';
import {jsonOf} from './log-notation';

/** Fills a log with entries and asks the questions, in one input. @throws LabFailure */
export async function expectQuick(
  object: ScriptedObject, entries: readonly LogEntry[], questions: readonly Operation[],
): Promise<void> {
  const filled: Operation[] = [
    {construct: 'RaftLog', as: 'log'},
    {call: 'appendEntries', on: 'log', arguments: [0, 0, {$json: jsonOf(entries)}]},
  ];
  try {
    await object.run([...filled, ...questions]);
  } catch (error) {
    if (!(error instanceof LabFailure) || !error.parts.claim.includes('does not end')) throw error;
    throw new LabFailure({
      kind: 'contract',
      claim: `RaftLog is stuck over ${questions.length} questions in a log of ${entries.length} ` +
        'entries — lastIndex, lastTerm and termAt take the same time in any log.',
      facts: [{who: 'it took', what: 'more than 0.5 s of CPU time; 10 ms are plenty'}],
      why: {
        source: 'skeleton/log.ts, promise 4',
        text: 'A server asks its log several times for each message, and its tests send hundreds ' +
          'of thousands.',
      },
      hint: 'Which of them goes through all entries, or copies them?',
      stack: error.parts.stack ?? [],
    });
  }
}
