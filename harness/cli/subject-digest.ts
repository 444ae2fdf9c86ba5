/**
 * Remembers which code a replay token was printed for.
 *
 * Promises: losing the note costs only the sentence "same code: the same run".
 * Read next: replay.ts.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';
import {modulesOf} from '../scenario/subject';
import type {Subject} from '../scenario/subject';

const folder = path.join(root, 'build/tokens');

/** A digest of the files a lab runs. */
export function digestOf(subject: Subject, lab: number): string {
  const hash = crypto.createHash('sha1');
  for (const [name, {file}] of Object.entries(modulesOf(subject, lab)).sort()) {
    hash.update(name).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

export function noteDigest(token: string, digest: string): void {
  try {
    fs.mkdirSync(folder, {recursive: true});
    fs.writeFileSync(path.join(folder, token), digest);
  } catch {
    // A folder that cannot be written to costs one sentence of a replay.
  }
}

/** The digest noted for a token, or undefined. */
export function writtenDigest(token: string): string | undefined {
  try {
    return fs.readFileSync(path.join(folder, path.basename(token)), 'utf8');
  } catch {
    return undefined;
  }
}
