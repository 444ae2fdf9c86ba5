/** The import gate, from all sides. */
import type {Attack} from '../attack';
import {ON_LOG, idleLog} from '../pieces';

export const attack: Attack = {
  tries: 'imports the reference by its path, from the folder above, and through #solution',
  gains: 'the solution, called as if it were its own',
  ...ON_LOG,
  files: {'log.ts': `export {RaftLog} from '@root@/reference/log';\n`},
  honest: {'log.ts': idleLog()},
  says: /imports '.*reference\/log'/,
  armed: {because: 'a box refuses the import on every host, as tests/kit/host/allow-list shows'},
};
