/**
 * A mistake in lab 7d: takes one connection from each server and refuses the next.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-refuses-the-second',
  mistake: 'takes one connection from each server and refuses the next',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '        isRefused = from === undefined;\n',
      replace:
        '        isRefused = from === undefined || this.known.has(from);\n' +
        '        if (from !== undefined) this.known.add(from);\n',
    },
    {
      find:
        '  private isClosed = false;\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
      replace:
        '  private isClosed = false;\n' +
        '  private readonly known = new Set<ServerId>();\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
    },
  ],
  caughtBy: ['connections-apart', 'restarted'],
  says: /was never given/,
};
