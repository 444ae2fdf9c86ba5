/** Takes no notice of a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K19-restore-does-nothing',
  mistake: 'Takes no notice of a snapshot.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        '    const {values, sessions} = data as Saved;\n' +
        '    this.values = new Map(values);\n' +
        '    this.sessions = new Map(sessions);\n',
      replace: '    void (data as Saved);\n',
    },
  ],
  caughtBy: ['travels-with-a-snapshot', 'odd-keys-in-a-snapshot'],
  says: new RegExp([
    'Ann was told "a" when it asked for get "x" — it must be null\\.',
    'Ann was told null when it asked for get "" — it must be ""\\.',
  ].join('|')),
};
