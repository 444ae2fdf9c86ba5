/**
 * A verdict as a failure that a person can act on: the claim, the few operations that show it, and
 * what each server had applied.
 *
 * Paper: §8.
 * Promises: the same history gives the same words. Every claim is about what clients saw; what the
 * servers did wrong is left to the reader, with a question where one is likely to help.
 * Read next: diagnose.ts, evidence.ts.
 */
import type {Fact, FailureParts} from '../world/lab-failure';
import type {Verdict} from './check';
import type {Diagnosis} from './diagnose';
import {diagnose} from './diagnose';
import type {Evidence} from './evidence';
import {gatherEvidence, Trials} from './evidence';
import type {Operation} from './history';
import type {Model} from './model';

/** When the operation returned that broke the history, and on which part. */
export interface Moment {
  readonly atMs: number;
  readonly key: string;
}

export interface ExplainOptions {
  /** What each server had applied then, one fact a server: {who: 'S1', what: 'index 1 to 7'}. */
  readonly applied?: (moment: Moment) => readonly Fact[];
}

/** Lines of evidence, those about servers included. */
const FACTS_AT_MOST = 10;
const OPERATIONS_AT_LEAST = 4;

/** What to tell about a verdict; null if all is well. */
export function explain<Input, Output, State>(
  model: Model<Input, Output, State>, verdict: Verdict<Input, Output, State>,
  options: ExplainOptions = {},
): FailureParts | null {
  switch (verdict.verdict) {
    case 'ok': return null;
    case 'unknown': return undecided(model.describePart(verdict.key), verdict);
    case 'violation': {
      const trials = new Trials(model);
      const evidence = gatherEvidence(trials, verdict.violation.operations);
      const diagnosis = diagnose(trials, evidence);
      return new Explanation(model, evidence, diagnosis).parts(verdict.key, options);
    }
  }
}

function undecided(
  part: string, {steps, memoEntries}: {readonly steps: number; readonly memoEntries: number},
): FailureParts {
  return {
    kind: 'kit',
    claim: `What clients did to ${part} is neither proved linearizable nor proved wrong: the ` +
      `check gave up after ${steps} steps and ${memoEntries} memo entries.`,
    why: {
      source: '§8',
      text: 'Too many operations were under way at once, or ended without an answer. Nothing ' +
        'is said about your servers.',
    },
  };
}

/** A sentence about the history, why it must not be, and what to ask oneself. */
interface Telling {
  readonly claim: string;
  readonly rule: string;
  readonly hint?: string;
  /** Operations it speaks of that are not among the facts. */
  readonly besides?: readonly Operation<unknown, unknown>[];
}

const DEFINITION = 'Linearizable: each operation seems to happen at one instant between its ' +
  'invocation and its return, and all clients see the same order.';

class Explanation<Input, Output, State> {
  constructor(
    private readonly model: Model<Input, Output, State>,
    private readonly evidence: Evidence<Input, Output>,
    private readonly diagnosis: Diagnosis<Input, Output>,
  ) {}

  parts(key: string, {applied}: ExplainOptions): FailureParts {
    const {claim, rule, hint, besides = []} = this.telling(key);
    const {last} = this.evidence;
    const servers = applied?.({atMs: last.returnedAtMs ?? last.invokedAtMs, key}) ?? [];
    return {
      kind: 'safety',
      claim: `Linearizability is broken: ${claim}.`,
      facts: this.facts(key, new Set(besides.map(({id}) => id)), servers),
      why: {source: '§8', text: `${DEFINITION} ${rule}`},
      ...(hint === undefined ? {} : {hint}),
    };
  }

  private telling(key: string): Telling {
    const {diagnosis, evidence: {last}} = this;
    const part = this.model.describePart(key);
    switch (diagnosis.kind) {
      case 'stale': return this.stale(diagnosis.missed);
      case 'contradiction': return {
        claim: `${this.returned(last)}, after ${this.returned(diagnosis.missed, 'had ')}`,
        rule: 'What had returned before an operation was invoked comes before it.',
      };
      case 'lost': return this.lost(diagnosis.write);
      case 'twice': return this.twice(diagnosis.write);
      case 'early': return {
        claim: `${this.returned(last)}, before ${this.named(diagnosis.write)} was invoked ` +
          `at t=${diagnosis.write.invokedAtMs}ms`,
        rule: 'Nothing shows what nobody has asked for yet.', besides: [diagnosis.write],
      };
      case 'impossible': return {
        claim: `${this.returned(last)}, which no order of the operations on ${part} can give`,
        rule: 'A result must follow from what clients asked for.',
        hint: 'Is this the result of this very operation, or of another one? And did the state ' +
          'it came from hold only what was committed (§8)?',
      };
      case 'either order': return {
        claim: `${this.returned(diagnosis.other)} and ${this.returned(last)}, which cannot both ` +
          'be, in either order',
        rule: 'Of two operations under way at once, one still comes first.',
      };
      case 'no order': return {
        claim: `the ${this.evidence.facts.length} operations on ${part} below have no order`,
        rule: 'What had returned before an operation was invoked comes before it; others may ' +
          'stand in any order, but there must be one.',
      };
    }
  }

