/** Forgets a session after a minute of its own clock. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K17-forgets-by-the-clock',
  mistake: 'Forgets a session after a minute of its own clock.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'type Answered = {readonly serial: number; readonly outcome: KvOutcome};',
      replace:
        'type Answered = {readonly serial: number; readonly outcome: KvOutcome; ' +
        'readonly atMs?: number};',
    },
    {
      find: '    if (last === undefined || session',
      replace:
        '    if (Date.now() - (last?.atMs ?? 0) > 60_000) return undefined;\n' +
        '    if (last === undefined || session',
    },
    {
      find: '{serial: session.serial, outcome});',
      replace:
        '{\n' +
        '      serial: session.serial, outcome, atMs: Date.now(),\n' +
        '    });',
    },
  ],
  caughtBy: ['not-forgotten'],
  says: /Ann was told 2 when it asked for append "a" to "x" — it must be 1\./,
};
