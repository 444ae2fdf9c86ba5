/**
 * One submission on a page: what it got and why, for its instructor or for its student.
 *
 * Promises: every point can be followed from the verdicts to the total. The student's page is made
 * from the grade that feedback.ts lets them see, and adds nothing to it.
 * Read next: lab-part.ts.
 */
import {feedbackOf} from '../feedback';
import type {Grade, LabGrade, Lateness} from '../grade';
import {datesInWords, daysInWords, momentInWords} from '../lateness';
import type {Entry} from './class-view';
import {nameOf} from './class-view';
import type {Flag} from './flags';
import {FLAG_WORDS} from './flags';
import {labPart, verdictCounts} from './lab-part';
import type {Content} from './markup';
import {NOTHING, brief, countOf, html, pointsText} from './markup';
import {gauge, page, scrolling} from './page';

export type Reader = 'instructor' | 'student';

const TYPE_ERRORS_SHOWN = 100;
const FILES_SHOWN = 500;
const FIRST_LAB = 1;

/** The page in the instructor's report, between those before and behind it. */
export function submissionPage(
  entry: Entry, {previous, next, footer}: {
    readonly previous: Entry | undefined; readonly next: Entry | undefined;
    readonly footer: Content;
  },
): string {
  const step = (to: Entry | undefined, look: string, write: (name: Content) => Content): Content =>
    (to === undefined ? NOTHING : html`<a class="${look}" href="${to.file}.html">${
      write(html`<bdi>${nameOf(to.grade)}</bdi>`)}</a>`);
  return page({
    title: nameOf(entry.grade), footer,
    navigation: html`<a href="../index.html">↑ The class</a>
${step(previous, 'previous', name => html`← Previous: ${name}`)}
${step(next, 'last', name => html`Next: ${name} →`)}`,
    main: whole(entry.grade, {flags: entry.flags, reader: 'instructor', about: NOTHING}),
  });
}

/** The page a student is given: alone, without a way to anybody else's. */
export function feedbackPage(grade: Grade, footer: Content): string {
  const seen = feedbackOf(grade);
  const unseen = grade.pointsMost - seen.pointsMost;
  const about = unseen <= 0 ? NOTHING : html`<p>Tests that are not shown here are worth
${pointsText(unseen)} further points; the total above is without them.</p>`;
  return page({
    title: `Feedback: ${nameOf(seen)}`, footer,
    main: whole(seen, {flags: [], reader: 'student', about}),
  });
}

function whole(
  grade: Grade, {flags, reader, about}: {
    readonly flags: readonly Flag[]; readonly reader: Reader; readonly about: Content;
  },
): Content {
  return html`<header><h1><bdi>${nameOf(grade)}</bdi></h1>
<dl class="tiles"><div><dt>total</dt><dd>${pointsText(grade.total)} <small>of ${
  pointsText(grade.pointsMost)}</small></dd></div></dl>
${about}${notes(grade, flags)}</header>
${grade.labs.length === 0 ? NOTHING : sumsSection(grade)}
${grade.labs.map(lab => labPart(lab, reader))}
${typeErrors(grade)}
${handedIn(grade)}
${howItWasGraded(grade, reader)}`;
}

function notes(grade: Grade, flags: readonly Flag[]): Content {
  const items: Content[] = [];
  if (grade.refused !== undefined) {
    items.push(html`<li class="bad"><strong>⊘ Refused, nothing was graded:</strong>
${brief(grade.refused, 600)}</li>`);
  }
  for (const {kind, text} of flags.filter(flag => flag.kind !== 'refused')) {
    const {mark, word} = FLAG_WORDS[kind];
    items.push(html`<li class="warn"><strong>${mark} Needs a look, ${word}:</strong>
${brief(text, 1000)}</li>`);
  }
  if (flags.length === 0 && grade.slips.length > 0) {
    items.push(html`<li class="warn"><strong>⚙ The grader itself slipped</strong>, which costs no
points: ${brief(grade.slips.join('; '), 1000)}</li>`);
  }
  if (grade.override !== undefined) {
    items.push(html`<li><strong>The instructor's word counts:</strong>
${pointsText(grade.override.points)} points. ${brief(grade.override.why, 600)}</li>`);
  }
  return items.length === 0 ? NOTHING : html`<ul class="notes">${items}</ul>`;
}

/** From the points of each lab to the total, as one would add them up. */
function sumsSection(grade: Grade): Content {
  const late = new Map(grade.late.filter(({daysLate}) => daysLate > 0).map(one => [one.lab, one]));
  const deductions: Content[] = [...late.values()].filter(({points}) => points > 0)
    .map(({lab, points}) => sumRow(`Lab ${lab} was late`, `−${pointsText(points)}`));
  if (grade.typePenalty > 0) {
    deductions.push(sumRow(countOf(grade.typeErrors.length, 'type error'),
      `−${pointsText(grade.typePenalty)}`));
  }
  if (grade.override !== undefined) {
    deductions.push(sumRow("Instead, by the instructor's word",
      pointsText(grade.override.points)));
  }
  const sum = deductions.length === 0 ? NOTHING
    : sumRow('Sum of the labs', pointsText(grade.points));
  return html`<section aria-labelledby="points"><h2 id="points">Points</h2>
${scrolling('Points by lab', html`<table class="sums"><thead><tr><th scope="col">Lab</th>
<th scope="col" class="number">counts</th><th scope="col">verdicts</th>
<th scope="col" class="number">own earlier labs</th>
<th scope="col" class="number">with stand-ins</th></tr></thead>
<tbody>${grade.labs.map(lab => labRow(lab, late.get(lab.lab)))}</tbody>
<tfoot>${sum}${deductions}<tr><th scope="row" class="total">Total</th><td class="number total">${
  pointsText(grade.total)} of ${pointsText(grade.pointsMost)}</td><td colspan="3"></td></tr></tfoot>
</table>`)}
<p class="quiet small">Own earlier labs: the lab was run on top of the earlier labs that were handed
in. With stand-ins: what failed there was run again with right ones in place of the earlier labs, so
that a mistake in one lab costs points in that lab only; there is no need for it where nothing was
lost. The better of the two counts.</p>
</section>`;
}

