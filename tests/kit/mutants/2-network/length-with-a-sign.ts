/**
 * A mistake in lab 2: reads the length as a number with a sign.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'length-with-a-sign',
  mistake: 'reads the length as a number with a sign',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    const bytes = new DataView(this.length.buffer).getUint32(0);',
      replace: '    const bytes = new DataView(this.length.buffer).getInt32(0);',
    },
  ],
  caughtBy: ['chunk-11'],
  says: /The step "decoder\.push\(00 00 00 03 22 61 22/,
};
