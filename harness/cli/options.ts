/**
 * Options as people give them: on the command line, or swallowed by npm.
 *
 * Some shells eat the `--` of `npm test -- log --seed 7`; npm then takes `--seed` for its own and
 * leaves it in the environment as npm_config_seed.
 * Read next: commands.ts.
 */
import {WrongUse} from './wrong-use';

const SEED_MOST = 2 ** 31 - 1;

/** An option that npm swallowed, or undefined. */
export function swallowed(name: string): string | undefined {
  const value = process.env[`npm_config_${name.replace(/-/g, '_')}`];
  return value === '' ? undefined : value;
}

/** An option that may be given more than once. */
export function collect(value: string, former: readonly string[] = []): readonly string[] {
  return [...former, value];
}

/** @throws WrongUse unless the text is a whole number from `least` to `most`. */
export function wholeNumber(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new WrongUse(`${option} takes a whole number from ${least} to ${most}, not "${text}"`);
  }
  return value;
}

/** The seeds that --seed N or --seeds N ask for; undefined for the default ones. */
export function seedsAsked(seed?: string, seeds?: string): readonly number[] | undefined {
  if (seed !== undefined && seeds !== undefined) {
    throw new WrongUse('--seed names one seed and --seeds counts many: give one of them');
  }
  if (seed !== undefined) return [wholeNumber(seed, '--seed', 0, SEED_MOST)];
  if (seeds === undefined) return undefined;
  const count = wholeNumber(seeds, '--seeds', 1, 1_000_000);
  return Array.from({length: count}, (_, n) => n + 1);
}
