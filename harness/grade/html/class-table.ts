/**
 * The table of all submissions, and a page for each order it can be read in.
 *
 * Sorting needs no script: a column's heading links to the page that is sorted by it, and there to
 * the reverse. What needs a look comes first on the class's own page.
 * Read next: class-page.ts.
 */
import type {ClassView, Entry} from './class-view';
import {linkTo} from './class-view';
import {FLAG_WORDS} from './flags';
import type {Content} from './markup';
import {brief, countOf, html, pointsText} from './markup';
import {gauge, page, scrolling} from './page';

interface Column {
  /** As its file is called. */
  readonly id: string;
  readonly heading: string;
  readonly most?: number;
  /** As a sentence says it. */
  readonly spoken: string;
  valueOf(entry: Entry): number | string;
}

interface Order {
  readonly column: Column;
  readonly isDown: boolean;
}

export function attentionFirst(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => Number(b.flags.length > 0) - Number(a.flags.length > 0)
    || a.grade.total - b.grade.total || compare(a.grade.submission, b.grade.submission));
}

/** @param up how to reach the report's folder: '' or '../'. */
export function classTable(
  view: ClassView, entries: readonly Entry[],
  {up, order}: {readonly up: string; readonly order?: Order},
): Content {
  const columns = columnsOf(view);
  return scrolling('All submissions, a row each', html`<table class="class">
<caption class="unseen">All submissions with their points by lab; each heading sorts</caption>
<thead><tr>${columns.map(column => heading(column, up, order))}
<th scope="col">Notes and first failure</th></tr></thead>
<tbody>${entries.map(entry => row(entry, columns, up))}</tbody></table>`);
}

/** Path in the report's folder to page. */
export function sortedPages(view: ClassView, footer: Content): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const column of columnsOf(view)) {
    for (const isDown of [false, true]) {
      const order = {column, isDown};
      const title = `All submissions by ${column.spoken}, ${wayOf(order)}`;
      pages.set(fileOf(order), page({
        title, footer,
        navigation: html`<a href="../index.html">↑ The class</a>`,
        main: html`<h1>${title}</h1>
<p class="quiet">${countOf(view.entries.length, 'submission')}. A heading sorts by its column;
chosen again, the other way round.</p>
${classTable(view, sorted(view.entries, order), {up: '../', order})}`,
      }));
    }
  }
  return pages;
}

function columnsOf({labs, entries}: ClassView): readonly Column[] {
  const most = Math.max(0, ...entries.map(({grade}) => grade.pointsMost));
  return [
    {id: 'name', heading: 'Submission', spoken: 'name', valueOf: ({grade}) => grade.submission},
    {
      id: 'total', heading: 'Total', most, spoken: 'total',
      valueOf: ({grade}) => grade.total,
    },
    ...labs.map(({lab, name, title, pointsMost}): Column => ({
      id: `lab-${lab}`, heading: `${lab} ${brief(name, 16)}`, most: pointsMost,
      spoken: `lab ${lab}, ${brief(title, 60)}`,
      valueOf: entry => pointsIn(entry, lab) ?? -1,
    })),
  ];
}

function sorted(entries: readonly Entry[], {column, isDown}: Order): readonly Entry[] {
  const sign = isDown ? -1 : 1;
  return [...entries].sort((a, b) => sign * compare(column.valueOf(a), column.valueOf(b))
    || compare(a.grade.submission, b.grade.submission));
}

/** By code units, so that no machine's language changes an order. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [first, second] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

function wayOf({column, isDown}: Order): string {
  if (column.id === 'name') return isDown ? 'Z to A' : 'A to Z';
  return isDown ? 'highest first' : 'lowest first';
}

function fileOf({column, isDown}: Order): string {
  return `sorted/${column.id}-${isDown ? 'down' : 'up'}.html`;
}

/** Names begin with A, points with the highest; a heading that sorts already turns round. */
function heading(column: Column, up: string, order: Order | undefined): Content {
  const isSorted = order?.column.id === column.id;
  const next = {column, isDown: isSorted ? !order.isDown : column.id !== 'name'};
  const isNumber = column.most !== undefined;
  const mark = isSorted ? html` <span aria-hidden="true">${order.isDown ? '▼' : '▲'}</span>` : '';
  const sort = isSorted ? order.isDown ? 'descending' : 'ascending' : 'none';
  const most = isNumber ? html`<span class="quiet most"> of ${pointsText(column.most ?? 0)}</span>`
    : '';
  return html`<th scope="col" class="${isNumber ? 'number' : 'name'}" aria-sort="${sort}"
><a href="${up}${fileOf(next)}" title="Sort by ${column.spoken}, ${wayOf(next)}"
>${column.heading}${mark}</a>${most}</th>`;
}

function row(entry: Entry, columns: readonly Column[], up: string): Content {
  const cells = columns.slice(1).map(column => {
    const points = column.id === 'total' ? entry.grade.total : column.valueOf(entry);
    if (typeof points !== 'number') return '';
    const look = column.id === 'total' ? 'number total' : 'number';
    if (points < 0 && column.id !== 'total') {
      return html`<td class="${look}"><span class="quiet">–<span class="unseen"
> not graded</span></span></td>`;
    }
    const most = column.most ?? 0;
    return html`<td class="${look}">${pointsText(points)}${
      gauge(most === 0 ? 0 : points / most)}</td>`;
  });
  return html`<tr><th scope="row" class="name">${linkTo(entry, up)}</th>${cells}
<td class="first">${notes(entry)}</td></tr>
`;
}

function notes({grade, flags, first}: Entry): Content {
  const parts: Content[] = flags.map(({kind, text}) => html`<div><span class="flag"
>${FLAG_WORDS[kind].mark} ${FLAG_WORDS[kind].word}</span> ${brief(text, 90)}</div>`);
  const late = grade.late.reduce((sum, one) => sum + one.points, 0);
  if (late > 0) parts.push(html`<div>late: −${pointsText(late)}</div>`);
  if (grade.typePenalty > 0) {
    parts.push(html`<div>type errors: −${pointsText(grade.typePenalty)}</div>`);
  }
  if (grade.override !== undefined) parts.push(html`<div>overridden by the instructor</div>`);
  if (first !== undefined) {
    const {lab, scenario} = first;
    parts.push(html`<div>lab ${lab}: ${brief(scenario.reason ?? scenario.title, 100)}</div>`);
  }
  const notBegun = grade.labs.find(({scenarios}) => (
    scenarios.length > 0 && scenarios.every(({verdict}) => verdict === 'not written')
  ));
  if (notBegun !== undefined) parts.push(html`<div>lab ${notBegun.lab} is not begun</div>`);
  return parts.length === 0 ? html`<span class="quiet">–<span class="unseen"> nothing</span></span>`
    : parts;
}

export function pointsIn({grade}: Entry, lab: number): number | undefined {
  return grade.labs.find(one => one.lab === lab)?.points;
}
