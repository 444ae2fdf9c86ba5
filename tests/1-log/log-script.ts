/**
 * The language of the log's tests: a script of calls, each with what it must come to.
 *
 *   await new LogScript(object)
 *     .start('1 1 4').appendEntries('2/1', '3', true).holds('1 1 3').run();
 *
 * Promises: the whole script is one call of the box, and is judged outside, in order. The first
 * thing that is wrong becomes a LabFailure with both logs drawn and the calls that led there.
 * Read next: log-reading.ts, how a log is read and judged; 02-append-entries.spec.ts.
 */
import type {Json, LogEntry} from '#raft';
import type {Answer, Operation, ScriptValue} from '../../harness/host/script';
import type {ScriptedObject} from '../../harness/scenario/scripted-object';
import {LabFailure} from '../../harness/world/lab-failure';
import {
  appendAllCode, callCode, constantCode, OPENING, pasted, printCode, printRefusalCode,
  printRequestCode, refusedCode, requestCode,
} from './log-code';
import type {StepCode} from './log-code';
import {codeOf, entriesOf, isSame, jsonOf, places, positionOf} from './log-notation';
import {codeAsking, judgeReading, readingOf} from './log-reading';
import type {Change, Extent} from './log-reading';
import {
  badlyRefused, shown, shownAnswer, unexpectedThrow, wrongAnswer, wrongValue,
} from './log-verdicts';

interface Step extends StepCode {
  readonly operations: readonly Operation[];
  /** How a person would write it; none for a question, which later steps do not need. */
  readonly code: readonly string[];
  /** Prints what is wrong with the step, unless its failure knows better. */
  readonly shows: readonly string[];
  /** @throws LabFailure */
  judge(answers: readonly Answer[]): void;
}

export class LogScript {
  private readonly steps: Step[] = [];
  /** What the log must hold at this point of the script. */
  private held: readonly LogEntry[] = [];
  /** Whether `held` is known and has not been compared with the log since it changed. */
  private isUnread = false;
  /** The last call that may have changed the log. */
  private change: Change = {call: 'new RaftLog()', before: [], entries: []};

  constructor(private readonly object: ScriptedObject) {
    this.steps.push({
      operations: [{construct: 'RaftLog', as: 'log'}], code: OPENING,
      shows: printCode('new RaftLog().lastIndex', 0),
      judge: ([answer]) => this.mustNotThrow(answer!, 'new RaftLog()'),
    });
  }

  /** A log made by append alone. */
  start(drawn: string): this {
    return this.appendAll(entriesOf(drawn));
  }

  appendAll(entries: readonly LogEntry[]): this {
    this.changing(entries.length === 1 ? 'append()' : 'the appends', entries);
    const first = this.held.length + 1;
    this.held = [...this.held, ...entries];
    return this.step({
      operations: entries.map(entry => called('append', [json(entry)])),
      code: appendAllCode(entries), shows: [],
      judge: answers => answers.forEach((answer, n) => {
        const call = `append(${codeOf({...entries[n]!})})`;
        showing(
          () => [...appendAllCode(entries.slice(0, n)), ...printCode(`log.${call}`, first + n)],
          () => this.mustAnswer(answer, first + n, call),
        );
      }),
    });
  }

  /**
   * @param prev where the entries follow, '3/1': prevLogIndex 3, prevLogTerm 1.
   * @param drawn the terms of the entries that are sent; their commands follow from their places.
   */
  appendEntries(prev: string, drawn: string, success: boolean): this {
    const {index, term} = positionOf(prev);
    const entries = entriesOf(drawn, index);
    const call = `AppendEntries prev=${prev} entries=[${places(entries, index)}]`;
    this.settle();
    const before = this.held;
    this.changing(success ? call : `a refused ${call}`, entries, index, success);
    this.isUnread = !success;
    return this.step({
      operations: [called('appendEntries', [index, term, json(entries)])],
      code: requestCode(index, term, entries), isRefused: !success,
      shows: printRequestCode(index, term, entries, success),
      judge: ([answer]) => {
        this.mustNotThrow(answer!, call);
        if (isAnswer(answer!, success)) return;
        throw wrongAnswer({answer: answer!, before, prev, success});
      },
    });
  }

  /** A call of any method that must be refused with an error naming an argument. */
  refuses(method: string, given: readonly ScriptValue[], naming: string): this {
    const call = `${method}(${given.map(shown).join(', ')})`;
    const code = callCode(method, given.map(shown));
    this.settle();
    this.changing(`a refused ${method}()`, [], 0, false);
    return this.step({
      operations: [called(method, given)],
      code: refusedCode(code), shows: printRefusalCode(code, naming), isRefused: true,
      judge: ([answer]) => {
        const failure = badlyRefused(answer!, call, naming);
        if (failure !== undefined) throw failure;
      },
    });
  }

  /** Makes a value that the script goes on to hold. */
  keep(name: string, value: Json): this {
    return this.step({
      operations: [{make: {$json: value}, as: name}], code: constantCode(name, value), shows: [],
      judge: () => undefined,
    });
  }

  /** Calls with a kept value as last argument; `entries` are what the log gets of it. */
  append(name: string, entry: LogEntry): this {
    this.changing('append()', [entry]);
    this.held = [...this.held, entry];
    return this.step({
      operations: [called('append', [{$ref: name}])], code: [`log.append(${name});`],
      shows: printCode(`log.append(${name})`, this.held.length),
      judge: ([answer]) => this.mustNotThrow(answer!, 'append()'),
    });
  }