function sumRow(name: string, points: string): Content {
  return html`<tr><th scope="row">${name}</th><td class="number">${points}</td>
<td colspan="3"></td></tr>`;
}

function labRow(lab: LabGrade, late: Lateness | undefined): Content {
  const [own, standIn] = bothWays(lab);
  return html`<tr><th scope="row"><a href="#lab-${lab.lab}">Lab ${lab.lab} · ${lab.title}</a>${
    late === undefined ? NOTHING : lateText(late)}</th>
<td class="number">${pointsText(lab.points)} of ${pointsText(lab.pointsMost)}${
  gauge(lab.pointsMost === 0 ? 0 : lab.points / lab.pointsMost)}</td>
<td>${verdictCounts(lab.scenarios)}</td><td class="number">${own}</td>
<td class="number">${standIn}</td></tr>`;
}

/** What the lab came to on its student's own earlier labs, and with stand-ins. */
function bothWays({
  lab, counted, points, ownPoints, standInPoints,
}: LabGrade): readonly [Content, Content] {
  const counts = (of: number): Content => html`<strong>✔ ${pointsText(of)}</strong>`;
  if (counted === 'stand-ins') {
    // Feedback on a part of the tests knows no other way than the one that counts.
    return standInPoints === null ? [none('not shown'), counts(points)]
      : [pointsText(ownPoints), counts(standInPoints)];
  }
  if (standInPoints !== null) return [counts(ownPoints), pointsText(standInPoints)];
  return [counts(ownPoints), lab === FIRST_LAB ? none('no earlier labs')
    : html`<span class="quiet">not needed</span>`];
}

function none(why: string): Content {
  return html`<span class="quiet">–<span class="unseen"> ${why}</span></span>`;
}

function lateText(late: Lateness): Content {
  const cost = late.points > 0 ? `: −${pointsText(late.points)}` : '';
  return html`<div class="quiet small">◷ ${daysInWords(late)}${cost}
(${brief(datesInWords(late), 160)})</div>`;
}

function typeErrors(grade: Grade): Content {
  const {typeErrors: errors} = grade;
  if (errors.length === 0) return NOTHING;
  const more = errors.length - TYPE_ERRORS_SHOWN;
  return html`<section aria-labelledby="types"><h2 id="types">Type errors (${errors.length})</h2>
<ul class="mono">${errors.slice(0, TYPE_ERRORS_SHOWN).map(one => html`<li>${brief(one, 400)}</li>`)}
${more > 0 ? html`<li>and ${more} more</li>` : NOTHING}</ul></section>`;
}

function handedIn({files, passedOver, digest}: Grade): Content {
  return html`<section aria-labelledby="files"><h2 id="files">What was handed in</h2>
<details><summary>${countOf(files.length, 'file')} graded</summary>${fileList(files)}</details>
${passedOver.length === 0 ? html`<p>Nothing was passed over.</p>`
    : html`<details><summary>${countOf(passedOver.length, 'file')} passed over</summary>
${fileList(passedOver)}</details>`}
<p class="quiet small">Digest of what was graded: <code>${brief(digest, 100) || 'none'}</code></p>
</section>`;
}

function fileList(files: readonly string[]): Content {
  const more = files.length - FILES_SHOWN;
  return html`<ul class="files mono">${files.slice(0, FILES_SHOWN).map(file => (
    html`<li>${brief(file, 200)}</li>`))}
${more > 0 ? html`<li>and ${more} more</li>` : NOTHING}</ul>`;
}

function howItWasGraded(grade: Grade, reader: Reader): Content {
  const {tier, name, isSecure} = grade.sandbox;
  const facts: (readonly [string, Content])[] = [
    ['Kit', grade.kit], ['Policy', html`<code>${grade.policy}</code>`],
    ['Sandbox', `tier ${tier}, ${name}${isSecure ? '' : ' (not fully secure)'}`],
  ];
  if (reader === 'instructor' && grade.times !== undefined) {
    const {startedAt, wallSeconds} = grade.times;
    const began = momentInWords(brief(startedAt, 40));
    facts.push(['Graded', `${began}, in ${Math.round(wallSeconds)} s`]);
  }
  return html`<section aria-labelledby="how"><h2 id="how">How it was graded</h2>
<dl class="facts">${facts.map(([fact, value]) => html`<dt>${fact}</dt><dd>${value}</dd>`)}</dl>
</section>`;
}
