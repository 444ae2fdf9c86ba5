/**
 * Tells which labs a submission has not begun: nothing can be won there, whatever stands in.
 *
 * With earlier labs stood in, code that is as it was given to everybody does what it does for
 * everybody: it wins nothing. The kit's own tests run it to see that, so that no grade has to.
 * Promises: compares texts, and trusts no word of the code. What was given is kept with the samples
 * of the grader, since the skeleton's own folder is where people work.
 * Read next: grade-submission.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import {allLabs} from '../../scenario/labs';
import type {Lab} from '../../scenario/labs';

const GIVEN = path.join(root, 'harness/grade/samples/ben-untouched');

/**
 * Whether every file is as it was given, or not there, but for those of labs before this one.
 *
 * @param texts by the name within the skeleton.
 */
export function isUntouchedFrom(lab: Lab, texts: ReadonlyMap<string, Buffer>): boolean {
  const earlier = new Set(allLabs().filter(({number}) => number < lab.number)
    .flatMap(({files}) => files.map(({file}) => file)));
  return [...texts].every(([name, text]) => earlier.has(name) || isAsGiven(name, text));
}

function isAsGiven(name: string, text: Buffer): boolean {
  const file = path.join(GIVEN, name);
  return fs.existsSync(file) && withPlainEnds(fs.readFileSync(file)) === withPlainEnds(text);
}

/** Some editors end lines in two characters. */
function withPlainEnds(text: Buffer): string {
  return text.toString('utf8').replaceAll('\r\n', '\n');
}
