/**
 * A mistake in lab 7d: appends when it syncs, and appends nothing that no sync follows.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-appends-late',
  mistake: 'appends when it syncs, and appends nothing that no sync follows',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '          disk.append(effect.record);\n' +
        '          this.hasUnsynced = true;\n',
      replace:
        '          this.late.push(effect.record);\n' +
        '          this.hasUnsynced = true;\n',
    },
    {
      find: '          this.mustSync ||= this.hasUnsynced;\n',
      replace:
        '          for (const record of this.late.splice(0).reverse()) disk.append(record);\n' +
        '          this.mustSync ||= this.hasUnsynced;\n',
    },
    {
      find: '  private isOver = false;\n',
      replace:
        '  private isOver = false;\n' +
        '  private readonly late: Json[] = [];\n',
    },
  ],
  caughtBy: ['any-machine'],
  says: /^The driver did .* when .* next/,
};
