/** Tells clients apart by the first eight characters of their names. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-short-client-ids',
  mistake: 'Tells clients apart by the first eight characters of their names.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        'session !== null) this.sessions.set(session.clientId, {serial: ' +
        'session.serial, outcome});',
      replace:
        'session !== null) {\n' +
        '      const name = session.clientId.slice(0, 8);\n' +
        '      this.sessions.set(name, {serial: session.serial, outcome});\n' +
        '    }',
    },
    {
      find:
        'this.sessions.get(session.clientId)',
      replace:
        'this.sessions.get(session.clientId.slice(0, 8))',
    },
  ],
  caughtBy: ['alike'],
  says: /it must be 2/,
};
