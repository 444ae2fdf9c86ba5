/**
 * A mistake in lab 2: a server that is cut off does not receive what has arrived.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cut-takes-what-has-arrived',
  mistake: 'a server that is cut off does not receive what has arrived',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    if (!this.network.isCurrent(this)) return undefined;\n',
      replace:
        '    if (!this.network.isCurrent(this)) return undefined;\n' +
        '    if (this.arrived[0] !== undefined && ' +
        'this.network.isCut(this.arrived[0])) return undefined;\n',
    },
    {
      find: '  private isCut(',
      replace: '  isCut(',
    },
  ],
  caughtBy: ['arrived-before-cut', 'random-network'],
  says: /S2 received nothing|once healed and with all faults at 0, the/,
};
