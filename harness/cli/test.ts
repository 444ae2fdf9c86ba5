/**
 * `flotilla test`: runs labs on a subject under mocha, types checked beside.
 *
 * Promises: exit 0 if every claim passed and the types are right, else 1. The same seed prints the
 * same text but for the line that says how long it took.
 * Read next: report/mocha-reporter.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {InProcessHost} from '../host/in-process-host';
import {root} from '../host/register.js';
import {Watchdog} from '../host/watchdog';
import type {ReporterOptions} from '../report/mocha-reporter';
import {allLabs, findAllNamed, specFilesOf} from '../scenario/labs';
import type {Lab} from '../scenario/labs';
import {registry} from '../scenario/registry';
import {defaultSubjectName, findSubject} from '../scenario/subject';
import {checkTypes} from '../scenario/type-check';
import {refuseAbsentLabs} from './absent-labs';
import {runBeside} from './beside';
import {leave} from './leave';
import {seedsAsked, swallowed} from './options';
import {TraceWriter} from './trace-writer';
import {watchAndRun} from './watch';
import {WrongUse} from './wrong-use';

export interface TestOptions {
  readonly subject?: string;
  readonly grep?: string;
  readonly seed?: string;
  readonly seeds?: string;
  readonly watch?: boolean;
  readonly trace?: boolean;
  readonly plain?: boolean;
}

export async function testCommand(labsNamed: readonly string[], given: TestOptions): Promise<void> {
  const options = withSwallowed(given);
  const subject = findSubject(options.subject);
  refuseAbsentLabs(labsNamed);
  const named = findAllNamed(labsNamed);
  const seeds = seedsAsked(options.seed, options.seeds);
  if (options.watch === true) return watchAndRun(subject);
  const typesChecked = checkTypes(subject, filesUpTo(named.map(({lab}) => lab)));
  const host = new InProcessHost({watchdog: Watchdog.start()});
  const traces = new TraceWriter({subject, host, all: options.trace === true});
  registry.options = {
    subject, host, seeds, onResult: (definition, result) => traces.write(definition, result),
  };
  const all = [
    ...named.flatMap(specFilesOf),
    ...labsNamed.length === 0 ? [...hiddenSpecs(), ...kitSpecs()] : [],
  ];
  if (all.length === 0) throw new WrongUse(`no tests are here for ${labsNamed.join(', ')}`);
  const files = options.grep === undefined ? all.filter(file => !isBeside(file)) : all;
  const others = all.filter(file => !files.includes(file));
  const beside = runBeside([others.filter(file => !isWithBrowser(file)),
    others.filter(isWithBrowser)]);
  const failed = await runMocha(files, options, {
    beside: () => beside,
    subject: `${subject.name}${options.subject === undefined ? ' (from package.json)' : ''}`,
    labNames: new Map(allLabs().map(lab => [lab.number, lab.name])),
    tracePathOf: result => traces.pathOf(result),
    typeErrors: () => typesChecked,
    ...(options.plain === true ? {plain: true} : {}),
  });
  const typeErrors = await typesChecked;
  await host.close();
  // Mocha or a student's timer may still hold the loop open; the verdict is complete.
  const failedBeside = (await beside).some(({state}) => state === 'failed');
  await leave(failed || failedBeside || typeErrors.length > 0 ? 1 : 0);
}

/** Tests that start graders run in a process beside the others, but not for a title looked for. */
function isBeside(file: string): boolean {
  const isIn = (folder: string): boolean =>
    file.startsWith(path.join(root, 'tests/kit', folder) + path.sep);
  return isIn('attacks') || isIn('grade') && !isIn('grade/handout') && !isIn('grade/stand-ins');
}

/**
 * What drives a browser follows every promise of its process, and Node does not survive that where
 * a watchdog ends what a promise runs.
 */
function isWithBrowser(file: string): boolean {
  return path.basename(file) === 'browser.spec.ts';
}

/** Options that npm took for its own. */
function withSwallowed(given: TestOptions): TestOptions {
  const text = (name: 'subject' | 'grep' | 'seed' | 'seeds'): object => {
    const value = given[name] ?? swallowed(name);
    return value === undefined ? {} : {[name]: value};
  };
  const on = (name: 'watch' | 'trace' | 'plain'): object =>
    ({[name]: given[name] === true || swallowed(name) === 'true'});
  return {
    ...text('subject'), ...text('grep'), ...text('seed'), ...text('seeds'),
    ...on('watch'), ...on('trace'), ...on('plain'),
  };
}

/** Types are checked in the files of the labs asked for and of those before them. */
function filesUpTo(labs: readonly Lab[]): readonly string[] {
  const last = Math.max(...labs.map(lab => lab.number));
  return allLabs().filter(lab => lab.number <= last)
    .flatMap(lab => lab.files.map(({file}) => file));
}

/** The tests that only grade, in the kit's own repository. */
function hiddenSpecs(): readonly string[] {
  return allLabs().flatMap(lab => specFilesOf({lab, isHidden: true}));
}

/** The tests of the kit itself, in the kit's own repository. */
function kitSpecs(): readonly string[] {
  if (defaultSubjectName() !== 'reference') return [];
  return specsBelow(path.join(root, 'tests/kit'));
}

function specsBelow(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, {withFileTypes: true})
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return specsBelow(file);
      return entry.name.endsWith('.spec.ts') ? [file] : [];
    });
}

async function runMocha(
  files: readonly string[], options: TestOptions, reporterOptions: ReporterOptions,
): Promise<boolean> {
  const {default: Mocha} = require('mocha') as {default: typeof import('mocha')};
  const mocha = new Mocha({
    reporter: path.join(root, 'harness/report/mocha-cli-reporter.ts'), reporterOptions,
    timeout: 60_000,
    ...(options.grep === undefined ? {} : {fgrep: options.grep}),
  });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const {grep} = options;
  if (grep !== undefined && !titlesOf(mocha.suite).some(title => title.includes(grep))) {
    throw new WrongUse(`no claim of these labs has "${grep}" in its title`);
  }
  return new Promise(resolve => {
    mocha.run(failures => resolve(failures > 0));
  });
}

/** Full titles, as mocha's own search sees them. */
function titlesOf(suite: Mocha.Suite): readonly string[] {
  return [...suite.tests.map(test => test.fullTitle()), ...suite.suites.flatMap(titlesOf)];
}
