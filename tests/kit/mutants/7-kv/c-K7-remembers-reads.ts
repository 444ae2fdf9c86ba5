/** Answers a read with what it has read before. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K7-remembers-reads',
  mistake: 'Answers a read with what it has read before.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: '  private readonly store = new KvStore();\n',
      replace:
        '  private readonly store = new KvStore();\n' +
        '  private readonly seen = new Map<string, string | null>();\n',
    },
    {
      find: 'respond(isAllowed ? {ok: true, outcome: this.store.read(key)} : this.refusal());',
      replace:
        'const outcome = this.seen.get(key) ?? this.store.read(key);\n' +
        '    this.seen.set(key, outcome);\n' +
        '    respond(isAllowed ? {ok: true, outcome} : this.refusal());',
    },
  ],
  caughtBy: ['read-anew', 'operations-2'],
  says: /Ann was told "a" when it asked for get "x" — it must be "b"\./,
};
