/**
 * Scripts of lab 2 as a story: operations wait until an expectation asks, and each is told.
 *
 * Promises: what the test did stands in the trace, at its virtual time. An operation that throws
 * although nothing allows it ends the test with the student's own frames.
 * Read next: network-script.ts and framing-script.ts, the words tests are written in.
 */
import type {Scene} from '../../harness/scenario/definition';
import type {Answer, Operation, ScriptValue, Thrown} from '../../harness/host/script';
import {LabFailure} from '../../harness/world/lab-failure';
import type {Fact} from '../../harness/world/lab-failure';
import type {Rule} from './rules';

/** An operation, what a reader of the trace is told of it, and how much time it takes. */
export interface ToldOperation {
  readonly operation: Operation;
  /** 'S1 sends "a" to S2' */
  readonly told: string;
  /** Left out of the trace: one of hundreds, or the making of what every test needs. */
  readonly silent?: boolean;
  readonly passMs?: number;
  /** What it may be refused with, all the same: a receiver may be given frozen objects. */
  readonly mayThrow?: RegExp;
}

export interface BrokenRule {
  /** 'S2 received "a" from S1': the first half of the claim. */
  readonly what: string;
  readonly facts: readonly Fact[];
  readonly hint?: string | undefined;
  readonly thrown?: Thrown;
}

const MAY_NOT_THROW: Rule = {
  rule: 'nothing in this step may throw',
  source: 'harness/raft/network-interface.ts',
  why: 'The contract names what is refused with an error, and this is none of it. A server that ' +
    'throws here has crashed.',
};

const PLAIN: Rule = {
  rule: 'what is handed out is plain JSON',
  source: 'harness/raft/messages.ts',
  why: 'A real network carries text. What JSON cannot say would not arrive.',
};

const ENDLESS = 'Does receive() remove what it returns, and return undefined in the end, not null?';
const MISSING = 'Was a message received before this, or told to the log, as {from, message}?';

export class RecordedScript {
  private waiting: ToldOperation[] = [];
  private timersSet = 0;

  constructor(protected readonly scene: Scene) {
    scene.world.observe({
      effect: (_box, effect) => {
        if (effect.kind === 'arm' && effect.atMs !== null) this.timersSet++;
      },
    });
  }

  /** How often the code under test has set the box's alarm, by a timer of any kind. */
  protected timers(): number {
    return this.timersSet;
  }

  protected add(...operations: readonly ToldOperation[]): void {
    this.waiting.push(...operations);
  }

  /** Runs all that waits and gives the last answer. @throws LabFailure if any of it threw */
  protected async ask(last: ToldOperation): Promise<Answer> {
    this.add(last);
    const answer = (await this.runAll()).at(-1);
    if (answer === undefined) throw new Error('a script without an answer');
    return answer;
  }

  /** As `ask`, but the last operation may throw: that it does is what the test is about. */
  protected async attempt(last: ToldOperation): Promise<Answer> {
    await this.runAll();
    this.tell(last);
    const [answer] = await this.scene.object.run([last.operation]);
    if (answer === undefined) throw new Error('a script without an answer');
    return answer;
  }

  /** The world's time passes with the script's, so that a timer set by mistake is seen to fire. */
  protected async runAll(): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    while (this.waiting.length > 0) {
      const end = this.waiting.findIndex(({passMs}) => passMs !== undefined) + 1;
      const part = this.waiting.splice(0, end === 0 ? this.waiting.length : end);
      answers.push(...await this.runPart(part));
      const passMs = part.at(-1)?.passMs ?? 0;
      if (passMs > 0) await this.scene.world.run(this.scene.world.nowMs + passMs);
    }
    return answers;
  }

  private async runPart(part: readonly ToldOperation[]): Promise<readonly Answer[]> {
    for (const each of part) this.tell(each);
    const answers = await this.scene.object.run(part.map(({operation}) => operation));
    answers.forEach((answer, n) => {
      const {told = '', mayThrow} = part[n] ?? {};
      if ('threw' in answer && !mayThrow?.test(answer.threw.message)) {
        this.failThrown(told, answer.threw);
      }
      if ('refused' in answer) {
        this.break(PLAIN, {what: `In "${told}" ${answer.refused}`, facts: []});
      }
    });
    return answers;
  }

  private tell({told, silent}: ToldOperation): void {
    if (silent !== true) this.scene.world.act(told);
  }

  private failThrown(told: string, thrown: Thrown): never {
    const endless = thrown.message.startsWith('receive() gave');
    const missing = told.startsWith('changes ') && thrown.frames.length === 0;
    const what = missing ? 'found nothing to change' : `threw ${thrown.name}: ${thrown.message}`;
    this.break(MAY_NOT_THROW, {
      what: `The step "${told}" ${what.replace(/\.$/, '')}`, facts: [], thrown,
      hint: endless ? ENDLESS : missing ? MISSING : undefined,
    });
  }

  protected break(rule: Rule, {what, facts, hint, thrown}: BrokenRule): never {
    const {nowMs} = this.scene.world;
    throw new LabFailure({
      kind: 'contract',
      claim: `${what} — ${rule.rule}.`,
      facts: facts.map(fact => ({...fact, atMs: nowMs})),
      why: {source: rule.source ?? '§2', text: rule.why},
      ...(hint === undefined ? {} : {hint}),
      ...(thrown === undefined ? {} : {stack: this.scene.object.framesOf(thrown)}),
    });
  }
}

const SHOWN_LENGTH_MAX = 60;

/** A value as short JSON. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined ?? 'undefined';
  return cut(text);
}

/** An argument as a test writes it down: a kept value and what JSON cannot say by their names. */
export function written(value: ScriptValue): string {
  const byName = (_key: string, part: unknown): unknown => {
    const name = nameIn(part, '$special') ?? nameIn(part, '$ref');
    return name === undefined ? part : `<${name}>`;
  };
  return cut(JSON.stringify(value, byName).replace(/"<(.*?)>"/g, '$1'));
}

function nameIn(part: unknown, key: string): unknown {
  return typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined;
}

function cut(text: string): string {
  return text.length <= SHOWN_LENGTH_MAX ? text : `${text.slice(0, SHOWN_LENGTH_MAX)}…`;
}
