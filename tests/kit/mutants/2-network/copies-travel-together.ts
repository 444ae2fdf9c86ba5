/**
 * A mistake in lab 2: both copies of a message have the same delay.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'copies-travel-together',
  mistake: 'both copies of a message have the same delay',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.dispatch(packet);\n' +
        '    if (this.happens(this.duplicationProbability)) {\n' +
        '      this.tell(\'duplicated\', packet);\n' +
        '      this.dispatch(packet);\n' +
        '    }\n',
      replace:
        '    const twice = this.happens(this.duplicationProbability);\n' +
        '    if (twice) this.tell(\'duplicated\', packet);\n' +
        '    this.dispatch(packet, twice ? 2 : 1);\n',
    },
    {
      find: '  private dispatch(packet: Packet): void {',
      replace: '  private dispatch(packet: Packet, copies: number): void {',
    },
    {
      find: '      this.options.schedule(this.drawDelayMs(), () => this.deliver(packet));\n',
      replace:
        '      const delayMs = this.drawDelayMs();\n' +
        '      for (let copy = 0; copy < copies; copy++) {\n' +
        '        this.options.schedule(delayMs, () => this.deliver(packet));\n' +
        '      }\n',
    },
  ],
  caughtBy: ['copies-part', 'random-network'],
  says: /each copy of a duplicated|once nothing is on its way,/,
};
