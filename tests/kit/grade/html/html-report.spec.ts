/** The pages of the HTML report, as text: whole, linked, escaped, and the same every time. */
import {expect} from 'chai';
import crypto from 'node:crypto';
import path from 'node:path';
import {allOf, linksOf, pagesOf, textOf} from './made-pages';
import {MISTAKES, gradeFor} from './sample-class';
import {hostileClass, sampleClass} from './sample-students';

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
    expect(text).to.include('Took 31 s for the middle submission, 31 s for the longest');
    expect(text).to.match(/Kit 0\.1\.0 Policy 3fa9c04be21d Sandbox tier 1, own user/);
    expect(text).to.include('begun 21 November 2026, 02:14:07 UTC, the last ');
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

  it('says what lateness cost and why, with dates for people', () => {
    expect(textOf(pageOf('dana-scott'))).to.include('◷ 2 days late, 1 of them free: −2 (handed ' +
      'in 16 November 2026, 01:12 UTC, due 14 November 2026, 23:59 UTC)');
    const late = [{
      lab: 2, submittedAt: '2026-11-30T22:59:00Z', dueAt: '2026-11-14T23:59:00+01:00',
      daysLate: 16, daysFree: 0, points: 4, daysMost: 5,
    }];
    const page = pagesOf([{...gradeFor({submission: 'tardy', labs: 2, mistakes: []}), late}])
      .get('feedback/tardy.html') ?? '';
    expect(textOf(page)).to.include('◷ 16 days late; later than 5 days (excused ones apart) a ' +
      'lab is worth nothing: −4 (handed in 30 November 2026, 23:59 UTC+01:00, due 14 November ' +
      '2026, 23:59 UTC+01:00)');
    for (const [name, each] of pages) {
      expect(textOf(each), name).to.not.match(/\d{4}-\d\d-\d\d/);
    }
  });

  it('shows both ways a lab was run, and which counted', () => {
    expect(textOf(pageOf('kristen-nygaard'))).to.include(
      'Graded with stand-ins for the labs before it, which was better: 6.67 points, against 0');
    const row = (page: string, lab: number): string =>
      textOf(new RegExp(`#lab-${lab}">.*?</tr>`, 's').exec(page)?.[0] ?? '');
    const page = pageOf('ada-lovelace');
    expect(row(page, 1)).to.match(/ ✔ \d+ – no earlier labs $/);
    expect(row(page, 2)).to.match(/ ✔ \d+ not needed $/);
    expect(row(pageOf('kristen-nygaard'), 4)).to.match(/ 0 ✔ 6\.67 $/);
    expect(textOf(page)).to.include('With stand-ins: what failed there was run again with right ' +
      'ones in place of the earlier labs');
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
