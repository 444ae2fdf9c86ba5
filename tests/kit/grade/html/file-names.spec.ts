/** Names of submissions as names of files: safe on every system, and never the same twice. */
import {expect} from 'chai';
import fc from 'fast-check';
import path from 'node:path';
import {fileNamesOf} from '../../../../harness/grade/html/file-names';

const one = (name: string): string => fileNamesOf([name])[0] ?? '';

function isSafe(file: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._+@=-]*$/.test(file) && !file.endsWith('.') && file.length <= 100
    && path.win32.basename(file) === file
    && !/^(con|prn|aux|nul|com\d|lpt\d|index)(\.|$)/i.test(file);
}

describe('the file of a submission', () => {
  it('is its own name where that is plain', () => {
    for (const name of ['ada-complete', 'Ada_Lovelace', 's123.4', 'ada@uni.edu']) {
      expect(one(name)).to.equal(name);
    }
  });

  for (const name of [
    '', '.', '..', '../../etc/passwd', '/', '\\\\server\\share', 'C:\\x', 'a/b', 'a\u0000b', 'con',
    'CON.txt', 'nul', 'index', 'Index', 'x'.repeat(5000), 'שלום', '\u202egnp.exe', 'a b', 'a?b#c',
    '%2e%2e', '-rf', '~', 'a.', 'javascript:alert(1)', '<script>', '😀', '\ud800',
  ]) {
    it(`is safe for ${JSON.stringify(name.slice(0, 30))}`, () => {
      expect(one(name)).to.satisfy(isSafe);
    });
  }

  it('does not depend on who is listed first', () => {
    const names = ['Ada', 'ada', 'a/b', 'a-b'];
    const reversed = [...fileNamesOf([...names].reverse())].reverse();
    expect(reversed).to.deep.equal(fileNamesOf(names));
    expect(fileNamesOf(['ada', 'grace'])[0]).to.equal('ada');
  });

  it('is safe and nobody else\'s, whatever the names are', () => {
    const nasty = fc.oneof(fc.string({unit: 'binary'}), fc.string(),
      fc.constantFrom('Ada', 'ada', 'ADA', 'ada.', 'ada-2', 'a/da', 'a\\da', 'con', 'ada '));
    fc.assert(fc.property(fc.array(nasty, {maxLength: 12}), names => {
      const files = fileNamesOf(names);
      expect(files.filter(file => !isSafe(file))).to.deep.equal([]);
      expect(new Set(files.map(file => file.toLowerCase())).size).to.equal(names.length);
      expect(fileNamesOf(names)).to.deep.equal(files);
    }), {seed: 4, numRuns: 200, endOnFailure: true});
  });
});
