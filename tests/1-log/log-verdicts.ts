/**
 * The failures of single calls: thrown, not refused, or answered wrongly.
 *
 * Read next: log-reading.ts, the failures of a whole log.
 */
import type {Json, LogEntry} from '#raft';
import type {Answer, ScriptValue, Thrown} from '../../harness/host/script';
import {LabFailure} from '../../harness/world/lab-failure';
import {codeOf, draw, positionOf} from './log-notation';

/** An argument as a person writes it in TypeScript. */
export function shown(value: ScriptValue): string {
  if (typeof value !== 'object' || value === null) return codeOf(value);
  if (isList(value)) return `[${value.map(shown).join(', ')}]`;
  if ('$special' in value) return String(value.$special);
  if ('$json' in value) return codeOf(value.$json as Json);
  return `{${Object.entries(value).map(([key, part]) => `${key}: ${shown(part)}`).join(', ')}}`;
}

/** Array.isArray does not know lists that cannot be changed. */
function isList(value: ScriptValue): value is readonly ScriptValue[] {
  return Array.isArray(value);
}

export function shownAnswer(answer: Answer): string {
  if ('value' in answer) return cut(codeOf(answer.value));
  if ('undefined' in answer) return 'undefined';
  if ('threw' in answer) return `${answer.threw.name}: ${answer.threw.message}`;
  if ('refused' in answer) return `something else than JSON: ${answer.refused}`;
  return Object.keys(answer).join();
}

export function unexpectedThrow(
  {name, message}: Thrown, call: string, stack: readonly string[],
): LabFailure {
  const claim = name === 'not an Error'
    ? `RaftLog threw ${cut(message)} in ${cut(call)} — an error is an Error, with a message.`
    : `RaftLog threw ${name} in ${cut(call)} — nothing is wrong with this call.`;
  return new LabFailure({
    kind: 'contract', claim, stack,
    facts: name === 'not an Error' ? [] : [{who: 'it said', what: message}],
    why: {
      source: '§5.3',
      text: 'A server asks its log with every message. One that throws where it should answer ' +
        'stops its server.',
    },
  });
}

export function wrongValue({claim, got, wanted, who, code}: {
  readonly claim: string; readonly got: Answer; readonly wanted: Json | undefined;
  readonly who: string; readonly code?: readonly string[];
}): LabFailure {
  return new LabFailure({
    kind: 'contract', claim, ...(code === undefined ? {} : {code}),
    facts: [
      {who: cut(who, 40), what: shownAnswer(got)},
      {who: 'the answer is', what: wanted === undefined ? 'undefined' : cut(codeOf(wanted))},
    ],
    why: {
      source: 'Figure 2, "State"',
      text: 'All rules of Raft are written in terms of these answers: the last index and its ' +
        'term, the term at an index, the entries from an index on.',
    },
  });
}

/** An AppendEntries that was answered with something else than it should. */
export function wrongAnswer({answer, before, prev, success}: {
  readonly answer: Answer; readonly before: readonly LogEntry[];
  readonly prev: string; readonly success: boolean;
}): LabFailure {
  const isBoolean = 'value' in answer && typeof answer.value === 'boolean';
  const {index, term} = positionOf(prev);
  const here = index === 0 ? 'the beginning' : before[index - 1] === undefined
    ? 'no entry' : `an entry of term ${before[index - 1]!.term}`;
  const facts = [
    {who: 'the log', what: draw(before)},
    {who: 'prevLogIndex', what: `${index}: the log has ${here} there`},
    {who: 'prevLogTerm', what: String(term)},
    {who: 'it answered', what: shownAnswer(answer)},
  ];
  const rule = success
    ? 'the entry before the new ones is there'
    : here === 'no entry' ? 'entries behind a gap would leave a hole'
      : 'the entry before the new ones is of another term';
  const claim = isBoolean
    ? `RaftLog ${success ? 'refused' : 'accepted'} an AppendEntries after ${prev} — ${rule}.`
    : `RaftLog answered an AppendEntries with ${shownAnswer(answer)} — it is true or false.`;
  return new LabFailure({
    kind: 'contract', claim, facts,
    why: {
      source: '§5.3; Figure 2, "AppendEntries RPC", step 2',
      text: 'The consistency check is the induction step behind Log Matching: if the entry ' +
        'before the new ones is the leader\'s, all before it are too.',
    },
  });
}

/** What is wrong with the refusal of a bad argument, if anything is. */
export function badlyRefused(answer: Answer, call: string, naming: string): LabFailure | undefined {
  const why = {
    source: 'skeleton/log.ts, "How to read the contract"',
    text: naming === 'term'
      ? 'An entry with a bad term stays in the log and is sent on, and every later comparison ' +
        'of terms goes wrong; an error that names the term shows it at once.'
      : 'A bad index that is answered like a good one hides a mistake elsewhere for a long ' +
        'time; an error that names the argument shows it at once.',
  };
  if (!('threw' in answer)) {
    return new LabFailure({
      kind: 'contract', why,
      claim: `RaftLog took a bad argument — it must refuse it with an error that names ${naming}.`,
      facts: [{who: 'the call', what: call}, {who: 'it answered', what: shownAnswer(answer)}],
    });
  }
  const {name, message} = answer.threw;
  if (name !== 'not an Error' && new RegExp(`\\b${naming}\\b`).test(message)) return undefined;
  return new LabFailure({
    kind: 'contract', why,
    claim: 'RaftLog refused a bad argument without naming it — the error\'s message says ' +
      `"${naming}".`,
    facts: [{who: 'the call', what: call}, {who: 'it said', what: `${name}: ${message}`}],
  });
}

function cut(text: string, width = 60): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
