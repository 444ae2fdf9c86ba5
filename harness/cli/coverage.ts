/**
 * `flotilla coverage`: which lines of the subject a lab ran, by nyc.
 *
 * Read next: test.ts.
 */
import {spawn} from 'node:child_process';
import path from 'node:path';
import {root} from '../host/register.js';
import {allLabs, findNamed} from '../scenario/labs';
import type {NamedLab} from '../scenario/labs';
import {findSubject} from '../scenario/subject';
import {refuseAbsentLabs} from './absent-labs';
import {leave} from './leave';

export async function coverageCommand(
  labsNamed: readonly string[], options: {readonly subject?: string},
): Promise<void> {
  const subject = findSubject(options.subject);
  refuseAbsentLabs(labsNamed);
  const named: readonly NamedLab[] = labsNamed.length === 0
    ? allLabs().map(lab => ({lab})) : labsNamed.map(findNamed);
  const folder = path.relative(root, subject.folder);
  const files = named.flatMap(({lab, part}) => part?.files ?? lab.files.map(({file}) => file))
    .map(file => `${folder}/${file}`);
  const words = [
    require.resolve('nyc/bin/nyc.js'), '--extension', '.ts', '--all', '--reporter', 'text',
    '--reporter', 'html', ...files.flatMap(file => ['--include', file]),
    process.execPath, path.join(root, 'harness/cli/flotilla.js'), 'test', ...labsNamed,
    ...options.subject === undefined ? [] : ['--subject', options.subject],
  ];
  const code = await new Promise<number>(resolve => {
    spawn(process.execPath, words, {cwd: root, stdio: 'inherit'})
      .on('close', exit => resolve(exit ?? 3));
  });
  await leave(code);
}
