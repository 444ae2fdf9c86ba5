/**
 * Runs a text of students' tests on logs, at home and as a grader does.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {ModuleSource} from '../../../../harness/host/box';
import {InProcessHost} from '../../../../harness/host/in-process-host';
import {ProcessHost} from '../../../../harness/host/process-host';
import {compile, root} from '../../../../harness/host/register.js';
import type {Contract} from '../../../../harness/host/served/messages';
import {PROVIDED_NAMES} from '../../../../harness/host/test-collector';
import type {StudentTestResult} from '../../../../harness/host/test-collector';
import {Watchdog} from '../../../../harness/host/watchdog';
import {FaultWatch} from '../../../../harness/scenario/fault-watch';
import {ServedTests} from '../../../../harness/scenario/served-tests';
import type {ServedTestsOptions} from '../../../../harness/scenario/served-tests';
import {StudentTests} from '../../../../harness/scenario/student-tests';
import {PROGRAMS} from '../../../../harness/scenario/subject';
import type {
  Implementation, StudentTestsOptions, StudentTestsRun,
} from '../../../../harness/scenario/student-tests';
import {CALM} from '../../../../harness/world/network';
import {World} from '../../../../harness/world/world';

export const CONTRACT: Contract = {
  name: 'RaftLog',
  getters: ['lastIndex', 'lastTerm'],
  fields: ['lastIncludedIndex', 'lastIncludedTerm'],
  methods: ['termAt', 'entryAt', 'entriesFrom', 'append', 'appendEntries'],
};

export const FILE = 'tests/log.test.ts';

/** What every text of tests begins with. */
export const HEAD = [
  'import {expect} from \'chai\';', 'import type {LogEntry} from \'#raft\';',
  'import {RaftLog} from \'#solution/log\';', '',
].join('\n');

const variants = path.join(root, 'tests/1-log/variants');
const sources = (kind: 'correct' | 'broken'): readonly Implementation[] =>
  fs.readdirSync(path.join(variants, kind)).sort().map(file => ({
    source: {file: path.join(variants, kind, file), shownAs: file},
    isCorrect: kind === 'correct',
  }));

export type {Implementation};
export const CORRECT = sources('correct');
export const BROKEN = sources('broken');
export const ALL = [...CORRECT, ...BROKEN];

/** Logs of the kit's own tests, mistakes that the lab does not have. */
export function fixture(name: string, isCorrect = false): Implementation {
  return {
    source: {file: path.join(__dirname, 'fixtures', `${name}.ts`), shownAs: `${name}.ts`},
    isCorrect,
  };
}

/** A submission's folder with these tests; remove it with `dispose`. */
export class Submission {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-own-tests-'));

  constructor(text: string) {
    fs.mkdirSync(path.join(this.folder, 'tests'));
    fs.writeFileSync(path.join(this.folder, FILE), text);
    // As in a sandbox: the first run is like all others.
    compile(path.join(this.folder, FILE));
  }

  /** As a grader does: each log served from another process. */
  async graded(
    among: readonly Implementation[], options: Partial<ServedTestsOptions> = {},
  ): Promise<readonly StudentTestsRun[]> {
    const served = new ServedTests({
      newTestsHost: given => new ProcessHost(given),
      newServingHost: given => new ProcessHost(given),
      orderSeed: 1, ...options,
    });
    const runs: StudentTestsRun[] = [];
    for (const {source} of among) runs.push(await served.run(this.subject, asked(source, among)));
    return runs;
  }

  /** As a student does. */
  async atHome(among: readonly Implementation[]): Promise<readonly StudentTestsRun[]> {
    const watchdog = Watchdog.start();
    const host = new InProcessHost({watchdog});
    const tests = new StudentTests(this.subject, {
      freshWorld: settings => {
        const world = new World({host, seed: 1, conditions: CALM, settings});
        world.observe(new FaultWatch(() => world.nowMs));
        return world;
      },
    });
    const runs: StudentTestsRun[] = [];
    for (const {source} of among) runs.push(await tests.run(asked(source, among)));
    await host.close();
    await watchdog?.stop();
    return runs;
  }

  /** Without anything between the tests and a log: how it really is. */
  async bare({source}: Implementation): Promise<readonly StudentTestResult[]> {
    const host = new InProcessHost();
    const tests = {file: path.join(this.folder, FILE), shownAs: FILE};
    const world = new World({
      host, seed: 1, conditions: CALM,
      settings: {tests: '#solution/log.test', contract: CONTRACT, here: '#solution/log'},
    });
    world.add({
      id: 'tests', program: PROGRAMS.studentTests, packages: ['chai'], provides: PROVIDED_NAMES,
      modules: {
        '#raft': {file: path.join(root, 'harness/raft/index.ts'), shownAs: '#raft'},
        '#solution/log': source, '#solution/log.test': tests,
      },
    }, ['tests']);
    world.boot('tests');
    const call = world.call('tests', 'run', {});
    await world.run(60_000, () => call.done);
    world.end();
    await host.close();
    return JSON.parse(call.value ?? '[]') as readonly StudentTestResult[];
  }

  dispose(): void {
    fs.rmSync(this.folder, {recursive: true, force: true});
  }

  private get subject(): {readonly name: string; readonly folder: string} {
    return {name: 'skeleton', folder: this.folder};
  }
}

export function asked(
  implementation: ModuleSource, among: readonly Implementation[],
): StudentTestsOptions {
  return {lab: 1, file: FILE, module: 'log', contract: CONTRACT, implementation, among};
}

/** What a run came to, in few words; texts only where both ways tell them. */
export function verdictOf({passed, failed, stopped}: StudentTestsRun, isCorrect = false): string {
  const says = isCorrect ? failed.map(({title, said}) => ` ${title}: ${said}`).join() : '';
  return `${passed.length} passed, ${failed.length} failed${says}` +
    `${stopped === undefined ? '' : ', stopped'}`;
}

/** Whether a grader takes the tests, and which broken logs they find. */
export function resultOf(runs: readonly StudentTestsRun[], among: readonly Implementation[]): {
  readonly isAccepted: boolean; readonly found: readonly string[];
} {
  const isClean = ({failed, stopped}: StudentTestsRun): boolean =>
    failed.length === 0 && stopped === undefined;
  return {
    isAccepted: among.every(({isCorrect}, n) => !isCorrect || isClean(runs[n]!)),
    found: among.filter(({isCorrect}, n) => !isCorrect && !isClean(runs[n]!))
      .map(({source}) => source.shownAs),
  };
}
