/** The pages of the HTML report, as text: whole, linked, escaped, and the same every time. */
import {expect} from 'chai';
import crypto from 'node:crypto';
import path from 'node:path';
import {feedbackOf} from '../../../../harness/grade/feedback';
import type {Grade} from '../../../../harness/grade/grade';
import {htmlReport} from '../../../../harness/grade/html/html-report';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {MISTAKES, gradeFor} from './sample-class';
import {hostileClass, sampleClass} from './sample-students';

type Pages = ReadonlyMap<string, string>;

function pagesOf(grades: readonly Grade[]): Pages {
  const context = {policy: DEFAULT_POLICY, kit: '0.1.0', tell: () => undefined};
  const files = [...htmlReport.write(grades, context)];
  return new Map(files.map(([name, text]) => [name, String(text)]));
}

/** What a reader sees, without tags. */
function textOf(page: string): string {
  return page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    .replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function allOf(page: string, pattern: RegExp): readonly string[] {
  return [...page.matchAll(pattern)].map(([, found]) => found ?? '');
}

function linksOf(page: string): readonly string[] {
  return allOf(page, /<a [^>]*href="([^"]*)"/g);
}

const grades = sampleClass();
const pages = pagesOf(grades);
const index = pages.get('report/index.html') ?? '';
const pageOf = (name: string): string => pages.get(`report/submissions/${name}.html`) ?? '';

describe('the HTML report', () => {
  it('has an index, a page a submission, a page a student, and a page for each order', () => {
    const names = [...pages.keys()];
    expect(names.filter(name => name.startsWith('report/submissions/'))).to.have.length(30);
    expect(names.filter(name => name.startsWith('feedback/'))).to.have.length(30);
    expect(names).to.include.members([
      'report/index.html', 'report/submissions/ada-lovelace.html', 'feedback/ada-lovelace.html',
      'report/sorted/total-down.html', 'report/sorted/lab-7-up.html',
    ]);
    expect(pagesOf([]).size).to.equal(0);
  });

  it('links only to pages and places that are there', () => {
    for (const [name, page] of pages) {
      const places = allOf(page, / id="([^"]*)"/g);
      expect(new Set(places).size, name).to.equal(places.length);
      for (const link of linksOf(page)) {
        const [file = '', place] = link.split('#');
        const target = file === '' ? name : path.posix.join(path.posix.dirname(name), file);
        expect(pages.has(target), `${name} links to ${link}`).to.equal(true);
        if (place !== undefined) expect(pages.get(target)).to.include(` id="${place}"`);
      }
    }
  });

  it('gives every page a policy that allows its own style sheet and nothing that runs', () => {
    for (const [name, page] of pages) {
      const [style = ''] = allOf(page, /<style>(.*?)<\/style>/gs);
      const hash = crypto.createHash('sha256').update(style).digest('base64');
      expect(page, name)
        .to.include(`default-src 'none'; style-src 'sha256-${hash}'; img-src data:;`);
      expect(page, name).to.not.match(/<script|\sstyle=|\son\w+=|@import|url\(/);
    }
  });

  it('is the same for the same grades', () => {
    expect(pagesOf(sampleClass())).to.deep.equal(pages);
  });

  it('keeps a page with hundreds of passed scenarios small', () => {
    const grade = gradeFor({submission: 'big', labs: 7, mistakes: []});
    const labs = grade.labs.map(lab => ({
      ...lab, scenarios: Array.from({length: 115}, () => lab.scenarios[0]!),
    }));
    const [page = ''] = [...pagesOf([{...grade, labs}]).values()].slice(-2);
    expect(allOf(page, /<li>(.)/g).length).to.be.greaterThan(800);
    expect(page.length).to.be.lessThan(120_000);
  });
});

