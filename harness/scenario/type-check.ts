/**
 * Checks the types of the subject's files, beside the run.
 *
 * TypeScript's native checker runs as a process of its own while the tests run, so a type error is
 * shown beside the results, not instead of them, and costs no extra second.
 * Promises: only errors in the subject's own files are told.
 * Read next: cli/test.ts, which shows them.
 */
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../host/register.js';
import type {Subject} from './subject';

export interface TypeError {
  /** As a person knows it: 'skeleton/log.ts'. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What files of labs declare that a student's copy was made without. */
const ABSENT = path.join(root, 'harness/raft/absent');
const CHECKER = path.join(root, 'node_modules/typescript-native/bin/tsc');

/**
 * Starts the checker; the promise is settled when it is done. Never rejects.
 * @param onlyFiles the files to check, as labs name them; all of the subject's if absent.
 */
export function checkTypes(
  subject: Subject, onlyFiles?: readonly string[],
): Promise<readonly TypeError[]> {
  if (!fs.existsSync(CHECKER)) return Promise.resolve([]);
  const project = writeProject(subject, onlyFiles);
  const child = spawn(process.execPath, [CHECKER, '-p', project, '--pretty', 'false'], {
    cwd: root, stdio: ['ignore', 'pipe', 'ignore'],
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  return new Promise(resolve => {
    child.on('error', () => resolve([]));
    child.on('close', () => {
      fs.rmSync(project, {force: true});
      resolve(errorsIn(output.join(''), subject));
    });
  });
}

/** A tsconfig of its own: any folder may be the subject, and `#solution` must lead into it. */
function writeProject(subject: Subject, onlyFiles?: readonly string[]): string {
  const folder = path.join(root, 'build');
  fs.mkdirSync(folder, {recursive: true});
  const name = `${process.pid}.${path.basename(subject.folder)}`;
  const project = path.join(folder, `tsconfig.${name}.json`);
  const files = onlyFiles === undefined
    ? {include: [path.join(subject.folder, '*.ts')]}
    : {files: onlyFiles.map(file => path.join(subject.folder, file)).filter(fs.existsSync)};
  fs.writeFileSync(project, JSON.stringify({
    extends: path.join(root, 'tsconfig.json'),
    compilerOptions: {
      // What is not used yet is no error of types.
      noUnusedLocals: false, noUnusedParameters: false,
      rootDir: path.parse(root).root,
      typeRoots: [path.join(root, 'node_modules/@types')],
      paths: {
        '#solution/*': [path.join(subject.folder, '*.ts'), path.join(ABSENT, '*.d.ts')],
        '#raft': [path.join(root, 'harness/raft/index.ts')],
      },
    },
    ...files,
  }));
  return project;
}

function errorsIn(output: string, subject: Subject): readonly TypeError[] {
  const errors: TypeError[] = [];
  for (const line of output.split('\n')) {
    const found = /^(.+?)\((\d+),(\d+)\): error (TS\d+: .*)$/.exec(line);
    if (found?.[1] === undefined) continue;
    const file = path.resolve(root, found[1]);
    if (!file.startsWith(subject.folder + path.sep)) continue;
    errors.push({
      file: `${subject.name}/${path.relative(subject.folder, file)}`,
      line: Number(found[2]), column: Number(found[3]), text: found[4] ?? '',
    });
  }
  return errors;
}
