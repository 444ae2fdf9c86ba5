/**
 * `flotilla samples`: builds the bundled samples anew after the reference has changed.
 *
 * Read next: grade/make-samples.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {makeSamples} from '../grade/make-samples';
import {root} from '../host/register.js';

export function samplesCommand(): Promise<void> {
  const folder = path.join(root, 'harness/grade/samples');
  fs.rmSync(folder, {recursive: true, force: true});
  for (const [name, content] of makeSamples()) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, content);
  }
  process.stdout.write(`The samples in ${path.relative(process.cwd(), folder)} are made anew.\n`);
  return Promise.resolve();
}
