/** Waits until something is applied behind what it needs. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'waits-for-one-more',
  mistake: 'Waits until something is applied behind what it needs.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    const allowed = this.confirmed.filter(({index}) => index <= lastApplied);\n',
      replace: '    const allowed = this.confirmed.filter(({index}) => index < lastApplied);\n',
    },
    {
      find: '    this.confirmed = this.confirmed.filter(({index}) => index > lastApplied);\n',
      replace: '    this.confirmed = this.confirmed.filter(({index}) => index >= ' +
        'lastApplied);\n',
    },
  ],
  caughtBy: ['read', 'read-no-writes'],
  says: /No permission for 1 of 1 reads/,
};