  appendKept(prev: string, name: string, entries: readonly LogEntry[]): this {
    const {index, term} = positionOf(prev);
    this.changing(`AppendEntries prev=${prev} entries=[${places(entries, index)}]`, entries, index);
    this.held = [...this.held.slice(0, index), ...entries];
    return this.step({
      operations: [called('appendEntries', [index, term, {$ref: name}])],
      code: [`log.appendEntries(${index}, ${term}, ${name});`],
      shows: printCode(`log.appendEntries(${index}, ${term}, ${name})`, true),
      judge: ([answer]) => this.mustNotThrow(answer!, 'appendEntries()'),
    });
  }

  /** Holds on to what a method hands out. */
  take(name: string, method: 'entryAt' | 'entriesFrom', index: number): this {
    const operation = called(method, [index], name);
    return this.step({
      operations: [operation], code: [`const ${name} = log.${method}(${index});`],
      shows: codeAsking(operation, this.held),
      judge: ([answer]) => this.mustNotThrow(answer!, `${method}(${index})`),
    });
  }

  /** Changes a kept or taken value in place, as its holder could. A frozen one may throw. */
  spoil(name: string, at: readonly (string | number)[], value: Json): this {
    const call = `a change of ${name}${at.map(keyCode).join('')} from outside`;
    this.settle();
    this.changing(call, [], 0, true, true);
    return this.step({
      operations: [{set: {$json: value}, at, of: name}],
      code: [`Reflect.set(${name}${at.slice(0, -1).map(keyCode).join('')}, ` +
        `${codeOf(at.at(-1)!)}, ${codeOf(value)});`],
      shows: [], judge: () => undefined,
    });
  }

  /** A taken value must still be what it was. */
  stillIs(name: string, value: Json): this {
    return this.step({
      operations: [{read: name}], code: [], shows: printCode(name, value),
      judge: ([answer]) => {
        if ('value' in answer! && isSame(answer.value, value)) return;
        throw wrongValue({
          claim: 'RaftLog changed an array that it had handed out — what is handed out is the ' +
            'caller\'s.',
          got: answer!, wanted: value, who: name,
        });
      },
    });
  }

  /** Everything the log can be asked says that it holds just this. */
  holds(drawn: string): this {
    return this.holdsEntries(entriesOf(drawn), 'whole');
  }

  /** The same, asked of as little as tells it. */
  holdsBriefly(drawn: string): this {
    return this.holdsEntries(entriesOf(drawn), 'brief');
  }

  holdsEntries(entries: readonly LogEntry[], extent: Extent): this {
    const {change} = this;
    this.held = entries;
    const operations = readingOf(entries.length, extent);
    this.isUnread = false;
    return this.step({
      operations, code: [], shows: printCode('log.entriesFrom(1)', jsonOf(entries)),
      judge: answers => {
        answers.forEach((answer, n) => showing(
          () => codeAsking(operations[n]!, entries),
          () => this.mustNotThrow(answer, questionOf(operations[n]!)),
        ));
        judgeReading({answers, entries, extent, change});
      },
    });
  }

  /** Sends the script and judges the answers. @throws LabFailure */
  async run(): Promise<void> {
    const answers = await this.object.run(this.steps.flatMap(({operations}) => operations));
    let taken = 0;
    for (const [n, step] of this.steps.entries()) {
      const count = step.operations.length;
      try {
        step.judge(answers.slice(taken, taken + count));
      } catch (error) {
        throw error instanceof LabFailure ? this.withCode(error, n) : error;
      }
      taken += count;
    }
  }

  private withCode(failure: LabFailure, failing: number): LabFailure {
    const shows = failure.parts.code ?? this.steps[failing]!.shows;
    const ledTo = this.steps.slice(0, Math.max(1, failing)).filter(({code}) => code.length > 0);
    return new LabFailure({...failure.parts, code: pasted(ledTo, shows)});
  }

  private step(step: Step): this {
    this.steps.push(step);
    return this;
  }

  private changing(
    call: string, entries: readonly LogEntry[], after = this.held.length, success = true,
    fromOutside = false,
  ): void {
    this.change = {call, before: this.held, entries, after, success, fromOutside};
    this.isUnread = true;
  }

  /** Before the next change, so that no call is blamed for what went wrong in the one before. */
  private settle(): void {
    if (this.isUnread) this.holdsEntries(this.held, 'brief');
  }

  private mustAnswer(answer: Answer, value: Json | undefined, call: string): void {
    this.mustNotThrow(answer, call);
    if (isAnswer(answer, value)) return;
    throw wrongValue({
      claim: `RaftLog answered ${call} with ${shownAnswer(answer)} — the answer is ` +
        `${value === undefined ? 'undefined' : codeOf(value)}.`,
      got: answer, wanted: value, who: call,
    });
  }

  private mustNotThrow(answer: Answer, call: string): void {
    if (!('threw' in answer)) return;
    throw unexpectedThrow(answer.threw, call, this.object.framesOf(answer.threw));
  }
}

/** Gives a failure the code that shows it. */
function showing(code: () => readonly string[], judge: () => void): void {
  try {
    judge();
  } catch (error) {
    throw error instanceof LabFailure ? new LabFailure({...error.parts, code: code()}) : error;
  }
}

function called(method: string, given: readonly ScriptValue[], as?: string): Operation {
  return {call: method, on: 'log', arguments: given, ...(as === undefined ? {} : {as})};
}

function questionOf(operation: Operation): string {
  if ('get' in operation) return operation.get;
  if (!('call' in operation)) return '?';
  return `${operation.call}(${(operation.arguments ?? []).map(shown).join(', ')})`;
}

function json(value: unknown): ScriptValue {
  return {$json: value as Json};
}

function isAnswer(answer: Answer, value: Json | undefined): boolean {
  if (value === undefined) return 'undefined' in answer;
  return 'value' in answer && isSame(answer.value, value);
}

function keyCode(key: string | number): string {
  return typeof key === 'number' ? `[${key}]` : `.${key}`;
}
