/**
 * Students' own tests inside a box: `describe`, `it` and the hooks as in mocha, but without mocha.
 *
 * Promises: one result for each `it`, in the order of the file; a hook that throws fails the tests
 * it stands for. `.only` is taken as if it were not there: a score needs all tests.
 * Does not: time anything out. Time in a box is virtual, and an endless loop is the host's affair.
 * Read next: student-tests-guest.ts, which loads the file.
 */
import {thrownAs} from './scripted-errors';
import type {Thrown} from './script';

export interface StudentTestResult {
  /** Suites and test: 'RaftLog › appendEntries › cuts a conflict'. */
  readonly title: string;
  readonly passed: boolean;
  readonly error?: Thrown;
}

type Done = (error?: unknown) => void;
type Body = (this: object, done?: Done) => unknown;
type HookName = 'before' | 'beforeEach' | 'afterEach' | 'after';

interface Suite {
  readonly title: string;
  readonly parts: (Suite | Test)[];
  readonly hooks: Record<HookName, Body[]>;
}

interface Test {
  readonly title: string;
  readonly body: Body;
}

/** The names a test file may use beside those of any box. */
export const TEST_NAMES = ['describe', 'it', 'before', 'beforeEach', 'afterEach', 'after'] as const;

/** All names that the program of such a box defines, or defines anew. */
export const PROVIDED_NAMES = [...TEST_NAMES, 'structuredClone'] as const;

/** What mocha offers as `this`; limits of real time mean nothing here. */
const CONTEXT = Object.freeze({
  timeout: () => CONTEXT, slow: () => CONTEXT, retries: () => CONTEXT,
});

export class TestCollector {
  private readonly root = newSuite('');
  private place = this.root;

  /** The functions behind TEST_NAMES. */
  globals(): Readonly<Record<(typeof TEST_NAMES)[number], unknown>> {
    const describe = (title: string, body?: () => void): void => this.describe(title, body);
    const it = (title: string, body?: Body): void => this.it(title, body);
    const skip = (): void => undefined;
    const hook = (name: HookName) => (first: Body | string, second?: Body): void => {
      const body = typeof first === 'string' ? second : first;
      if (body !== undefined) this.place.hooks[name].push(body);
    };
    return {
      describe: Object.assign(describe, {only: describe, skip}),
      it: Object.assign(it, {only: it, skip}),
      before: hook('before'), beforeEach: hook('beforeEach'),
      afterEach: hook('afterEach'), after: hook('after'),
    };
  }

  /** Runs what was collected, one test after the other. */
  async run(): Promise<readonly StudentTestResult[]> {
    const results: StudentTestResult[] = [];
    await runSuite(this.root, {titles: [], beforeEach: [], afterEach: []}, results);
    return results;
  }

  private describe(title: string, body: (() => void) | undefined): void {
    const outer = this.place;
    const suite = newSuite(title);
    outer.parts.push(suite);
    this.place = suite;
    try {
      body?.();
    } finally {
      this.place = outer;
    }
  }

  /** Without a body a test is only a plan. */
  private it(title: string, body: Body | undefined): void {
    if (body !== undefined) this.place.parts.push({title, body});
  }
}

/** What a test has around it. */
interface Surroundings {
  readonly titles: readonly string[];
  readonly beforeEach: readonly Body[];
  readonly afterEach: readonly Body[];
}

async function runSuite(
  suite: Suite, outer: Surroundings, results: StudentTestResult[],
): Promise<void> {
  const {hooks} = suite;
  const titles = suite.title === '' ? outer.titles : [...outer.titles, suite.title];
  const around: Surroundings = {
    titles,
    beforeEach: [...outer.beforeEach, ...hooks.beforeEach],
    afterEach: [...hooks.afterEach, ...outer.afterEach],
  };
  const broken = await tried(hooks.before);
  if (broken !== undefined) {
    results.push({title: titled(titles, 'before'), passed: false, error: broken});
    return;
  }
  for (const part of suite.parts) {
    if ('parts' in part) await runSuite(part, around, results);
    else results.push(await runTest(part, around));
  }
  const late = await tried(hooks.after);
  if (late !== undefined) {
    results.push({title: titled(titles, 'after'), passed: false, error: late});
  }
}

async function runTest({title, body}: Test, around: Surroundings): Promise<StudentTestResult> {
  const error = await tried([...around.beforeEach, body]);
  const late = await tried(around.afterEach);
  const first = error ?? late;
  const named = titled(around.titles, title);
  return first === undefined
    ? {title: named, passed: true} : {title: named, passed: false, error: first};
}

/** Runs functions until one throws, and says what it threw. */
async function tried(bodies: readonly Body[]): Promise<Thrown | undefined> {
  try {
    for (const body of bodies) await finished(body);
    return undefined;
  } catch (error) {
    return thrownAs(error);
  }
}

/** A body that takes `done` ends when it is called; any other with what it returns. */
function finished(body: Body): unknown {
  if (body.length === 0) return body.call(CONTEXT);
  return new Promise<void>((resolve, reject) => {
    body.call(CONTEXT, error => {
      if (error === undefined || error === null) resolve();
      else reject(error);
    });
  });
}

function titled(titles: readonly string[], title: string): string {
  return [...titles, title].join(' › ');
}

function newSuite(title: string): Suite {
  return {title, parts: [], hooks: {before: [], beforeEach: [], afterEach: [], after: []}};
}
