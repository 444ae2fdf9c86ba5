/**
 * Reads a whole log by its own methods, and says what is wrong with what was read.
 *
 * Promises: the entries are read in two ways, one by one and from an index on. Where the two
 * differ, the method that is wrong is blamed; where they agree, the call that changed the log is.
 * Read next: log-diagnosis.ts, which recognises common mistakes.
 */
import type {Json, LogEntry} from '#raft';
import type {Answer, Operation} from '../../harness/host/script';
import {LabFailure} from '../../harness/world/lab-failure';
import type {Fact} from '../../harness/world/lab-failure';
import {diagnose} from './log-diagnosis';
import {printCode, printTermsCode} from './log-code';
import {draw, firstDifference, isSame, jsonOf} from './log-notation';
import {shownAnswer, wrongValue} from './log-verdicts';

/** 'brief' asks for the entries and where they end, 'whole' asks everything. */
export type Extent = 'whole' | 'brief';

/** The call that may have changed the log last. */
export interface Change {
  readonly call: string;
  readonly before: readonly LogEntry[];
  readonly entries: readonly LogEntry[];
  /** The index that `entries` follow. */
  readonly after?: number;
  /** false: the call must have been refused. */
  readonly success?: boolean;
  /** Not a call at all: somebody changed an object of theirs. */
  readonly fromOutside?: boolean;
}

/** Indexes past the end that are asked for too. */
const BEYOND = 2;

/** A question to the log, and its one right answer. */
interface Question {
  readonly operation: Operation;
  readonly said: string;
  readonly right: Json | undefined;
}

export function readingOf(count: number, extent: Extent): readonly Operation[] {
  const entries = extent === 'whole'
    ? indexes(1, count + BEYOND).map(index => asked('entryAt', index)) : [];
  return [
    asked('entriesFrom', 1), ...entries,
    ...questionsAbout([], count, extent).map(question => question.operation),
  ];
}

/** @throws LabFailure */
export function judgeReading({answers, entries, extent, change}: {
  readonly answers: readonly Answer[]; readonly entries: readonly LogEntry[];
  readonly extent: Extent; readonly change: Change;
}): void {
  const together = listIn(answers[0]!, entries);
  const count = extent === 'whole' ? entries.length + BEYOND : 0;
  const oneByOne = trimmed(answers.slice(1, 1 + count).map(valueIn));
  const wrong = firstDifference(together, entries);
  const wrongAlone = extent === 'whole' ? firstDifference(oneByOne, entries) : wrong;
  if (wrong !== -1 && wrongAlone === -1) {
    throw methodsDiffer('entriesFrom(1)', answers[0]!, together, entries);
  }
  if (wrong === -1 && wrongAlone !== -1) {
    throw methodsDiffer(`entryAt(${wrongAlone + 1})`, answers[wrongAlone + 1]!, oneByOne, entries);
  }
  if (wrong !== -1) throw diagnose({held: together, wanted: entries, change});
  judgeQuestions(questionsAbout(entries, entries.length, extent), answers.slice(1 + count));
}

function judgeQuestions(questions: readonly Question[], answers: readonly Answer[]): void {
  questions.forEach(({said, right}, n) => {
    const answer = answers[n]!;
    const isRight = right === undefined ? 'undefined' in answer
      : 'value' in answer && isSame(answer.value, right);
    if (isRight) return;
    throw wrongValue({
      claim: `RaftLog answered ${said} with ${shownAnswer(answer)} — it contradicts the entries.`,
      got: answer, wanted: right, who: said, code: printCode(`log.${said}`, right),
    });
  });
}

/** Everything that follows from the entries. */
function questionsAbout(
  entries: readonly LogEntry[], count: number, extent: Extent,
): readonly Question[] {
  const ends: Question[] = [
    {operation: {get: 'lastIndex', on: 'log'}, said: 'lastIndex', right: entries.length},
    {operation: {get: 'lastTerm', on: 'log'}, said: 'lastTerm', right: entries.at(-1)?.term ?? 0},
  ];
  if (extent === 'brief') return ends;
  return [
    ...ends,
    question('termAt', 0, 0),
    ...indexes(1, count + BEYOND).map(at => question('termAt', at, entries[at - 1]?.term)),
    question('entryAt', 0, undefined),
    ...indexes(2, count + BEYOND).map(at =>
      question('entriesFrom', at, jsonOf(entries.slice(at - 1)))),
  ];
}

