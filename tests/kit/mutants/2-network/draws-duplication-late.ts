/**
 * A mistake in lab 2: decides when a message is due whether it arrives twice.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'draws-duplication-late',
  mistake: 'decides when a message is due whether it arrives twice',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    if (this.happens(this.duplicationProbability)) {\n' +
        '      this.tell(\'duplicated\', packet);\n' +
        '      this.dispatch(packet);\n' +
        '    }\n',
      replace: '',
    },
    {
      find: '      endpoint.arrived.push(packet);\n',
      replace:
        '      endpoint.arrived.push(packet);\n' +
        '      if (this.happens(this.duplicationProbability)) {\n' +
        '        this.tell(\'duplicated\', packet);\n' +
        '        endpoint.arrived.push(packet);\n' +
        '        this.tell(\'delivered\', packet);\n' +
        '      }\n',
    },
  ],
  caughtBy: ['copies-part', 'from-then-on'],
  says: /each copy of a duplicated|a control that changes/,
};
