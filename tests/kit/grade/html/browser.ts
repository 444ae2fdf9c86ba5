/**
 * Debian's Chromium for the tests of pages, and what axe says of one.
 *
 * Read next: browser.spec.ts.
 */
import {chromium} from 'playwright-core';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../../../harness/host/register.js';

export const CHROMIUM = '/usr/bin/chromium';

export const isThere = fs.existsSync(CHROMIUM);

/** Nothing of a browser's own may ask the network, or every request would be suspected. */
export function launch(): Promise<Browser> {
  return chromium.launch({executablePath: CHROMIUM, args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ]});
}

/** A page, and what went on while it was open that should not have. */
export interface Visit {
  readonly page: Page;
  readonly incidents: readonly string[];
}

export async function visit(
  browser: Browser, file: string, options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const incidents: string[] = [];
  const own = `file://${file}`;
  page.on('console', message => incidents.push(`console: ${message.text()}`));
  page.on('pageerror', error => incidents.push(`error: ${error.message}`));
  page.on('dialog', dialog => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', request => {
    if (request.url() !== own && !request.url().startsWith('data:')) {
      incidents.push(`request: ${request.url().slice(0, 200)}`);
    }
  });
  await page.goto(own);
  return {page, incidents};
}

/** As a reader who opens everything; pictures that wait to be seen are there afterwards. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map(picture => picture.decode().catch(() => undefined)));
  })()`);
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly {readonly html: string; readonly failureSummary: string}[];
}

const AXE = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Each violation with its first place; of any impact, best practices included. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`${AXE}; axe.run({resultTypes: ['violations']})
    .then(({violations}) => JSON.stringify(violations))`);
  return (JSON.parse(String(found)) as readonly Violation[]).map(({id, impact, nodes}) => (
    `${id} (${impact}) in ${nodes.length} places, such as ${nodes[0]?.html.slice(0, 160)}: `
      + `${nodes[0]?.failureSummary}`
  ));
}
