/**
 * The class on one page: how it did, what needs a look, what to talk about, and every submission.
 *
 * Promises: in the order in which an instructor needs it in the morning; the first screen alone
 * tells how the class did.
 * Read next: class-table.ts, talking-points.ts.
 */
import {momentInWords} from '../lateness';
import {barsOf, labFigures, medianOf} from './class-figures';
import type {LabFigures} from './class-figures';
import {attentionFirst, classTable} from './class-table';
import type {ClassView, Entry} from './class-view';
import {linkTo} from './class-view';
import type {FlagKind} from './flags';
import {FLAG_WORDS} from './flags';
import {histogram} from './histogram';
import type {Content} from './markup';
import {NOTHING, brief, countOf, html, joined, pointsText} from './markup';
import {page} from './page';
import {alikeSection, claimsSection, talkFirst} from './talking-points';

/** Of the flagged ones, how many of a kind are named one by one. */
const NAMED_AT_MOST = 12;

export function classPage(view: ClassView, footer: Content): string {
  const {entries} = view;
  return page({
    title: `How the class did: ${countOf(entries.length, 'submission')}`,
    footer,
    navigation: html`<a href="#labs">Labs</a> <a href="#claims">What to talk about</a>
<a href="#alike">Failing the same way</a> <a href="#submissions">All submissions</a>
<a href="#how">How it was graded</a>`,
    main: html`<h1>How the class did</h1>
${tiles(entries)}
${talkFirst(entries)}
${needsALook(view)}
${labsSection(entries)}
${claimsSection(entries)}
${alikeSection(entries)}
<section aria-labelledby="submissions"><h2 id="submissions">All submissions</h2>
<p class="quiet">What needs a look first, then from the lowest total up. A heading sorts by its
column.</p>
${classTable(view, attentionFirst(entries), {up: ''})}</section>
${howItWasGraded(entries)}`,
  });
}

function tiles(entries: readonly Entry[]): Content {
  const totals = entries.map(({grade}) => grade.total);
  const most = mostOf(entries);
  const flagged = entries.filter(({flags}) => flags.length > 0).length;
  const full = entries.filter(({grade}) => grade.pointsMost > 0 && grade.total >= grade.pointsMost);
  const tile = (name: string, value: Content): Content => (
    html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  );
  return html`<dl class="tiles">
${tile('submissions', entries.length)}
${tile('median', html`${pointsText(medianOf(totals))} <small>of ${pointsText(most)}</small>`)}
${tile('lowest and highest', html`${pointsText(Math.min(...totals, most))}<small> to </small>${
  pointsText(Math.max(...totals, 0))}`)}
${tile('with all points', full.length)}
${tile(flagged === 1 ? 'needs a look' : 'need a look', flagged)}
</dl>`;
}

function mostOf(entries: readonly Entry[]): number {
  return Math.max(0, ...entries.map(({grade}) => grade.pointsMost));
}

function needsALook({entries, common}: ClassView): Content {
  const kinds = Object.keys(FLAG_WORDS) as FlagKind[];
  const items = kinds.flatMap(kind => {
    const flagged = entries.filter(({flags}) => flags.some(flag => flag.kind === kind));
    const named = flagged.slice(0, NAMED_AT_MOST).map(entry => {
      const text = entry.flags.find(flag => flag.kind === kind)?.text ?? '';
      return html`<li>${badge(kind)} ${linkTo(entry, '')}: ${brief(text, 240)}</li>`;
    });
    const more = flagged.length - named.length;
    return more === 0 ? named : [...named, html`<li>${badge(kind)} ${more} more, first in
<a href="#submissions">all submissions</a></li>`];
  });
  const forAll = common.map(({kind, text}) => html`<li>${badge(kind)} all submissions: ${text};
a hostile one could have meddled with its score</li>`);
  if (items.length + forAll.length === 0) {
    return html`<p><span class="good" aria-hidden="true">✔</span> Nothing needs a look: none was
refused, the grader made no slip, every verdict was confirmed in a full sandbox.</p>`;
  }
  return html`<section class="flags" aria-labelledby="look"><h2 id="look">Needs a look</h2>
<ul>${forAll}${items}</ul></section>`;
}

function badge(kind: FlagKind): Content {
  return html`<span class="flag">${FLAG_WORDS[kind].mark} ${FLAG_WORDS[kind].word}</span>`;
}

function labsSection(entries: readonly Entry[]): Content {
  const figures = labFigures(entries.map(({grade}) => grade));
  if (figures.length === 0) return NOTHING;
  const most = mostOf(entries);
  const shares = entries.filter(({grade}) => grade.pointsMost > 0)
    .map(({grade}) => grade.total / grade.pointsMost);
  return html`<section aria-labelledby="labs"><h2 id="labs">How each lab went</h2>
<p class="quiet small">How many submissions have which share of the points, in per cent.</p>
<ul class="cards"><li class="card"><h3>In total</h3>
<p>median <strong>${pointsText(medianOf(entries.map(({grade}) => grade.total)))}</strong> of
${pointsText(most)}</p>
${histogram(barsOf(shares, 5), {label: 'Total', stepWidth: 40})}</li>
${figures.map(labCard)}</ul></section>`;
}

function labCard({lab, points, median, full, notBegun, stoodIn}: LabFigures): Content {
  const shares = points.map(one => lab.pointsMost === 0 ? 0 : one / lab.pointsMost);
  const notes: Content[] = [`${full} with all points`];
  if (notBegun > 0) notes.push(`${notBegun} not begun`);
  if (stoodIn > 0) notes.push(`${stoodIn} better on stand-ins`);
  return html`<li class="card"><h3>Lab ${lab.lab} · ${lab.title}</h3>
<p>median <strong>${pointsText(median)}</strong> of ${pointsText(lab.pointsMost)}</p>
${histogram(barsOf(shares, 5), {label: `Lab ${lab.lab}`, stepWidth: 40})}
<p class="quiet">${joined(notes.map(note => html`<span class="count">${note}</span>`), ' ')}</p>
</li>`;
}

function howItWasGraded(entries: readonly Entry[]): Content {
  const grades = entries.map(({grade}) => grade);
  const distinct = (values: readonly string[]): string => [...new Set(values)].join(', ');
  const times = grades.flatMap(({times: one}) => one ?? []);
  const starts = times.map(({startedAt}) => startedAt).sort();
  const seconds = times.map(({wallSeconds}) => wallSeconds);
  const facts: (readonly [string, Content])[] = [
    ['Kit', distinct(grades.map(({kit}) => kit))],
    ['Policy', html`<code>${distinct(grades.map(({policy}) => policy))}</code>`],
    ['Sandbox', distinct(grades.map(({sandbox: {tier, name, isSecure}}) => (
      `tier ${tier}, ${name}${isSecure ? '' : ' (not fully secure)'}`
    )))],
    ...times.length === 0 ? [] : [
      ['Graded', `begun ${dateOf(starts[0])}, the last submission ${dateOf(starts.at(-1))}`],
      ['Took', `${Math.round(medianOf(seconds))} s for the middle submission, `
        + `${Math.round(Math.max(...seconds))} s for the longest`],
    ] as const,
  ];
  return html`<section aria-labelledby="how"><h2 id="how">How it was graded</h2>
<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
</section>`;
}

function dateOf(iso = ''): string {
  return momentInWords(brief(iso, 40));
}
