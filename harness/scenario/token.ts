/**
 * Replay tokens: one word that brings a failing world back.
 *
 * `5-random-five-s7-v0.1.0` is lab 5, scenario random-five, seed 7, kit 0.1.0; what stands between
 * seed and version, as in `-without-loss-delay`, says which faults were switched off.
 * Read next: cli/replay.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';

export interface Token {
  readonly lab: number;
  readonly name: string;
  readonly seed: number;
  readonly off: readonly string[];
  readonly version: string;
}

/** This kit's version, as package.json states it. */
export function kitVersion(): string {
  const text = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
  const {version, flotilla} = JSON.parse(text) as {version: string; flotilla?: {kit?: string}};
  return flotilla?.kit ?? version;
}

export function writeToken({lab, name, seed, off, version}: Token): string {
  const without = off.length === 0 ? '' : `-without-${off.join('-')}`;
  return `${lab}-${name}-s${seed}${without}-v${version}`;
}

const TOKEN = /^(\d+)-([a-z0-9-]+?)-s(\d+)(?:-without-([a-z-]+?))?-v(\d[\w.]*)$/;

/** The command that brings a failing world back. */
export function replayCommandFor(token: string, subject?: string): string {
  return `npx flotilla replay ${token}${subject === undefined ? '' : ` --subject ${subject}`}`;
}

/** What a token says, or undefined if it is none. */
export function readToken(text: string): Token | undefined {
  const found = TOKEN.exec(text.trim());
  if (found === null) return undefined;
  const [, lab, name, seed, off, version] = found;
  if (lab === undefined || name === undefined || seed === undefined || version === undefined) {
    return undefined;
  }
  return {
    lab: Number(lab), name, seed: Number(seed),
    off: off === undefined ? [] : off.split('-'), version,
  };
}
