/** Empties the disk, and then writes everything anew: a crash between the two loses all of it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-rewrites-in-two-steps',
  mistake: 'Empties the disk, and then writes everything anew: a crash between the two loses ' +
    'all of it.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find:
        '    if (vote) this.disk.append(this.vote());\n' +
        '    if (log !== undefined) this.disk.append(log as LogRecord & Json);\n',
      replace:
        '    if (vote || log !== undefined) {\n' +
        '      this.disk.rewrite([]);\n' +
        '      for (const record of this.everything()) this.disk.append(record);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['crash-over-own', 'crash-over-alone', 'crash-over-again', 'crash-over-conflict'],
  says: /started again without entry \d+\/\d+/,
};
