/**
 * Students' own tests where they are not trusted: in grading.
 *
 * The tests run in a process of their own, fresh for every implementation; the implementation is
 * served from another process, by questions and answers that this one carries. Correct and broken
 * implementations come in an order drawn from a seed that the tests do not know.
 * Promises: the tests learn nothing of an implementation but what it does. One bit a test comes
 * back, and texts only from correct ones. Tests must do the same where they got the same answers
 * (steadiness.ts), so that a guess is worth nothing. A process that dies gets a second try.
 * Read next: ../host/served/border.ts, how live objects are seen through a pipe.
 */
import type {BoxInput, Effect, Fault, Host, ModuleSource} from '../host/box';
import type {ProcessHostOptions} from '../host/process-host';
import {Chance} from '../world/chance';
import {LabFailure} from '../world/lab-failure';
import {CALM} from '../world/network';
import {World} from '../world/world';
import {FaultWatch} from './fault-watch';
import {Steadiness} from './steadiness';
import type {Recording} from './steadiness';
import {BOX, TESTS_SEED, expectTests, moduleOf, runIn} from './student-tests';
import type {Implementation, StudentTestsOptions, StudentTestsRun} from './student-tests';
import {PROGRAMS} from './subject';
import type {Subject} from './subject';

/** A host in another process, whose code may ask in the middle of an input. */
export interface AskingHost extends Host {
  /** Asks that code, which waits for an answer, something in its turn. */
  interject(line: string): Promise<string>;
}

export interface ServedTestsOptions {
  /** A fresh process that holds the submission and nothing else. */
  readonly newTestsHost: (options: ProcessHostOptions) => AskingHost;
  /** A process for the implementations, which are ours. */
  readonly newServingHost: (options: ProcessHostOptions) => AskingHost;
  /** Draws the order. No submission may know it. */
  readonly orderSeed: number;
}

/** Tests whose process dies this often are not run any more. */
const DEATHS_MOST = 3;

type Runs = ReadonlyMap<string, StudentTestsRun>;

/** For one submission. What the tests came to on all implementations is found once, and kept. */
export class ServedTests {
  private readonly found = new Map<string, Promise<Runs>>();

  constructor(private readonly options: ServedTestsOptions) {}

  /** @throws NotWrittenFault if there are no tests yet. */
  async run(subject: Subject, options: StudentTestsOptions): Promise<StudentTestsRun> {
    const tests = expectTests(subject, options);
    const sources = options.among.map(({source}) => source);
    const key = [tests, ...sources].map(({file}) => file).join('\n');
    let runs = this.found.get(key);
    if (runs === undefined) {
      runs = new Series(tests, options, this.options).play();
      this.found.set(key, runs);
      // What went wrong with us may go well another time.
      runs.catch(() => this.found.delete(key));
    }
    const run = (await runs).get(options.implementation.file);
    if (run !== undefined) return run;
    throw new Error(`${options.implementation.file} is not among the others`);
  }
}

/** One test file on all implementations. */
class Series {
  private readonly steadiness = new Steadiness();
  private readonly serving: AskingHost;
  private current: Session | undefined;
  private deaths = 0;

  constructor(
    private readonly tests: ModuleSource, private readonly asked: StudentTestsOptions,
    private readonly options: ServedTestsOptions,
  ) {
    this.serving = options.newServingHost({
      questions: line => this.current?.askTests(line) ?? Promise.reject(new Error('too late')),
    });
  }

  async play(): Promise<Runs> {
    const runs = new Map<string, StudentTestsRun>();
    const order = new Chance(this.options.orderSeed, 'order of implementations')
      .shuffle(this.asked.among);
    try {
      for (const implementation of order) {
        const run = this.deaths < DEATHS_MOST ? await this.runOn(implementation) : diesAgain();
        runs.set(implementation.source.file, run);
      }
    } finally {
      await this.serving.close();
    }
    if (!this.steadiness.isBroken) return runs;
    return new Map([...runs.keys()].map(file => [file, stoppedBy(unsteady())]));
  }

  private async runOn(implementation: Implementation): Promise<StudentTestsRun> {
    let run = await this.tryOn(implementation);
    if (hasDied(run)) run = await this.tryOn(implementation);
    if (hasDied(run)) {
      this.deaths++;
      run = stoppedBy(withoutAnswer(run));
    }
    return implementation.isCorrect ? run : bitsOf(run);
  }

  private async tryOn({source}: Implementation): Promise<StudentTestsRun> {
    const {newTestsHost} = this.options;
    const session = new Session(this.serving, this.steadiness.record(), this.asked);
    this.current = session;
    await session.open(source);
    const tests = newTestsHost({questions: line => session.answer(line)});
    session.tests = tests;
    try {
      const {contract} = this.asked;
      const world = new World({
        host: tests, seed: TESTS_SEED, conditions: CALM,
        settings: {tests: moduleOf(this.asked), contract},
      });
      world.observe(new FaultWatch(() => world.nowMs));
      const run = await runIn(world, this.tests, {options: this.asked});
      return session.ended(run);
    } finally {
      session.close();
      await tests.close();
    }
  }
}

