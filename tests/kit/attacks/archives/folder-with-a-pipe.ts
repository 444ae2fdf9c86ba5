/** A pipe that nobody writes to. */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type {Attack} from '../attack';
import {ON_LOG} from '../pieces';

export const attack: Attack = {
  tries: 'hands in a folder in which log.ts is a pipe',
  gains: 'a grader that waits for the pipe for ever',
  ...ON_LOG,
  files: {},
  honest: {},
  handIn: (_files, folder) => {
    fs.rmSync(path.join(folder, 'log.ts'));
    execFileSync('mkfifo', [path.join(folder, 'log.ts')]);
    return folder;
  },
  says: /refused: log.ts is a pipe/,
  armed: {because: 'it is an archive; taking.spec.ts takes honest ones'},
};
