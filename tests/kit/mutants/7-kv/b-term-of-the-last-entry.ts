/** Takes the term of the last entry of the log for that of the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-term-of-the-last-entry',
  mistake: 'Takes the term of the last entry of the log for that of the snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries = this.entries.slice(this.positionOf(index) + 1);\n' +
        '    this.lastIncludedIndex = index;\n' +
        '    this.lastIncludedTerm = term;\n',
      replace: '    this.lastIncludedTerm = this.lastTerm;\n' +
        '    this.entries = this.entries.slice(this.positionOf(index) + 1);\n' +
        '    this.lastIncludedIndex = index;\n',
    },
  ],
  caughtBy: ['discard-1', 'discard-2', 'install-12'],
  says: /answers lastIncludedTerm with 3 — it must be 1|snapshot ends with entry 2\/[23]/,
};
