/** Tests that ask where an error comes from. */
import type {Attack} from '../attack';
import {testsThat, ON_TESTS, HONEST_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'tells broken logs by the files in the stack of an error they throw',
  gains: 'the points of tests that find mistakes, for tests that look for none',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat(`try {
      new RaftLog().append({term: 'x', command: ''});
    } catch (error) {
      return /broken/.test(error.stack);
    }
    return false;`)},
  honest: HONEST_TESTS,
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log/,
  armed: {leaves: 'a mark'},
};
