/** What is put into a template is text. */
import {expect} from 'chai';
import {brief, briefLines, html, legibleText} from '../../../../harness/grade/html/markup';

describe('a template', () => {
  it('escapes text, in elements and in attributes, alone and in lists', () => {
    const nasty = '"><script>alert(\'&\')</script>';
    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;';
    expect(String(html`<p title="${nasty}">${nasty}${[nasty, [nasty]]}</p>`))
      .to.equal(`<p title="${escaped}">${escaped}${escaped}${escaped}</p>`);
  });

  it('takes what another template made as it is', () => {
    expect(String(html`<ul>${['a', 'b&'].map(one => html`<li>${one}</li>`)}</ul>`))
      .to.equal('<ul><li>a</li><li>b&amp;</li></ul>');
  });

  it('shows what cannot be seen', () => {
    expect(legibleText('a\u0000b\u202ec\u2066d\u200be\u001b[31m\r\nf\ufeff\tg'))
      .to.equal('a\\u0000b\\u202ec\\u2066d\\u200be\\u001b[31m\nf\\ufeff\tg');
    expect(String(html`${'\u202e'}`)).to.equal('\\u202e');
  });

  it('leaves names of all scripts alone', () => {
    for (const name of ['Adá', 'A\u0301da', 'שלום', 'می\u200cخواهم', '李', '👩‍💻', 'नमस्ते']) {
      expect(legibleText(name)).to.equal(name);
    }
  });

  it('keeps heaps of accents off the lines above', () => {
    expect(legibleText(`Z${'\u0301'.repeat(500)}a`).length).to.be.lessThan(10);
  });
});

describe('a long text', () => {
  it('is one line of so many characters', () => {
    expect(brief('a  b\n c', 10)).to.equal('a b c');
    expect(brief('abcdef', 5)).to.equal('abcde…');
    expect(brief('x'.repeat(1_000_000), 5)).to.equal('xxxxx… (1000000 characters in all)');
  });

  it('keeps its lines, so many of them, and of each so much', () => {
    const room = {lines: 3, columns: 4};
    expect(briefLines('ab\n  c', room)).to.equal('ab\n  c');
    expect(briefLines('abcdef\ng', room)).to.equal('abcd… (6 characters)\ng');
    expect(briefLines('a\nb\nc\nd', room)).to.equal('a\nb\nc\n… (7 characters in all)');
    expect(briefLines('y'.repeat(1_000_000), room).length).to.be.lessThan(80);
  });
});
