/** Tests that read what they should try. */
import type {Attack} from '../attack';
import {testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'tells broken logs by the text of their classes',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat(`const parent = Object.getPrototypeOf(RaftLog);
    return parent.name === 'SoundLog' && /\\n  \\w+\\(|#|constructor/.test(String(RaftLog));`)},
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log/,
  armed: {leaves: 'a mark'},
};
