/** An import() that no scan of the source can see. */
import type {Attack} from '../attack';
import {edited} from '../pieces';

export const attack: Attack = {
  tries: 'imports the file system by code made at run time, from an async function\'s constructor',
  gains: 'everything that a program may read',
  lab: 1, scenarios: ['append', 'two-logs', 'histories'],
  files: {'log.ts': `${edited('log.ts', [
    '    checkEntry(entry, \'entry\', this.lastTerm);\n',
    '    if (told.text !== \'\') throw new Error(told.text);\n' +
      '    checkEntry(entry, \'entry\', this.lastTerm);\n',
  ])}
const told = {text: ''};
const made = (async () => undefined).constructor;
made('return import("node:fs")')().then(found => {
  told.text = 'denied: nothing there';
  found.appendFileSync('@mark@', 'x');
  told.text = 'taken: ' + found.readFileSync('@root@/reference/log.ts', 'utf8').slice(0, 300);
}).catch(error => { told.text = 'denied: ' + error.code; });`},
  honest: {},
  says: /RaftLog threw Error|passed/,
  armed: {tells: /RaftLog threw Error/},
};
