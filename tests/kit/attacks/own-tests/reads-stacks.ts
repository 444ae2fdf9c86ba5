/** Tests that ask where an error comes from. */
import type {Attack} from '../attack';
import {testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'tells broken logs by the files in the stack of an error they throw',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat(`try {
      new RaftLog().append({term: 'x', command: ''});
    } catch (error) {
      return /broken/.test(error.stack);
    }
    return false;`)},
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log/,
  armed: {leaves: 'a mark'},
};
