/**
 * Options that npm took for its own, since no `--` stood before them.
 *
 * Of `npm run grade submissions --out x` npm keeps `--out`, hands on the rest as
 * `submissions x`, and leaves npm_config_out=true in the environment: without a word, the results
 * would go elsewhere. Some shells eat a `--` that was written, too.
 * Promises: said in one line, with what to write; a command that npm did not start is left alone.
 * Does not see: `--only kim`, which npm knows and drops without a trace, name and all. Of
 * `--format junit`, short for an option of npm's, `junit` is left, and has no place.
 * Read next: options.ts; commands.ts.
 */
import type {Command, Option} from 'commander';
import {swallowed} from './options';
import {WrongUse} from './wrong-use';

/** Commands that take what npm left, as long as a value is with it. */
const TAKE_IT = new Set(['test', 'handout', 'cluster']);

/** What npm leaves of an option whose value it took for another word. */
const VALUE_LOST = /^true(?:\n+true)*$/;

/** @throws WrongUse */
export function refuseSwallowed(program: Command, words: readonly string[]): void {
  const [name = '', second] = words;
  const command = program.commands.find(one => one.name() === name);
  if (command === undefined || startedByNpm() !== name) return;
  const meant = command.commands.find(one => one.name() === second) ?? command;
  const lost = meant.options.filter(option => isLost(option, TAKE_IT.has(name)));
  const given = words.slice(meant === command ? 1 : 2);
  const stray = strayIn(given, meant);
  if (lost.length === 0 && stray === undefined) return;
  const places = meant.registeredArguments
    .map(one => (one.required ? `<${one.name()}>` : `[${one.name()}]`));
  const written = [
    scriptWords(), '--', ...meant === command ? [] : [meant.name()], ...places,
    ...lost.length === 0 ? ['[options]'] : lost.map(({flags}) => flags),
  ];
  const what = lost.length === 0 ? `may have taken an option before "${stray}"`
    : `took ${lost.map(({long}) => long).join(' and ')}`;
  throw new WrongUse(`npm ${what} for its own: write -- before the options, as in ` +
    written.join(' '));
}

/** To be added where something is not there that may be the value of an option that npm took. */
export function dashesForgotten(command: string): string {
  return startedByNpm() !== command ? ''
    : `; if an option was meant, write -- before it, as in ${scriptWords()} -- [options]`;
}

/** The first word that the command has no place for, as long as there are no options at all. */
function strayIn(given: readonly string[], {registeredArguments}: Command): string | undefined {
  const isEndless = registeredArguments.some(({variadic}) => variadic);
  if (isEndless || given.some(word => word.startsWith('-'))) return undefined;
  return given[registeredArguments.length];
}

/** The command that the script of package.json runs. */
function startedByNpm(): string | undefined {
  return /flotilla\.js (\S+)/.exec(process.env['npm_lifecycle_script'] ?? '')?.[1];
}

function isLost({long, required}: Option, isTaken: boolean): boolean {
  const value = swallowed((long ?? '').replace(/^--/, ''));
  if (value === undefined) return false;
  return !isTaken || required && VALUE_LOST.test(value);
}

function scriptWords(): string {
  const script = process.env['npm_lifecycle_event'] ?? '';
  return script === 'test' || script === 'start' ? `npm ${script}` : `npm run ${script}`;
}
