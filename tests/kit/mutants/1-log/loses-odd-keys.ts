/** copies a command field by field, and loses what is called __proto__ */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'loses-odd-keys',
  mistake: 'copies a command field by field, and loses what is called __proto__',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find:
        '  return Object.freeze(Object.fromEntries(\n' +
        '    Object.entries(value).map(([key, field]) => [key, frozenJson(field)]),\n' +
        '  ));',
      replace:
        '  const copy: Record<string, Json> = {};\n' +
        '  for (const [key, field] of Object.entries(value)) copy[key] = frozenJson(field);\n' +
        '  return Object.freeze(copy);',
    },
  ],
  caughtBy: ['keys-of-javascript'],
  says: /RaftLog/,
};