function question(method: string, index: number, right: Json | undefined): Question {
  return {operation: asked(method, index), said: `${method}(${index})`, right};
}

function asked(method: string, index: number): Operation {
  return {call: method, on: 'log', arguments: [index]};
}

function methodsDiffer(
  method: string, answer: Answer, read: readonly unknown[], entries: readonly LogEntry[],
): LabFailure {
  const other = method.startsWith('entryAt') ? 'entriesFrom(1)' : 'entryAt';
  const position = firstDifference(read, entries);
  const isList = 'value' in answer && Array.isArray(answer.value);
  const facts: Fact[] = [
    {who: method, what: isList ? draw(read) : shownAnswer(answer)},
    {who: other, what: `${draw(entries)}, as it must be`},
    {who: 'first wrong', what: `index ${position + 1}: ${detail(read[position])}, where ` +
      `${detail(entries[position])} belongs`},
  ];
  return new LabFailure({
    kind: 'contract', facts,
    code: isList
      ? codeOfList(read, entries) : printCode(`log.${method}`, jsonAt(entries, position)),
    claim: `RaftLog gives a wrong answer to ${method} — ${other} finds the right entries.`,
    why: {
      source: '§5.3',
      text: 'A leader sends what entriesFrom gives it, with the term before it as prevLogTerm: ' +
        'entries that are off by one are refused, or stored in the wrong place.',
    },
  });
}

/** Prints the terms of entriesFrom(1), or the first entry whose term is right and the rest not. */
function codeOfList(read: readonly unknown[], entries: readonly LogEntry[]): readonly string[] {
  const position = firstDifference(read, entries);
  return draw(read) === draw(entries)
    ? printCode(`log.entriesFrom(1)[${position}]`, jsonAt(entries, position))
    : printTermsCode(entries);
}

function jsonAt(entries: readonly LogEntry[], position: number): Json | undefined {
  return jsonOf(entries.slice(position, position + 1))[0];
}

/** The code that asks one question of a reading. */
export function codeAsking(operation: Operation, entries: readonly LogEntry[]): readonly string[] {
  if ('get' in operation) {
    const known = questionsAbout(entries, 0, 'brief').find(({said}) => said === operation.get);
    return printCode(`log.${operation.get}`, known?.right);
  }
  if (!('call' in operation)) return [];
  const index = Number(operation.arguments?.[0]);
  const right: Readonly<Record<string, Json | undefined>> = {
    entriesFrom: jsonOf(entries.slice(index - 1)),
    entryAt: index === 0 ? undefined : jsonAt(entries, index - 1),
    termAt: index === 0 ? 0 : entries[index - 1]?.term,
  };
  return printCode(`log.${operation.call}(${index})`, right[operation.call]);
}

function detail(entry: unknown): string {
  return entry === undefined ? 'nothing' : JSON.stringify(entry);
}

/** @throws LabFailure */
function listIn(answer: Answer, entries: readonly LogEntry[]): readonly unknown[] {
  if ('value' in answer && Array.isArray(answer.value)) return answer.value as readonly unknown[];
  throw new LabFailure({
    kind: 'contract',
    claim: `RaftLog answered entriesFrom(1) with ${shownAnswer(answer)} — it is an array.`,
    code: printCode('log.entriesFrom(1)', jsonOf(entries)),
    why: {source: '§5.3', text: 'It is what a leader puts into an AppendEntries, empty or not.'},
  });
}

function valueIn(answer: Answer): unknown {
  return 'value' in answer ? answer.value : undefined;
}

/** Without the places behind the last entry. */
function trimmed(read: readonly unknown[]): readonly unknown[] {
  const last = read.findLastIndex(entry => entry !== undefined);
  return read.slice(0, last + 1);
}

function indexes(first: number, last: number): readonly number[] {
  return Array.from({length: Math.max(0, last - first + 1)}, (_, n) => first + n);
}
