/** Keeps its records in a variable of the file. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-memory-of-the-module',
  mistake: 'Keeps its records in a variable of the file.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: 'export class Persistence implements PersistenceRules {\n',
      replace:
        'const records = new Map<ServerId, Json[]>();\n' +
        '\n' +
        'export class Persistence implements PersistenceRules {\n',
    },
    {
      find: '    for (const record of this.disk.records as readonly DiskRecord[]) {\n',
      replace:
        '    const saved = records.get(this.server.self) ?? [];\n' +
        '    for (const record of saved as readonly DiskRecord[]) {\n',
    },
    {
      find: '    if (vote) this.disk.append(this.vote());\n',
      replace:
        '    const saved = records.get(this.server.self) ?? [];\n' +
        '    records.set(this.server.self, saved);\n' +
        '    if (vote) saved.push(this.vote());\n' +
        '    if (vote) this.disk.append(this.vote());\n',
    },
    {
      find: '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    if (log !== undefined) saved.push(log as LogRecord & Json);\n' +
        '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
    },
  ],
  caughtBy: ['restored-2', 'alone', 'persist-1'],
  says: /came back in term 0|without entry 1\/1/,
};
