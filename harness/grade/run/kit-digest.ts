/**
 * Which kit grades: a digest of all that a verdict may depend on.
 *
 * A version number is not enough: an instructor who mends a hidden test has the same kit by its
 * number, and wants everybody graded again.
 * Read next: standing.ts.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';

const FOLDERS = ['harness', 'labs', 'reference', 'skeleton', 'tests'];
/** What reports, what people type, and what only tests the kit itself. */
const LEFT_OUT: readonly string[] = [
  'harness/cli/', 'harness/runtime/', 'tests/kit/',
  ...['formats', 'html', 'handout', 'samples', 'similarity', 'run'].map(room =>
    `harness/grade/${room}/`),
];
const CODE = /\.(?:ts|js)$/;

export function kitDigest(): string {
  const hash = crypto.createHash('sha256');
  for (const file of FOLDERS.flatMap(codeIn)) {
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file), 'utf8')
      .replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex').slice(0, 12);
}

function codeIn(folder: string): readonly string[] {
  const whole = path.join(root, folder);
  if (!fs.existsSync(whole)) return [];
  return fs.readdirSync(whole, {recursive: true, encoding: 'utf8'})
    .map(file => `${folder}/${file.split(path.sep).join('/')}`)
    .filter(file => CODE.test(file) && !LEFT_OUT.some(room => file.startsWith(room))).sort();
}
