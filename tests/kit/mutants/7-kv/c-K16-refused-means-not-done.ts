/** Takes a refusal for a no, and asks with a new number. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K16-refused-means-not-done',
  mistake: 'Takes a refusal for a no, and asks with a new number.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '    const isUseful =',
      replace:
        '    if (this.open !== undefined) {\n' +
        '      this.open.request = {...this.open.request, serial: ++this.serial};\n' +
        '    }\n' +
        '    const isUseful =',
    },
    {
      find: '  readonly request: KvRequest;\n',
      replace: '  request: KvRequest;\n',
    },
  ],
  caughtBy: ['refused', 'unreliable-one-key'],
  says: new RegExp([
    'C\\d+ asked with serial 2 — it must be 1\\.',
    'C\\d+ appended "C\\d+\\.5 " once — it is there twice\\.',
  ].join('|')),
  golden: true,
};
