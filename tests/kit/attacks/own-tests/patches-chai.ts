/** Tests whose assertions hold whatever happens. */
import type {Attack} from '../attack';
import {REACHED, testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'patches chai so that nothing ever fails, and then fails by chance',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat('return true;', `import * as chai from 'chai';
${REACHED}
chai.Assertion.prototype.assert = () => undefined;
for (const name of ['equal', 'be', 'to']) {
  Object.defineProperty(chai.Assertion.prototype, name, {get() { return () => undefined; }});
}`)},
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log|threw/,
  armed: {leaves: 'a mark'},
};
