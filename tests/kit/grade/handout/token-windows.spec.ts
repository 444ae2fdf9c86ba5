/** A piece of a text is found again however it was dressed. */
import {expect} from 'chai';
import {TokenWindows} from '../../../../harness/grade/handout/token-windows';

const SECRET = `
export function majorityOf(matchIndexes: readonly number[], lastIndex: number): number {
  // The median of all servers' indexes, the leader's own among them.
  const ascending = [...matchIndexes, lastIndex].sort((a: number, b: number) => a - b);
  const middle = Math.floor((ascending.length - 1) / 2);
  return ascending[middle] ?? 0;
}
`;
const BARE = SECRET.replace(/\/\/.*/, '').replaceAll(': readonly number[]', '')
  .replaceAll(': number', '');

function windows(): TokenWindows {
  const known = new TokenWindows();
  known.add('secret.ts', SECRET);
  return known;
}

describe('a piece of a known text', () => {
  const dressed: Readonly<Record<string, readonly [file: string, text: string]>> = {
    'as it is': ['copy.ts', SECRET],
    'in the middle of another file': ['copy.ts', `const a = 1;\n${SECRET}\nconst b = 2;\n`],
    'on one line': ['copy.ts', SECRET.replace(/\/\/.*/, '').replace(/\s+/g, ' ')],
    'without its types': ['copy.js', BARE],
    'with other types': ['copy.ts', SECRET.replaceAll('number', 'bigint')],
    'with its comment gone': ['copy.ts', SECRET.replace(/\/\/.*/, '')],
    'commented out': ['copy.ts', SECRET.replace(/^/gm, '// ')],
    'in a page': ['page.md', `Look:\n\n\`\`\`ts\n${SECRET}\`\`\`\n`],
    'in a string': ['copy.ts', `export const text = ${JSON.stringify(BARE)};`],
    'with other quotes and commas': ['copy.ts', SECRET.replaceAll(';', '')],
    'under a name that says nothing': ['picture.png', SECRET],
  };
  for (const [how, [file, text]] of Object.entries(dressed)) {
    it(`is found ${how}`, () => {
      expect(windows().findIn(file, text)?.source).to.equal('secret.ts');
    });
  }

  it('is not found in what has nothing of it', () => {
    const other = 'export function sum(values: readonly number[]): number {\n' +
      '  return values.reduce((total, value) => total + value, 0);\n}\n';
    expect(windows().findIn('other.ts', other)).to.equal(undefined);
  });

  it('is not found where it is shorter than a window', () => {
    expect(windows().findIn('other.ts', 'const middle = Math.floor((ascending.length - 1) / 2);'))
      .to.equal(undefined);
  });

  it('may be as long as it is if it is allowed', () => {
    const known = windows();
    known.allow('public.ts', SECRET);
    expect(known.findIn('copy.ts', SECRET)).to.equal(undefined);
  });

  it('counts from a given length on', () => {
    expect(windows().findIn('copy.js', BARE, 40)?.source).to.equal('secret.ts');
    expect(windows().findIn('copy.js', BARE, 400)).to.equal(undefined);
  });
});
