/**
 * A mistake in lab 2: keeps the unfinished frame in a variable of the module.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'decoders-share',
  mistake: 'keeps the unfinished frame in a variable of the module',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '  private body = new Uint8Array(0);\n',
      replace:
        '  private get body(): Uint8Array {\n' +
        '    return unfinished.body;\n' +
        '  }\n' +
        '\n' +
        '  private set body(body: Uint8Array) {\n' +
        '    unfinished.body = body;\n' +
        '  }\n' +
        '\n',
    },
    {
      find: '/** Takes the bytes of one connection,',
      replace:
        'const unfinished = {body: new Uint8Array(0)};\n' +
        '\n' +
        '/** Takes the bytes of one connection,',
    },
  ],
  caughtBy: ['two-connections'],
  says: /The step "one\.push\(74 65 72 6d 22 3a 31 7d\)"/,
};
