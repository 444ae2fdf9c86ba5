/** A field that is another at the second look. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with a getter: a number when it is checked, a bigint when it is sent',
  gains: 'a slip of the kit in its own process, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: `(() => {
      let looks = 0;
      return {get term() { return ++looks === 1 ? 1 : 1n; }};
    })()`}),
  says: /threw TypeError/,
  armed: {leaves: 'a mark'},
};
