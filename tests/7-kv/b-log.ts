/**
 * A log that begins behind a snapshot: what was done to it, and every answer it must give then.
 *
 *   expectLog(object, {log: '1 1 3 3', does: [discard(2)], then: '[2/1] 3 3', because: '…'})
 *
 * A log is drawn as Figure 7 draws it; '[2/1]' before it is the last entry of the snapshot, index
 * and term, and what is drawn behind begins at the index after it. '' and '[0/0]' are an empty log.
 * Promises: the whole row is one call of the box and is judged outside; a failure shows the code.
 * Read next: b-01-log.spec.ts.
 */
import type {Json, LogEntry} from '../../harness/raft/messages';
import type {Answer, Operation} from '../../harness/host/script';
import {LabFailure} from '../../harness/scenario';
import type {Row} from '../../harness/scenario';
import type {ScriptedObject} from '../../harness/scenario/scripted-object';
import {appendAllCode, OPENING, printCode, requestCode} from '../1-log/log-code';
import {codeOf, entriesOf, isSame, jsonOf, positionOf} from '../1-log/log-notation';
import {shownAnswer} from '../1-log/log-verdicts';

/** One call, as a person would write it, and what it must answer; undefined: that is not asked. */
interface Step {
  readonly operation: Operation;
  readonly code: readonly string[];
  readonly answer?: boolean | 'refused';
}

export interface LogCase extends Row {
  readonly log: string;
  readonly does: readonly Step[];
  /** '[2/1] 3 3'. */
  readonly then: string;
}

export function discard(index: number): Step {
  return step('discardThrough', [index]);
}

/** A discardThrough that must be refused with an error. */
export function mayNotDiscard(index: number): Step {
  return {...discard(index), answer: 'refused'};
}

export function reset(place: string): Step {
  const {index, term} = positionOf(place);
  return step('resetTo', [index, term]);
}

/** @param place where the new entry will be: '5/3'. */
export function append(place: string): Step {
  return step('append', [{term: positionOf(place).term, command: place}]);
}

/** An AppendEntries whose entries, drawn, follow the one at `prev`. */
export function request(prev: string, drawn: string, answer: boolean): Step {
  const {index, term} = positionOf(prev);
  const entries = entriesOf(drawn, index);
  return {
    ...step('appendEntries', [index, term, jsonOf(entries)]),
    code: requestCode(index, term, entries), answer,
  };
}

/** Does what the row says, asks everything that can be asked, and judges. @throws LabFailure */
export async function expectLog(object: ScriptedObject, row: LogCase): Promise<void> {
  const made = entriesOf(row.log);
  const opening: readonly Operation[] = [
    {construct: 'RaftLog', as: 'log'},
    ...jsonOf(made).map(entry => call('append', [entry])),
  ];
  const questions = questionsAbout(row.then);
  const answers = await object.run([
    ...opening, ...row.does.map(({operation}) => operation),
    ...questions.map(({operation}) => operation),
  ]);
  const code = [...OPENING, ...appendAllCode(made)];
  row.does.forEach((done, n) => {
    judgeStep(done, answers[opening.length + n]!, {row, code, object});
    code.push(...done.answer === 'refused' ? [`try { ${done.code.join(' ')} } catch {}`]
      : done.code);
  });
  const asked = answers.slice(opening.length + row.does.length);
  questions.forEach((question, n) => judgeQuestion(question, asked[n]!, {row, code, object}));
}

interface About {
  readonly row: LogCase;
  /** What led here, to be pasted. */
  readonly code: readonly string[];
  readonly object: ScriptedObject;
}

function judgeStep({code, answer: wanted}: Step, answer: Answer, about: About): void {
  const said = code.join(' ').replace(/^log\.|;$/g, '');
  if (wanted === 'refused') {
    if ('threw' in answer) return;
    throw failure(about, {
      claim: `RaftLog took ${said} for granted — it must refuse it with an error`,
      got: answer, shows: [...code, '// must throw an error'], said,
    });
  }
  if ('threw' in answer) {
    throw failure(about, {
      claim: `RaftLog threw ${answer.threw.name} in ${said} — nothing is wrong with this call`,
      got: answer, shows: code, said,
    });
  }
  if (wanted === undefined || ('value' in answer && answer.value === wanted)) return;
  throw failure(about, {
    claim: `RaftLog ${wanted ? 'refused' : 'accepted'} ${said} — it must ` +
      `${wanted ? 'accept' : 'refuse'} it`,
    got: answer, shows: printCode(code.join(' ').replace(/;$/, ''), wanted), said,
  });
}

