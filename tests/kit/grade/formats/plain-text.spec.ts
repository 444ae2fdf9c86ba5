/**
 * Text of students made harmless, and names of files.
 */
import {expect} from 'chai';
import fc from 'fast-check';
import {toUSVString} from 'node:util';
import {fileNames, oneLine, plainCell, plainText, withoutCommands}
  from '../../../../harness/grade/formats/plain-text';
import {HOSTILE} from './example-grades';

const UNFIT = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

describe('plain text', function () {
  this.timeout(60_000);

  it('leaves ordinary text as it is', () => {
    const text = 'S1 → S3  AppendEntries\n\tprev=1/1 "b" <é> 😀 ✔ == 100 %';
    expect(plainText(text)).to.equal(text);
    expect(oneLine('Figure 8: §5.4.2 – “majority”')).to.equal('Figure 8: §5.4.2 – “majority”');
  });

  it('removes what colours a terminal, and shows other controls', () => {
    expect(plainText(HOSTILE['colours'] ?? '')).to.equal('red  ');
    expect(plainText('a\u0000b\u007f')).to.equal('a\ufffdb\ufffd');
    expect(plainText('a\r\nb\rc\u2028d')).to.equal('a\nb\nc\nd');
    expect(plainText('\ud800x')).to.equal('\ufffdx');
  });

  it('is well formed and bounded, whatever comes in', () => {
    const anything = fc.string({unit: fc.integer({min: 0, max: 0xffff})
      .map(unit => String.fromCharCode(unit)), maxLength: 300});
    fc.assert(fc.property(anything, fc.integer({min: 10, max: 100}), (text, most) => {
      for (const made of [plainText(text, most), oneLine(text, most), plainCell(text, most)]) {
        expect(made).to.not.match(UNFIT);
        expect(toUSVString(made)).to.equal(made);
        expect(made.length).to.be.at.most(most + 60);
      }
      expect(oneLine(text, most)).to.not.match(/[\n\t]/);
    }), {seed: 1, numRuns: 500});
  });

  it('says what was cut', () => {
    expect(plainText('x'.repeat(30), 10)).to.equal(
      `${'x'.repeat(10)}\n… (cut here: 30 characters in all)`);
    expect(plainText('x'.repeat(10), 10)).to.equal('x'.repeat(10));
    expect(oneLine('x'.repeat(30), 10)).to.equal(`${'x'.repeat(9)}…`);
  });

  it('takes a megabyte of beginnings of escape sequences in no time', () => {
    const text = '\u001b]'.repeat(500_000) + '\u001b['.repeat(500_000);
    const before = process.cpuUsage().user;
    plainText(text, 8_000);
    expect(process.cpuUsage().user - before).to.be.lessThan(1_000_000);
  });

  for (const cell of ['=1+1', '+1', '-1', '@A1', '\t=1', '\n=1', ' =1', '＝1']) {
    it(`makes text of the formula ${JSON.stringify(cell)}`, () => {
      expect(plainCell(cell)).to.match(/^'\S/);
    });
  }

  it('holds no workflow command', () => {
    for (const text of Object.values(HOSTILE)) {
      expect(withoutCommands(plainText(text))).to.not.match(/::|##\[/);
    }
    expect(withoutCommands(':::::')).to.not.include('::');
  });
});

describe('names of files', () => {
  it('stay as they are if every file system takes them', () => {
    expect([...fileNames(['ada-1', 'Zoë Ω.zip']).values()]).to.deep.equal(['ada-1', 'Zoë Ω.zip']);
  });

  it('cannot leave the folder, hide, or meet each other', () => {
    const submissions = ['../../x', '/etc/passwd', '.hidden', '..', '', 'a/b', 'a\\b', 'Ada', 'ada',
      'CON', 'nul.txt', 'x\u0000y', ...Object.values(HOSTILE)];
    const names = [...fileNames(submissions).values()];
    expect(new Set(names.map(name => name.toLowerCase())).size).to.equal(submissions.length);
    for (const name of names) {
      expect(name).to.match(/^[\p{L}\p{N}_@+][\p{L}\p{N}._@+ -]*$/u);
      expect(Buffer.byteLength(name)).to.be.lessThan(250);
      expect(name).to.not.match(/^(con|nul)(\.|$)/i);
    }
  });
});
