/**
 * A mistake in lab 7d: notes who speaks in one place for all connections.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-name-of-the-last',
  mistake: 'notes who speaks in one place for all connections',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '    let from: ServerId | undefined;\n' +
        '    let isRefused',
      replace:
        '    let isIntroduced = false;\n' +
        '    let isRefused',
    },
    {
      find:
        '      if (from === undefined) {\n' +
        '        from = this.introducedBy(frame);\n' +
        '        isRefused = from === undefined;\n',
      replace:
        '      if (!isIntroduced) {\n' +
        '        this.speaker = this.introducedBy(frame) ?? \'\';\n' +
        '        isIntroduced = true;\n' +
        '        isRefused = this.speaker === \'\';\n',
    },
    {
      find: 'deliver(from, frame.message)',
      replace: 'deliver(this.speaker, frame.message)',
    },
    {
      find:
        '  private isClosed = false;\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
      replace:
        '  private isClosed = false;\n' +
        '  private speaker: ServerId = \'\';\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
    },
  ],
  caughtBy: ['connections-apart'],
  says: /^S\d was /,
};
