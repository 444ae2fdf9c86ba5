/** When reports are dressed, and when their readers are files, pipes or pagers. */
import {expect} from 'chai';
import {chooseLook, paintFor} from '../../../harness/report/look';

describe('a look', () => {
  for (const [asked, environment, expected] of [
    [{terminal: true}, {}, {plain: false, colour: true}],
    [{terminal: true, plain: true}, {}, {plain: true, colour: false}],
    [{terminal: true}, {NO_COLOR: '1'}, {plain: true, colour: false}],
    [{terminal: undefined}, {}, {plain: false, colour: false}],
    [{terminal: undefined}, {CI: 'true'}, {plain: false, colour: false}],
    [{terminal: undefined}, {FORCE_COLOR: '1'}, {plain: false, colour: true}],
    [{terminal: undefined}, {FORCE_COLOR: '0'}, {plain: false, colour: false}],
  ] as const) {
    const {plain, colour} = expected;
    it(`is ${plain ? 'plain' : 'Unicode'}, ${colour ? 'in colour' : 'without colour'}, for ` +
      `${JSON.stringify({...asked, terminal: Boolean(asked.terminal)})} and ` +
      JSON.stringify(environment), () => {
      const look = chooseLook(asked, environment);
      expect(look).to.deep.equal(expected);
      expect(paintFor(look).dim('x')).to.equal(colour ? '\u001b[2mx\u001b[22m' : 'x');
    });
  }
});
