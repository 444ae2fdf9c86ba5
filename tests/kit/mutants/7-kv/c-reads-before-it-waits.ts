/** Reads first, and then waits until it may. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-reads-before-it-waits',
  mistake: 'Reads first, and then waits until it may.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        '    const isAllowed = await this.raft.read();\n' +
        '    respond(isAllowed ? {ok: true, outcome: this.store.read(key)} : ' +
        'this.refusal());',
      replace:
        '    const outcome = this.store.read(key);\n' +
        '    const isAllowed = await this.raft.read();\n' +
        '    respond(isAllowed ? {ok: true, outcome} : this.refusal());',
    },
  ],
  caughtBy: ['reads-what-was-committed'],
  says: /Ann was told null when it asked for get "x" — it must be "a"\./,
};
