/** Does nothing when entries have been applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-looks-again',
  mistake: 'Does nothing when entries have been applied.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '  entriesApplied(): void {\n' +
        '    const {lastApplied}',
      replace: '  entriesApplied(): void {}\n' +
        '\n' +
        '  private allowWhatIsApplied(): void {\n' +
        '    const {lastApplied}',
    },
    {
      find: '    this.confirming = [];\n' +
        '    this.entriesApplied();\n',
      replace: '    this.confirming = [];\n' +
        '    this.allowWhatIsApplied();\n',
    },
  ],
  caughtBy: ['read-new-leader', 'read-leads-again'],
  says: /No permission for 1 of 1 reads/,
};