/** One implementation, served to one run of the tests. */
class Session {
  tests: AskingHost | undefined;
  private readonly box: number;
  private questions = 0;
  /** Why the implementation answers no more: the tests' doing, or ours. */
  private reason: {readonly error: unknown} | undefined;

  constructor(
    private readonly serving: AskingHost, private readonly recording: Recording,
    private readonly asked: StudentTestsOptions,
  ) {
    this.box = serving.newBox();
  }

  async open(source: ModuleSource): Promise<void> {
    const {contract} = this.asked;
    const module = `#solution/${this.asked.module}`;
    await this.step({
      box: this.box,
      spec: {
        id: BOX, program: PROGRAMS.serving, modules: {[module]: source},
        provides: ['structuredClone'],
      },
      input: {
        kind: 'boot', nowMs: 0, servers: [BOX], settings: JSON.stringify({module, contract}),
        seed: TESTS_SEED, incarnation: 0, disk: [],
      },
    });
  }

  /** A question of the tests' to the implementation. */
  async answer(line: string): Promise<string> {
    this.recording.said(line);
    try {
      const effects = await this.step({
        box: this.box, input: {
          kind: 'call', nowMs: 0, callId: this.questions++, method: 'answer',
          arguments: JSON.stringify(line),
        },
      });
      const result = effects.find(effect => effect.kind === 'result');
      if (result === undefined) throw new Error('an implementation gave no answer');
      const text = JSON.parse(result.value) as string;
      this.recording.heard(text);
      return `!${text}`;
    } catch (error) {
      this.reason ??= {error};
      throw error;
    }
  }

  /** A question of the implementation's to the tests, which wait for an answer. */
  async askTests(line: string): Promise<string> {
    if (this.tests === undefined) throw new Error('nobody is there to be asked');
    this.recording.heard(line);
    const answer = await this.tests.interject(`?${line}`);
    this.recording.said(answer);
    return answer;
  }

  /** What the run came to. @throws what is our own failure */
  ended(run: StudentTestsRun): StudentTestsRun {
    if (this.reason !== undefined) {
      const {error} = this.reason;
      if (!(error instanceof LabFailure)) throw error;
      return stoppedBy(error);
    }
    if (hasDied(run)) return run;
    this.recording.said(JSON.stringify([
      run.passed, run.failed.map(({title}) => title), run.stopped !== undefined,
    ]));
    return run;
  }

  close(): void {
    this.serving.drop(this.box);
  }

  /** @throws what a fault means */
  private async step(input: BoxInput): Promise<readonly Effect[]> {
    const [effects = []] = await this.serving.step([input]);
    const fault = effects.find((effect): effect is Fault => effect.kind === 'fault');
    if (fault !== undefined) new FaultWatch(() => 0).effect(BOX, fault, input.input);
    return effects;
  }
}

const DEATHS: ReadonlySet<unknown> = new Set(['time', 'memory', 'output', 'process']);

function hasDied({stopped}: StudentTestsRun): boolean {
  return DEATHS.has(stopped?.parts.cause);
}

function stoppedBy(stopped: LabFailure): StudentTestsRun {
  return {passed: [], failed: [], stopped};
}

/** What a run on a broken implementation may tell: how many, and no text. */
function bitsOf({passed, failed, stopped}: StudentTestsRun): StudentTestsRun {
  return {
    passed: passed.map(() => ''), failed: failed.map(() => ({title: '', said: '', frames: []})),
    ...stopped === undefined ? {} : {stopped: new LabFailure({
      kind: 'contract', claim: 'Your tests did not come to their end.',
    })},
  };
}

function withoutAnswer({stopped}: StudentTestsRun): LabFailure {
  const [, reason = 'it ended'] = stopped?.parts.claim.split(' — ') ?? [];
  return new LabFailure({
    kind: 'contract', ...stopped?.parts.cause === undefined ? {} : {cause: stopped.parts.cause},
    claim: `The process of your tests gave no answer, twice — ${reason}`,
  });
}

function diesAgain(): StudentTestsRun {
  return stoppedBy(new LabFailure({
    kind: 'contract', cause: 'process',
    claim: 'The process of your tests ended again and again — they are not run any more.',
  }));
}

function unsteady(): LabFailure {
  return new LabFailure({
    kind: 'contract', cause: 'fault',
    claim: 'Your tests do not do the same each time — two logs gave them the same answers, and ' +
      'they went on differently.',
    why: {
      source: 'labs/1-log/README.md, step 6',
      text: 'A test knows a log only by what it answers. One that passes or fails for another ' +
        'reason shows nothing about the log.',
    },
  });
}