  private stale(missed: Operation<Input, Output>): Telling {
    return {
      claim: `${this.returned(this.evidence.last)}, after ${this.returned(missed, 'had ')}`,
      rule: 'So nobody sees less than what anybody was told before asking.',
      hint: 'Which server answered, and how did it know then that it still led and had applied ' +
        'all that was committed (§8)?',
    };
  }

  private lost(write: Operation<Input, Output>): Telling {
    return {
      claim: `${this.returned(write)}, but nothing after it shows that it happened: ` +
        this.returned(this.evidence.last),
      rule: 'What a client was told is done stays done.',
      hint: 'What had happened to this command when its client was told that it is done (§8)? ' +
        'And which client does the store take it to be from?',
    };
  }

  private twice(write: Operation<Input, Output>): Telling {
    const {last} = this.evidence;
    const shown = write.id === last.id ? `it ${this.result(last)}` : this.returned(last);
    return {
      claim: `${this.named(write)} took effect twice: ${shown}`,
      rule: 'What a client asks for once happens once, however often it was sent.',
      hint: 'How is a command that comes again told from a new one, also by a new leader, after ' +
        'a restart, and after a snapshot (§8)?',
      besides: [write],
    };
  }

  /** 'C1's set "x" = "b"'. */
  private named({client, input}: Operation<Input, Output>): string {
    return `${client}'s ${this.model.describeInput(input)}`;
  }

  /** 'C1's get "x" returned "b" at t=640ms'. */
  private returned(operation: Operation<Input, Output>, had: 'had ' | '' = ''): string {
    return `${this.named(operation)} ${had}${this.result(operation)}`;
  }

  private result(operation: Operation<Input, Output>): string {
    return `${this.returnedOutput(operation)} at t=${operation.returnedAtMs}ms`;
  }

  private returnedOutput({input, output}: Operation<Input, Output>): string {
    const shown = this.model.describeOutput(input, output as Output);
    return shown === '' ? 'returned' : `returned ${shown}`;
  }

  /** The operations in the order of invocation, how many more there are, then the servers. */
  private facts(key: string, besides: ReadonlySet<number>, servers: readonly Fact[]): Fact[] {
    const {all, facts} = this.evidence;
    const wanted = new Set([...facts.map(({id}) => id), ...besides]);
    const chosen = all.filter(({id}) => wanted.has(id));
    const serversShown = servers.slice(0, FACTS_AT_MOST - OPERATIONS_AT_LEAST);
    // One line is for those that are not shown.
    const room = FACTS_AT_MOST - serversShown.length - 1;
    const shown = chosen.length <= room ? chosen : chosen.slice(-room);
    const times = shown.map(timesOf);
    const width = Math.max(...times.map(({length}) => length));
    const lines = shown.map((operation, n) => ({
      who: operation.client, what: `${(times[n] ?? '').padEnd(width)}  ${this.told(operation)}`,
    }));
    return [...lines, ...this.others(key, chosen.length, shown.length), ...serversShown];
  }

  private others(key: string, chosen: number, shown: number): Fact[] {
    const part = this.model.describePart(key);
    const dropped = chosen - shown;
    const rest = this.evidence.all.length - chosen;
    if (dropped > 0) return [{who: 'and', what: `${dropped} earlier operations on ${part}`}];
    if (rest === 0) return [];
    const [noun, verb] = rest === 1 ? ['operation', 'does'] : ['operations', 'do'];
    return [{who: 'and', what: `${rest} more ${noun} on ${part}, which ${verb} not help`}];
  }

  private told(operation: Operation<Input, Output>): string {
    const input = this.model.describeInput(operation.input);
    if (operation.returnedAt === null) return `${input}, outcome unknown`;
    return `${input} ${this.returnedOutput(operation)}`;
  }
}

function timesOf({invokedAtMs, returnedAtMs}: Operation<unknown, unknown>): string {
  return `t=${invokedAtMs}–${returnedAtMs ?? '?'}ms`;
}
