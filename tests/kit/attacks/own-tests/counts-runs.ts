/** Tests that know in which order they are tried. */
import type {Attack} from '../attack';
import {testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'counts its runs, and fails each time a broken log is due',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat(`structuredClone.runs = (structuredClone.runs ?? 0) + 1;
    return structuredClone.runs % 4 === 0;`)},
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log/,
  armed: {leaves: 'a mark'},
};
