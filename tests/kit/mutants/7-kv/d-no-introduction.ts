/**
 * A mistake in lab 7d: sends messages without saying who speaks.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-no-introduction',
  mistake: 'sends messages without saying who speaks',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    this.waiting = [encodeFrame({...introduction})];\n',
      replace:
        '    void introduction;\n' +
        '    this.waiting = [];\n',
    },
  ],
  caughtBy: ['transport-wire'],
  says: /^S2 read \{"term":1\} in frame 1 where \{"from":"S1"\} was due/,
  golden: true,
};
