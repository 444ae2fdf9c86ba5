/** Comments that make a debugger read. */
import type {Attack} from '../attack';
import {ON_LOG, readReference} from '../pieces';

const MAP = Buffer.from(JSON.stringify({
  version: 3, file: 'log.js', sources: ['@others@/log.ts', '/etc/passwd'], names: [],
  mappings: 'AAAA;AACA;AACA;AACA;AACA;AACA;AACA;AACA',
})).toString('base64');

export const attack: Attack = {
  tries: 'says that its source map is a file of the grader, and throws',
  gains: 'the text of that file, where a stack is explained with it',
  ...ON_LOG,
  files: {'log.ts': `${readReference('log.ts')}
export const map = '\\n//# sourceMappingURL=@others@/log.ts\\n';
throw new Error('mapped');
//# sourceMappingURL=@others@/log.ts
//# sourceMappingURL=data:application/json;base64,${MAP}
//# sourceURL=@root@/reference/log.ts
`},
  honest: {},
  says: /Error: mapped/,
  armed: {tells: /mapped/},
};
