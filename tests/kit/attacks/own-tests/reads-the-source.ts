/** Tests that read what they should try. */
import type {Attack} from '../attack';
import {testsThat, ON_TESTS, HONEST_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'tells broken logs by the text of their classes',
  gains: 'the points of tests that find mistakes, for tests that look for none',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat(`const parent = Object.getPrototypeOf(RaftLog);
    return parent.name === 'SoundLog' && /\\n  \\w+\\(|#|constructor/.test(String(RaftLog));`)},
  honest: HONEST_TESTS,
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log/,
  armed: {leaves: 'a mark'},
};
