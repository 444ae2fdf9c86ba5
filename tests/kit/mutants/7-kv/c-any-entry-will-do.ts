/** Answers who waits for an index with whatever is committed there. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-any-entry-will-do',
  mistake: 'Answers who waits for an index with whatever is committed there.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'waiter.term === term ? {ok: true, outcome} : this.refusal()',
      replace: 'true ? {ok: true, outcome} : this.refusal()',
    },
    {
      find: '    this.refuseWaiters(() => true);\n',
      replace: '    this.refuseWaiters(() => false);\n',
    },
  ],
  caughtBy: ['another-entry'],
  says: /S\d answered ann's append "lost" to "ann" with 1 — its entry was/,
};