describe('the page of the class', () => {
  const text = textOf(index);

  it('says how the class did, and what to talk about first', () => {
    expect(text).to.include('submissions 30').and.include('need a look 3');
    expect(text).to.match(/first about only its own term counts \(lab 4, §5\.4\.2\): 8 of \d+/);
    expect(text).to.include('8 submissions fail the same way.');
  });

  it('names what needs a look before anything else', () => {
    const order = ['⊘ refused Oscar Outside', '⚙ slip of the grader Trent Trusted',
      '≠ not confirmed Mallory Malicious', 'How each lab went', 'What to talk about',
      'Failing the same way', 'All submissions', 'How it was graded'];
    const places = order.map(words => text.replace(/^.*?Skip to/, '').indexOf(words, 150));
    expect(places.every(place => place > 0)).to.equal(true);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  it('tells each bar in words, too', () => {
    const labels = allOf(index, /class="histogram" role="img" aria-label="([^"]*)"/g);
    expect(labels).to.have.length(8);
    expect(labels[1]).to.equal('Lab 1: 1 with nothing, 28 with all points.');
  });

  it('says how and when it was graded', () => {
    expect(text).to.match(/Kit 0\.1\.0 Policy 3fa9c04be21d Sandbox tier 1, own user/);
    expect(text).to.include('begun 2026-11-21 02:14 UTC');
  });

  it('says so once if no sandbox was whole', () => {
    const sandbox = {tier: 4, name: 'none', isSecure: false} as const;
    const weak = grades.slice(0, 3).map(grade => ({...grade, sandbox}));
    const told = textOf(pagesOf(weak).get('report/index.html') ?? '');
    expect(told.match(/⚠ weak sandbox/g)).to.have.length(1);
    expect(told).to.include('weak sandbox all submissions').and.include('need a look 0');
  });

  it('says so if nothing needs a look', () => {
    const told = textOf(pagesOf(grades.slice(0, 3)).get('report/index.html') ?? '');
    expect(told).to.include('Nothing needs a look');
  });

  it('is sorted by any column, both ways', () => {
    const pageBy = (order: string): string => pages.get(`report/sorted/${order}.html`) ?? '';
    const first = (order: string): string => (
      textOf(/<tbody>.*?<\/th>/s.exec(pageBy(order))?.[0] ?? '').trim());
    expect(first('name-up')).to.equal('Ada Lovelace');
    expect(first('name-down')).to.equal('Trent Trusted');
    expect(first('total-down')).to.equal('Ada Lovelace');
    expect(first('lab-5-up')).to.equal('Oscar Outside');
    expect(pageBy('total-down')).to.match(/aria-sort="descending"\s*><a [^>]*total-up/);
  });
});

describe('the page of a submission', () => {
  it('tells every verdict', () => {
    for (const grade of grades) {
      const text = textOf(pageOf(grade.submission));
      for (const {title, reason} of grade.labs.flatMap(lab => lab.scenarios)) {
        expect(text).to.include(title);
        if (reason !== undefined) expect(text).to.include(reason);
      }
    }
  });

  it('tells of a failure the claim, the text, the picture, the seeds and the way to see it', () => {
    const page = pageOf('tony-hoare');
    const {text = '', picture = ''} = grades.find(one => one.submission === 'tony-hoare')!
      .labs[3]!.scenarios.find(one => one.verdict === 'failed')!;
    expect(textOf(page)).to.include(text.replace(/\s+/g, ' '));
    expect(page).to.include(Buffer.from(picture).toString('base64'));
    expect(textOf(page)).to.include('9 of 12 seeds pass, the first that fails is 5')
      .and.include('See it at home: npx flotilla replay 4-own-term-3-s5-v0.1.0');
  });

  it('folds away what fails with the same words, and still tells it', () => {
    const grade = gradeFor({submission: 'often', labs: 7, mistakes: [{
      ...MISTAKES.votes, scenarios: /^(majority|own-term|figure-8|one-answers)/,
    }]});
    const page = pagesOf([grade]).get('report/submissions/often.html') ?? '';
    expect(textOf(page)).to.include('✘ 5 more failed with the same words ✘ failed');
    expect(allOf(page, /<details class="failure"( open)?>/g)).to.have.length(6);
    expect(allOf(page, /<details class="failure"( open)>/g)).to.have.length(1);
  });

  it('adds up to the total', () => {
    expect(textOf(pageOf('dana-scott'))).to.match(
      /Sum of the labs 67\.5 Lab 5 was late −2 Total 65\.5 of 100/);
    expect(textOf(pageOf('adele-goldberg'))).to.match(/2 type errors −1 Total 34 of 100/);
    expect(textOf(pageOf('trent-trusted'))).to.match(/by the instructor's word 97\.5 Total 97\.5/);
    expect(textOf(pageOf('trent-trusted'))).to.include('graded by hand');
  });

  it('shows both ways a lab was run, and which counted', () => {
    expect(textOf(pageOf('kristen-nygaard'))).to.include(
      'Graded with stand-ins for the labs before it, which was better: 6.67 points, against 0');
  });

  it('says why nothing was graded', () => {
    expect(textOf(pageOf('oscar-outside'))).to.match(/Refused, nothing was graded: the archive/);
  });

  it('leads to the one before, the one behind, and the class', () => {
    expect(linksOf(pageOf('trent-trusted')).slice(0, 4)).to.deep.equal([
      '#content', '../index.html', 'mallory-malicious.html', 'charles-bachman.html',
    ]);
  });
});

describe('the page of a student', () => {
  it('shows what the feedback holds and leads to nobody else', () => {
    for (const grade of grades) {
      const page = pages.get(`feedback/${grade.submission}.html`) ?? '';
      expect(linksOf(page).every(link => link.startsWith('#')), grade.submission).to.equal(true);
      const others = grades.filter(one => one !== grade).map(one => one.student?.name ?? '');
      expect(others.filter(name => textOf(page).includes(name))).to.deep.equal([]);
    }
  });

  it('keeps what is not revealed, and says what it is worth', () => {
    const grade = gradeFor({submission: 'sly', labs: 7, mistakes: [MISTAKES.shares]});
    const labs = grade.labs.map(lab => ({...lab, scenarios: lab.scenarios.map(one => ({
      ...one, ...one.name === 'cut-off' ? {visibility: 'hidden' as const} : {},
      ...one.isHidden ? {text: 'the secret of tests/hidden', reveal: 'nothing' as const} : {},
    }))}));
    const told = {...grade, labs};
    const page = pagesOf([told]).get('feedback/sly.html') ?? '';
    expect(textOf(page)).to.include('What failed is not shown.')
      .and.include('Tests that are not shown here are worth 2.5 further points')
      .and.not.include('the secret').and.not.include('steps down when it returns')
      .and.not.include('students see');
    expect(feedbackOf(told).pointsMost).to.equal(97.5);
  });
});

describe('the pages of a hostile class', () => {
  const hostile = pagesOf(hostileClass());
  const TAGS = new Set(['a', 'bdi', 'body', 'caption', 'code', 'dd', 'details', 'div', 'dl', 'dt',
    'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'head', 'header', 'html', 'img', 'li',
    'link', 'main', 'meta', 'nav', 'p', 'path', 'pre', 'rect', 'section', 'small', 'span', 'strong',
    'style', 'summary', 'svg', 'table', 'tbody', 'td', 'text', 'tfoot', 'th', 'thead', 'title',
    'tr', 'ul']);
  const ATTRIBUTES = new Set(['alt', 'aria-hidden', 'aria-label', 'aria-labelledby', 'aria-sort',
    'charset', 'class', 'colspan', 'content', 'd', 'height', 'href', 'http-equiv', 'id', 'lang',
    'loading', 'name', 'open', 'preserveAspectRatio', 'rel', 'role', 'rx', 'scope', 'src',
    'tabindex', 'title', 'viewBox', 'width', 'x', 'y']);

  it('hold no element and no attribute that the templates do not', () => {
    for (const [name, page] of hostile) {
      for (const [tag] of page.replace(/<style>.*?<\/style>/s, '').matchAll(/<[^>]*>/g)) {
        if (tag === '<!doctype html>' || tag.startsWith('</')) continue;
        const [, element = '', rest = ''] = /^<([a-z0-9]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>$/
          .exec(tag) ?? [];
        expect(TAGS.has(element), `${name}: ${tag.slice(0, 80)}`).to.equal(true);
        for (const attribute of allOf(rest.replace(/"[^"]*"/g, '""'), /\s([\w-]+)/g)) {
          expect(ATTRIBUTES.has(attribute), `${name}: ${attribute}`).to.equal(true);
        }
      }
    }
  });

  it('show what cannot be seen, and hold nothing that XML or a terminal stumbles over', () => {
    for (const [name, page] of hostile) {
      expect(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(page), name)
        .to.equal(false);
    }
    expect(hostile.get('report/index.html')).to.include('\\u202eevil\\u2066\\u0000\\u0007\\u200b');
  });

  it('stay small, whatever megabytes they tell of', () => {
    const total = [...hostile.values()].reduce((sum, page) => sum + page.length, 0);
    expect(total).to.be.lessThan(5_000_000);
    expect([...hostile.values()].join('')).to.include('(1000000 characters');
  });

  it('lead to no place outside', () => {
    for (const page of hostile.values()) {
      for (const link of linksOf(page)) {
        expect(link).to.match(/^(#[\w-]+|(\.\.\/)?(submissions\/|sorted\/)?[\w.+@=-]+\.html)$/);
      }
      expect(allOf(page, /src="([^"]{0,30})/g).every(src => (
        src.startsWith('data:image/svg+xml;base64,')))).to.equal(true);
    }
  });
});
