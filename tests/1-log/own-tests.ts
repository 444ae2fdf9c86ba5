/**
 * What a student's own tests are worth: they pass on every correct log, and not on a broken one.
 *
 * Promises: a failure says which log it was about, and which test, with its line.
 * Read next: 07-own-tests.spec.ts; variants/, the logs.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {ModuleSource} from '../../harness/host/box';
import type {Contract} from '../../harness/host/served/messages';
import type {Scene} from '../../harness/scenario/definition';
import type {
  FailedTest, Implementation, StudentTestsRun,
} from '../../harness/scenario/student-tests';
import {LabFailure} from '../../harness/world/lab-failure';
import type {Fact} from '../../harness/world/lab-failure';

type Kind = 'correct' | 'broken';

const FILE = 'tests/log.test.ts';
const FOLDER = path.join(__dirname, 'variants');
const CORRECT = namesIn('correct');
const ALL: readonly Implementation[] = [
  ...CORRECT.map(name => ({source: sourceOf('correct', name), isCorrect: true})),
  ...namesIn('broken').map(name => ({source: sourceOf('broken', name), isCorrect: false})),
];
/** What lab 1 asks of a log: tests see nothing else of one. */
const CONTRACT: Contract = {
  name: 'RaftLog',
  getters: ['lastIndex', 'lastTerm'],
  fields: ['lastIncludedIndex', 'lastIncludedTerm'],
  methods: ['termAt', 'entryAt', 'entriesFrom', 'append', 'appendEntries'],
};

/** Runs the tests on every correct log. @throws LabFailure if one is refused */
export async function expectAccepted({studentTests}: Scene): Promise<void> {
  for (const name of CORRECT) {
    const run = await runOn(studentTests, 'correct', name);
    if (run.stopped !== undefined) throw stoppedOn(name, run.stopped);
    const [failed] = run.failed;
    if (failed !== undefined) throw refusedCorrect(name, failed, run.failed.length);
  }
}

/** The same in few words, for those who were told already. @throws LabFailure */
export async function expectCounting(scene: Scene): Promise<void> {
  try {
    await expectAccepted(scene);
  } catch (error) {
    if (!(error instanceof LabFailure)) throw error;
    throw new LabFailure({
      kind: 'contract', code: [],
      claim: 'Your tests refuse a correct log — see the failure above.',
    });
  }
}

/** @throws LabFailure unless a test fails on the log. */
export async function expectFound(
  {studentTests}: Scene, {name, mistake, hint}: {
    readonly name: string; readonly mistake: string; readonly hint: string;
  },
): Promise<void> {
  const {stopped, failed, passed} = await runOn(studentTests, 'broken', name);
  if (stopped !== undefined || failed.length > 0) return;
  throw new LabFailure({
    kind: 'contract', hint,
    claim: 'Your tests pass on a broken log — a test of yours must fail on it.',
    facts: [
      {who: 'its mistake', what: mistake},
      {who: 'the log', what: placeOf('broken', name)},
      {who: 'your tests', what: `${passed.length}, and all pass on it`},
    ],
    why: {
      source: 'labs/1-log/README.md, step 6',
      text: 'A test that no mistake can fail shows nothing. Whoever works on this log after you ' +
        'relies on your tests to notice this one.',
    },
    code: [],
  });
}

/** Whether the tests notice any of the broken logs. */
export async function findsAny({studentTests}: Scene, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const {stopped, failed} = await runOn(studentTests, 'broken', name);
    if (stopped !== undefined || failed.length > 0) return true;
  }
  return false;
}

export function foundNone(count: number): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: `Your tests pass on all ${count} broken logs too — tests that accept everything tell ` +
      'nothing.',
    facts: [{who: 'the broken logs', what: 'tests/1-log/variants/broken/'}],
    why: {
      source: 'labs/1-log/README.md, step 6',
      text: 'A test is worth the mistakes that it can fail on.',
    },
    hint: 'Do your tests compare what the log answers with what it must answer?',
    code: [],
  });
}

function runOn(
  studentTests: Scene['studentTests'], kind: Kind, name: string,
): Promise<StudentTestsRun> {
  return studentTests.run({
    lab: 1, file: FILE, module: 'log', contract: CONTRACT, among: ALL,
    implementation: sourceOf(kind, name),
  });
}

function namesIn(kind: Kind): readonly string[] {
  return fs.readdirSync(path.join(FOLDER, kind)).sort().map(file => file.replace(/\.ts$/, ''));
}

function sourceOf(kind: Kind, name: string): ModuleSource {
  return {file: path.join(FOLDER, kind, `${name}.ts`), shownAs: placeOf(kind, name)};
}

function placeOf(kind: Kind, name: string): string {
  return `tests/1-log/variants/${kind}/${name}.ts`;
}

function refusedCorrect(name: string, failed: FailedTest, count: number): LabFailure {
  const others: Fact[] = count === 1 ? [] : [{who: '', what: `and ${count - 1} more tests`}];
  const isFrozen = /read only|not extensible|Cannot delete property/.test(failed.said);
  return new LabFailure({
    kind: 'contract',
    claim: `Your tests refuse a correct log — ${placeOf('correct', name)} does all that lab 1 ` +
      'asks for.',
    facts: [
      {who: 'the test', what: failed.title}, {who: 'it said', what: failed.said}, ...others,
    ],
    why: {
      source: 'labs/1-log/README.md, step 6',
      text: 'There are many ways to write a log. A test may ask for what the contract promises, ' +
        'and for nothing that only your own log does. Points for your tests begin here.',
    },
    ...(isFrozen ? {hint: 'May a log hand out frozen objects? Reflect.set(entry, \'term\', 9) ' +
      'tries to change one, and does not throw.'} : {}),
    stack: failed.frames, code: [],
  });
}

function stoppedOn(name: string, {parts}: LabFailure): LabFailure {
  const [said, rule] = parts.claim.split(' — ');
  const isImport = said?.includes(' imports ') === true;
  return new LabFailure({
    ...parts, code: [],
    claim: `${said} — ${isImport ? 'it may import chai, #raft and #solution/log' : rule ?? ''}`
      .replace(/([^.])$/, '$1.'),
    facts: [{who: 'the log', what: placeOf('correct', name)}, ...(parts.facts ?? [])],
  });
}
