/** Tests that look at what their process is told. */
import type {Attack} from '../attack';
import {testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'patches JSON.parse, through which the process learns which log it is to try',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat('return structuredClone.isBroken === true;', `
const parse = JSON.parse;
if (structuredClone.isBroken === undefined) {
  structuredClone.isBroken = false;
  JSON.parse = (text, ...more) => {
    if (/variants.(broken|correct)/.test(text)) {
      structuredClone.isBroken = /variants.broken/.test(text);
    }
    return parse(text, ...more);
  };
}`)},
  says: /pass on a broken log|pass on all \d+ broken logs|refuse a correct log/,
  armed: {leaves: 'a mark'},
};
