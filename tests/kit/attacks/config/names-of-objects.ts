/** Files with the names of what every object has. */
import type {Attack} from '../attack';
import {ON_LOG, readReference} from '../pieces';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

export const attack: Attack = {
  tries: 'hands in files called __proto__, constructor and toString, and imports them',
  gains: 'fields of the grader\'s own objects, where files are looked up by name',
  ...ON_LOG,
  files: {
    'log.ts': NAMES.map((name, n) => `import {f${n}} from '#solution/${name}';\n`).join('') +
      `${readReference('log.ts')}\n` +
      `if (${NAMES.map((_, n) => `f${n}()`).join(' + ')} !== 10) throw new Error('others');\n`,
    ...Object.fromEntries(NAMES.map((name, n) =>
      [`${name}.ts`, `export const f${n} = () => ${n};\n`])),
  },
  honest: {},
  says: /append passed/,
  armed: {passes: true},
};
