/** Lets clients read for T after a majority has answered, by its own clock. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-lease',
  mistake: 'Lets clients read for T after a majority has answered, by its own clock.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '      this.queued.push({index, allow});\n',
      replace: '      if (Date.now() < this.leaseUntilMs && state.lastApplied >= index) ' +
        'return allow(true);\n' +
        '      this.queued.push({index, allow});\n',
    },
    {
      find: '    this.confirmed.push(...this.confirming);\n',
      replace: '    this.leaseUntilMs = Date.now() + this.server.settings.electionTimeoutMs;\n' +
        '    this.confirmed.push(...this.confirming);\n',
    },
    {
      find: '  private firstIndexOfTerm = 0;\n',
      replace: '  private firstIndexOfTerm = 0;\n' +
        '  private leaseUntilMs = 0;\n',
    },
  ],
  caughtBy: ['read-majority', 'read-leads-again'],
  says: /nobody had answered/,
};
