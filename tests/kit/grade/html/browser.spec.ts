/** The pages of the HTML report in a real browser: sound, silent, and readable without scripts. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Browser} from 'playwright-core';
import type {Grade} from '../../../../harness/grade/grade';
import {htmlReport} from '../../../../harness/grade/html/html-report';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {CHROMIUM, isThere, launch, openAll, violationsOf, visit} from './browser';
import {hostileClass, sampleClass} from './sample-students';

const WIDE = {width: 1280, height: 900};
const NARROW = {width: 380, height: 800};

function writeReport(folder: string, grades: readonly Grade[]): readonly string[] {
  const context = {policy: DEFAULT_POLICY, kit: '0.1.0', tell: () => undefined};
  return [...htmlReport.write(grades, context)].map(([name, content]) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, content);
    return name;
  });
}

const SAMPLE_PAGES = [
  'report/index.html', 'report/sorted/lab-5-down.html',
  // A text and a picture; refused; overridden; late; type errors; stand-ins; untouched; all points.
  ...['tony-hoare', 'oscar-outside', 'trent-trusted', 'dana-scott', 'adele-goldberg',
    'kristen-nygaard', 'charles-bachman', 'ada-lovelace']
    .map(name => `report/submissions/${name}.html`),
  'feedback/mallory-malicious.html',
];

/** All of them look much alike; the last is of a refused one. */
const HOSTILE_PAGES = [
  /^report\/index/, /name-up/, /submissions\/ada-/, /^feedback\//, /submissions\/.*con\.txt/,
];

/** Cells that hold a sentence, of 40 characters or more, and are less than 6 rem wide. */
const SQUEEZED = `[...document.querySelectorAll('th, td')]
  .filter(cell => cell.checkVisibility() && cell.innerText.length >= 40
    && cell.getBoundingClientRect().width < 96)
  .map(cell => cell.getBoundingClientRect().width + ' px: ' + cell.innerText.slice(0, 60))`;

describe('the HTML report in a browser', () => {
  let browser: Browser;
  let folder = '';
  let hostilePages: readonly string[] = [];
  const fileOf = (kind: 'sample' | 'hostile', name: string): string =>
    path.join(folder, kind, name);

  before(async function start() {
    this.timeout(0);
    if (!isThere) {
      const tests = this.test?.parent?.tests ?? [];
      for (const test of tests) Object.assign(test, {skipReason: `needs ${CHROMIUM}`});
      this.skip();
    }
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-pages-'));
    writeReport(path.join(folder, 'sample'), sampleClass());
    const written = writeReport(path.join(folder, 'hostile'), hostileClass());
    hostilePages = HOSTILE_PAGES.map(pattern => written.find(name => pattern.test(name)) ?? '');
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    if (folder !== '') fs.rmSync(folder, {recursive: true});
  });

  for (const [colorScheme, viewport] of [['light', WIDE], ['dark', NARROW]] as const) {
    it(`has nothing that axe objects to (${colorScheme}, ${viewport.width} px)`, async () => {
      for (const name of SAMPLE_PAGES) {
        const {page, incidents} = await visit(browser, fileOf('sample', name),
          {colorScheme, viewport});
        await openAll(page);
        expect(await violationsOf(page), name).to.deep.equal([]);
        expect(incidents, name).to.deep.equal([]);
        await page.context().close();
      }
    }).timeout(0);
  }

  it('shows every picture', async () => {
    const {page} = await visit(browser, fileOf('sample', 'feedback/tony-hoare.html'), {});
    await openAll(page);
    const widths = await page.evaluate('[...document.images].map(one => one.naturalWidth)');
    expect(widths).to.have.length.greaterThan(3);
    expect((widths as readonly number[]).every(width => width > 600)).to.equal(true);
  }).timeout(0);

  it('is as wide as its window, however narrow, and squeezes no sentence', async () => {
    for (const [kind, name] of [
      ...SAMPLE_PAGES.map(one => ['sample', one] as const),
      ...hostilePages.map(one => ['hostile', one] as const),
    ]) {
      const {page} = await visit(browser, fileOf(kind, name), {viewport: NARROW});
      await openAll(page);
      const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
      expect(width, `${kind} ${name}`).to.be.at.most(NARROW.width);
      expect(await page.evaluate(SQUEEZED), `${kind} ${name}`).to.deep.equal([]);
      await page.context().close();
    }
  }).timeout(0);

  it('is on a telephone at most three times as tall as on a desk', async () => {
    for (const name of SAMPLE_PAGES) {
      const heights: number[] = [];
      for (const viewport of [WIDE, NARROW]) {
        const {page} = await visit(browser, fileOf('sample', name), {viewport});
        heights.push(Number(await page.evaluate('document.documentElement.scrollHeight')));
        await page.context().close();
      }
      const [wide = 0, narrow = 0] = heights;
      expect(narrow, name).to.be.at.most(3 * wide).and.at.least(NARROW.height);
    }
  }).timeout(0);

  it('reads the same without scripts', async () => {
    for (const name of SAMPLE_PAGES.filter((_, position) => position % 3 === 0)) {
      const texts: string[] = [];
      for (const javaScriptEnabled of [true, false]) {
        const {page, incidents} = await visit(browser, fileOf('sample', name), {javaScriptEnabled});
        texts.push(await page.locator('main').innerText());
        expect(incidents).to.deep.equal([]);
        await page.context().close();
      }
      expect(texts[1]).to.equal(texts[0]);
      expect(texts[1]?.length).to.be.greaterThan(100);
    }
  }).timeout(0);

  it('opens and closes by keyboard, and lets one skip what comes before', async () => {
    const {page} = await visit(browser, fileOf('sample', 'report/submissions/tony-hoare.html'),
      {javaScriptEnabled: false});
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).to.equal('Skip to the content');
    const passed = page.locator('summary', {hasText: '5 passed, 8 points'});
    const title = page.getByText('§5.3 two logs do not know of each other');
    expect(await title.isVisible()).to.equal(false);
    await passed.focus();
    await page.keyboard.press('Enter');
    expect(await title.isVisible()).to.equal(true);
  }).timeout(0);

  it('prints what is closed on the screen, dark on light', async () => {
    const {page} = await visit(browser, fileOf('sample', 'report/submissions/tony-hoare.html'),
      {colorScheme: 'dark'});
    const title = page.getByText('§5.3 two logs do not know of each other');
    expect(await title.isVisible()).to.equal(false);
    await page.emulateMedia({media: 'print'});
    expect(await title.isVisible()).to.equal(true);
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(ground).to.equal('rgb(255, 255, 255)');
  }).timeout(0);

  it('lets nothing of a hostile class run, call out or look unsound', async () => {
    for (const name of hostilePages) {
      const {page, incidents} = await visit(browser, fileOf('hostile', name), {viewport: WIDE});
      await openAll(page);
      expect(await page.title(), name).to.not.match(/^(owned|1)$/);
      expect(await page.locator('main').count(), name).to.equal(1);
      expect(await violationsOf(page), name).to.deep.equal([]);
      expect(incidents, name).to.deep.equal([]);
      await page.context().close();
    }
  }).timeout(0);
});