/** A question to the log, and its one right answer. */
interface Question {
  readonly operation: Operation;
  readonly said: string;
  readonly right: Json | undefined;
}

function judgeQuestion({said, right}: Question, answer: Answer, about: About): void {
  const isRight = right === undefined ? 'undefined' in answer
    : 'value' in answer && isSame(answer.value, right);
  if (isRight) return;
  const wanted = right === undefined ? 'undefined' : codeOf(right);
  throw failure(about, {
    claim: `RaftLog answers ${said} with ${shownAnswer(answer)} — it must be ${wanted}`,
    got: answer, shows: printCode(`log.${said}`, right), said,
  });
}

function failure({row, code, object}: About, {claim, got, shows, said}: {
  readonly claim: string; readonly got: Answer; readonly said: string;
  readonly shows: readonly string[];
}): LabFailure {
  const thrown = 'threw' in got ? {stack: object.framesOf(got.threw)} : {};
  return new LabFailure({
    kind: 'contract', claim: `${claim}: ${row.because}.`, ...thrown,
    code: [...code, ...shows],
    facts: [
      {who: 'before', what: row.log === '' ? '(empty)' : row.log},
      {who: said, what: shownAnswer(got)},
      {who: 'must hold', what: row.then},
    ],
    why: {
      source: '§7, Figure 12; harness/raft/log-interface.ts',
      text: 'A snapshot replaces the beginning of the log, and indexes stay what they were. Of ' +
        'what it replaces only the last entry is still known, by its index and its term: the ' +
        'consistency check of the next entry needs them.',
    },
  });
}

/** Everything that follows from the drawing. */
function questionsAbout(drawn: string): readonly Question[] {
  const {boundary, entries} = parsed(drawn);
  const {index, term} = boundary;
  const last = index + entries.length;
  const termAt = (at: number, right: number | undefined): Question => asked('termAt', at, right);
  const gone = [...new Set([1, index - 1, index])].filter(at => at > 0 && at <= index);
  return [
    got('lastIncludedIndex', index), got('lastIncludedTerm', term),
    got('lastIndex', last), got('lastTerm', entries.at(-1)?.term ?? term),
    ...index === 0 ? [] : [termAt(index, term)],
    termAt(0, 0), ...gone.filter(at => at < index).map(at => termAt(at, undefined)),
    ...entries.map((entry, n) => termAt(index + n + 1, entry.term)), termAt(last + 1, undefined),
    ...gone.map(at => asked('entryAt', at, undefined)),
    ...jsonOf(entries).map((entry, n) => asked('entryAt', index + n + 1, entry)),
    asked('entryAt', last + 1, undefined),
    ...Array.from({length: entries.length + 1}, (_, n) =>
      asked('entriesFrom', index + n + 1, jsonOf(entries.slice(n)))),
  ];
}

function parsed(drawn: string): {
  readonly boundary: ReturnType<typeof positionOf>; readonly entries: readonly LogEntry[];
} {
  const [, place = '0/0', behind = ''] = /^(?:\[(.*?)\])? ?(.*)$/.exec(drawn) ?? [];
  const boundary = positionOf(place);
  return {boundary, entries: entriesOf(behind, boundary.index)};
}

function asked(method: string, index: number, right: Json | undefined): Question {
  return {operation: call(method, [index]), said: `${method}(${index})`, right};
}

function got(property: string, right: Json): Question {
  return {operation: {get: property, on: 'log'}, said: property, right};
}

function step(method: string, given: readonly Json[]): Step {
  return {
    operation: call(method, given), code: [`log.${method}(${given.map(codeOf).join(', ')});`],
  };
}

function call(method: string, given: readonly Json[]): Operation {
  return {call: method, on: 'log', arguments: given.map($json => ({$json}))};
}
