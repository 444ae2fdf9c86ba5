/** Tests that fail by ending everything. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'ends its process in a test, which on a broken log counts as noticing',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat(`${REACHED}
    ${PROCESS}.exit(1);`)},
  says: /refuse a correct log|no answer|ended/,
  armed: {leaves: 'a mark'},
};
