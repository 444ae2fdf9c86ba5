/** Keeps the sessions of the last fifty clients, and forgets the others. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-fifty-sessions',
  mistake: 'Keeps the sessions of the last fifty clients, and forgets the others.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        '    if (session !== null) this.sessions.set(session.clientId, ' +
        '{serial: session.serial, outcome});',
      replace:
        '    if (session !== null) this.sessions.set(session.clientId, ' +
        '{serial: session.serial, outcome});\n' +
        '    const [oldest] = this.sessions.keys();\n' +
        '    if (oldest !== undefined && this.sessions.size > 50) this.sessions.delete(oldest);',
    },
  ],
  caughtBy: ['three-hundred-sessions'],
  says: /Ann was told 2 when it asked for append/,
};
