/** Titles that speak to whoever prints them. */
import type {Attack} from '../attack';
import {REACHED, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'fails with titles full of colours, commands and a megabyte of text',
  ...ON_TESTS,
  gains: 'a report that nobody can read, or that says something else',
  files: {'tests/log.test.ts': `describe('\\u001b[2J::error::\\r' + 'x'.repeat(1_000_000), () => {
  it('\\u0000\\n##[error]', () => { ${REACHED} throw new Error('y'.repeat(1_000_000)); });
});
`},
  says: /refuse a correct log/,
  armed: {leaves: 'a mark'},
};
