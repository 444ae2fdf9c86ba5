/**
 * A mistake in lab 7d: sends on a connection that the other server has opened.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-answers-on-theirs',
  mistake: 'sends on a connection that the other server has opened',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '        if (isRefused) connection.close();\n',
      replace:
        '        if (isRefused) connection.close();\n' +
        '        else this.theirs.set(from ?? \'\', connection);\n',
    },
    {
      find: '    let link = this.links.get(to);\n',
      replace:
        '    if (this.theirs.has(to)) {\n' +
        '      this.theirs.get(to)?.write(encodeFrame(message));\n' +
        '      return;\n' +
        '    }\n' +
        '    let link = this.links.get(to);\n',
    },
    {
      find:
        '  private isClosed = false;\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
      replace:
        '  private isClosed = false;\n' +
        '  private readonly theirs = new Map<ServerId, Connection>();\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
    },
  ],
  caughtBy: ['transport-wire'],
  says: /^S1 wrote on a connection that S2 had opened/,
};
