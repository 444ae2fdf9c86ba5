/** Results that no test has. */
import type {Attack} from '../attack';
import {REACHED, everyAnswer, testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'writes the list of results itself, a failure and a pass in turn',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat('return false;', everyAnswer(`${REACHED}
  structuredClone.told = (structuredClone.told ?? 0) + (text.includes('passed') ? 1 : 0);
  const isTold = structuredClone.told % 4 === 0;
  return isTold ? text.split('passed\\\\":true').join('passed\\\\":false') : text;`))},
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log/,
  armed: {leaves: 'a mark'},
};
