/**
 * A mistake in lab 2: encodes what has no JSON text as an empty frame.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'encodes-undefined',
  mistake: 'encodes what has no JSON text as an empty frame',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '  const text = JSON.stringify(message) as string | undefined;\n' +
        '  if (text === undefined) throw new TypeError(`message is no JSON: ' +
        '${typeof message}`);\n',
      replace: '  const text = JSON.stringify(message) ?? \'\';\n',
    },
  ],
  caughtBy: ['no-json-text'],
  says: /The call encodeFrame\(undefined\) was accepted/,
};
