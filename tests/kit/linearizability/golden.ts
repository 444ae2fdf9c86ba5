/**
 * Compares a told failure with its golden file, byte for byte; UPDATE_GOLDENS=1 writes the file.
 *
 * Read next: explain.spec.ts.
 */
import {expect} from 'chai';
import * as fs from 'node:fs';
import * as path from 'node:path';

const FOLDER = path.join(__dirname, 'golden');

export function expectGolden(text: string, name: string): void {
  const file = path.join(FOLDER, name);
  if (process.env['UPDATE_GOLDENS'] === '1') fs.writeFileSync(file, text);
  expect(text, `${name} (UPDATE_GOLDENS=1 rewrites it)`).to.equal(fs.readFileSync(file, 'utf8'));
}
