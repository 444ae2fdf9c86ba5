/**
 * What every page of the report is wrapped in: head, landmarks, and a policy that lets nothing run.
 *
 * Promises: a page needs no script, no network and no other file. Its Content-Security-Policy
 * allows this style sheet, by its hash, and pictures that stand in the page; so even HTML that
 * slipped through could neither run nor call home.
 * Read next: page-style.ts.
 */
import crypto from 'node:crypto';
import type {Content} from './markup';
import {constant, html, legibleText, NOTHING} from './markup';
import {PAGE_STYLE} from './page-style';

export interface Page {
  readonly title: string;
  /** What stands above the content: links to other pages. */
  readonly navigation?: Content;
  readonly main: Content;
  /** Who made it, of what. */
  readonly footer: Content;
}

const STYLE_HASH = crypto.createHash('sha256').update(PAGE_STYLE).digest('base64');
const SECURITY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; `
  + "base-uri 'none'; form-action 'none'";

const HEAD = constant([
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="${SECURITY}">`,
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  '<meta name="color-scheme" content="light dark">',
  '<meta name="referrer" content="no-referrer">',
  '<link rel="icon" href="data:,">',
  `<style>${PAGE_STYLE}</style>`,
].join('\n'));

export function page({title, navigation, main, footer}: Page): string {
  const navigationBar = navigation === undefined ? NOTHING
    : html`<nav aria-label="Pages">${navigation}</nav>`;
  return String(html`<!doctype html>
<html lang="en">
<head>
${HEAD}
<title>${legibleText(title)}</title>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${navigationBar}
<main id="content">
${main}
</main>
<footer>${footer}</footer>
</body>
</html>
`);
}

/** A place to scroll in, which a keyboard reaches and a screen reader names. */
export function scrolling(label: string, content: Content): Content {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}">${content}</div>`;
}

/** How much of it there is, drawn; the number stands beside it in text. */
export function gauge(share: number): Content {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return html`<svg class="gauge" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"
><rect class="track" width="100" height="6"/><rect class="fill" width="${width}" height="6"
/></svg>`;
}
