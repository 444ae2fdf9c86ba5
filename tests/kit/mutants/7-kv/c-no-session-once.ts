/** Takes equal commands without a session for one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-no-session-once',
  mistake: 'Takes equal commands without a session for one.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'const known = session === null ? undefined : this.outcomeOf(session);',
      replace:
        'const known = this.outcomeOf(session ?? {clientId: JSON.stringify(operation), ' +
        'serial: 1});',
    },
    {
      find:
        'if (session !== null) this.sessions.set(session.clientId, {serial: ' +
        'session.serial, outcome});',
      replace:
        'const {clientId, serial} = session ?? {clientId: JSON.stringify(operation), ' +
        'serial: 1};\n' +
        '    this.sessions.set(clientId, {serial, outcome});',
    },
  ],
  caughtBy: ['no-session', 'exact-snapshot'],
  says: /Redis-cli was told 1 when it asked for append "a" to "x" — it must be/,
};
