/**
 * A mistake in lab 2: a cut also stops what is due after it was healed.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-cut-marks-what-is-on-its-way',
  mistake: 'a cut also stops what is due after it was healed',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  private readonly endpoints',
      replace:
        '  private cuts = 0;\n' +
        '  private readonly endpoints',
    },
    {
      find: '    const unreached =',
      replace:
        '    this.cuts++;\n' +
        '    const unreached =',
    },
    {
      find: '      this.options.schedule(this.drawDelayMs(), () => this.deliver(packet));\n',
      replace:
        '      const {cuts} = this;\n' +
        '      this.options.schedule(this.drawDelayMs(), () => {\n' +
        '        if (cuts === this.cuts) this.deliver(packet);\n' +
        '      });\n',
    },
  ],
  caughtBy: ['cut-when-6'],
  says: /S2 received nothing/,
};
