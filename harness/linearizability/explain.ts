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
import {Diagnoser} from './diagnose';
import type {Evidence} from './evidence';
import {gatherEvidence, Trials} from './evidence';
import {factLines} from './fact-lines';
import type {Operation} from './history';
import type {Model} from './model';
import {Words} from './words';

/** When the operation returned that broke the history, and on which part. */
export interface Moment {
  readonly atMs: number;
  readonly key: string;
}

export interface ExplainOptions {
  /** What each server had applied then, one fact a server: {who: 'S1', what: 'index 1 to 7'}. */
  readonly applied?: (moment: Moment) => readonly Fact[];
}

/** Together well under a second. */
const TO_FORGET = {stepsEach: 100_000, stepsInAll: 2_000_000};
const TO_MEND = {stepsEach: 500_000, stepsInAll: 4_000_000};

/** What to tell about a verdict; null if all is well. */
export function explain<Input, Output, State>(
  model: Model<Input, Output, State>, verdict: Verdict<Input, Output, State>,
  options: ExplainOptions = {},
): FailureParts | null {
  switch (verdict.verdict) {
    case 'ok': return null;
    case 'unknown': return undecided(model.describePart(verdict.key), verdict);
    case 'violation': {
      const {violation, key} = verdict;
      const evidence = gatherEvidence(new Trials(model, TO_FORGET), violation);
      const diagnosis = new Diagnoser(new Trials(model, TO_MEND), evidence, violation).diagnose();
      const end = violation.order.at(-1)?.stateAfter;
      return new Explanation(model, evidence, diagnosis).parts(key, end, options);
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

/** What to tell: a sentence about the history, why it must not be, and what to ask oneself. */
interface Telling<Input, Output> {
  readonly claim: string;
  readonly rule: string;
  readonly hint?: string;
  /** What it speaks of beside the facts. */
  readonly besides?: readonly Operation<Input, Output>[];
}

/** Herlihy and Wing's definition, in as few words as it takes. */
const DEFINITION = 'Linearizable means: each operation seems to happen at one instant between ' +
  'its invocation and its return, in one order for all clients.';

class Explanation<Input, Output, State> {
  private readonly words: Words<Input, Output>;

  constructor(
    private readonly model: Model<Input, Output, State>,
    private readonly evidence: Evidence<Input, Output>,
    private readonly diagnosis: Diagnosis<Input, Output>,
  ) {
    this.words = new Words(model);
  }

  /** @param end the state in which the order that got furthest ends */
  parts(key: string, end: State | undefined, {applied}: ExplainOptions): FailureParts {
    const {model, words, diagnosis, evidence: {all, facts, last}} = this;
    const part = model.describePart(key);
    const {claim, rule, hint, besides = []} = this.telling(part);
    // Where nothing else can be said, what would have been there.
    const isBare = diagnosis.kind === 'impossible' || diagnosis.kind === 'no order';
    return {
      kind: 'safety',
      claim: `Linearizability is broken: ${claim}.`,
      facts: factLines({
        words, all, facts, part,
        named: [last, ...besides, ...spokenOf(diagnosis)],
        value: isBare && end !== undefined ? model.describeState(end) : null,
        servers: applied?.({atMs: last.returnedAtMs ?? last.invokedAtMs, key}) ?? [],
      }),
      why: {source: '§8', text: `${rule} ${DEFINITION}`},
      ...(hint === undefined ? {} : {hint}),
    };
  }

  private telling(part: string): Telling<Input, Output> {
    const {words, diagnosis, evidence: {last, facts}} = this;
    switch (diagnosis.kind) {
      case 'stale': return this.stale(diagnosis.missed);
      case 'contradiction': return {
        claim: `${words.returned(last)}, after ${words.hadReturned(diagnosis.missed)}`,
        rule: 'What had returned before an operation was invoked comes before it.',
      };
      case 'lost': return this.lost(diagnosis.write);
      case 'twice': return this.twice(diagnosis.write);
      case 'early': return {
        claim: `${words.returned(last)}, before ${words.named(diagnosis.write)} was invoked ` +
          `at t=${diagnosis.write.invokedAtMs}ms`,
        rule: 'Nothing shows what nobody has asked for yet.',
      };
      case 'never written':
        return this.impossible(`and nobody ever wrote that to ${part}`);
      case 'impossible':
        return this.impossible(`which no order of the operations on ${part} can give`);
      case 'not both': return {
        claim: `${words.returned(diagnosis.other)} and ${words.returned(last)}, and no order of ` +
          `the operations on ${part} gives both`,
        rule: 'Of two operations that are under way at once, one still comes first.',
      };
      case 'no order': return {
        claim: `the ${facts.length} operations on ${part} below have no order`,
        rule: 'What had returned before an operation was invoked comes before it; others may ' +
          'come in any order, but there must be one.',
      };
    }
  }

  private stale(missed: Operation<Input, Output>): Telling<Input, Output> {
    const {words, evidence: {last}} = this;
    return {
      claim: `${words.returned(last)}, after ${words.hadReturned(missed)}`,
      rule: 'A read shows at least what anybody had been told before it was invoked.',
      hint: 'Which server answered, and how did it know then that it still led and had applied ' +
        'all that was committed (§8)?',
      besides: this.writtenBefore(),
    };
  }

  private lost(write: Operation<Input, Output>): Telling<Input, Output> {
    const {words, evidence: {last}} = this;
    return {
      claim: `${words.returned(last)}, as if ${words.named(write)}, which had ` +
        `${words.result(write)}, had never happened`,
      rule: 'What a client was told is done stays done.',
      hint: 'When may a client be told that its command is done? And could the store have taken ' +
        'it for one that it had seen before (§8)?',
      besides: this.readAfterwards(),
    };
  }

  private twice(write: Operation<Input, Output>): Telling<Input, Output> {
    const {words, evidence: {last}} = this;
    const which = write.id === last.id ? 'it' : words.named(write);
    return {
      claim: `${words.returned(last)}, as if ${which} had taken effect twice`,
      rule: 'What a client asks for once happens once, however often it is sent.',
      hint: 'How is a command that comes again told from a new one, also by a new leader, after ' +
        'a restart, and after a snapshot (§8)?',
      besides: [write, ...this.readAfterwards()],
    };
  }

  private impossible(clause: string): Telling<Input, Output> {
    const {words, evidence: {last}} = this;
    return {
      claim: `${words.returned(last)}, ${clause}`,
      rule: 'A result follows from what clients asked for.',
      hint: 'Is this the result of this very operation, or of another one? And did the state it ' +
        'came from hold only what was committed (§8)?',
      besides: this.readAfterwards(),
    };
  }

  /** The latest write of what `last` shows. */
  private writtenBefore(): readonly Operation<Input, Output>[] {
    const {seen, last} = this.evidence;
    return seen.filter(({input, output, returnedAt}) => (
      returnedAt === null || !this.model.changesNothing(input, output as Output))
      && this.model.mayShow(last.output as Output, input)).slice(-1);
  }

  /** Where a result tells no value: what the next to ask was told. */
  private readAfterwards(): readonly Operation<Input, Output>[] {
    const {all, last} = this.evidence;
    const isQuiet = ({input, output}: Operation<Input, Output>): boolean =>
      this.model.changesNothing(input, output as Output);
    if (isQuiet(last)) return [];
    return all.filter(each => each.returnedAt !== null
      && each.invokedAt > (last.returnedAt ?? Infinity) && isQuiet(each)).slice(0, 1);
  }
}

/** The operations that a diagnosis names. */
function spokenOf<Input, Output>(
  diagnosis: Diagnosis<Input, Output>,
): readonly Operation<Input, Output>[] {
  switch (diagnosis.kind) {
    case 'stale': case 'contradiction': return [diagnosis.missed];
    case 'lost': case 'twice': case 'early': return [diagnosis.write];
    case 'not both': return [diagnosis.other];
    default: return [];
  }
}
