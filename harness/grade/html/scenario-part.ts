/**
 * A scenario that failed: which claim, on how many seeds, why, and how to see it at home.
 *
 * A picture is a stranger's SVG: it stands in the page as an image, in which a browser runs no
 * script, follows no link and loads nothing, whatever it holds.
 * Read next: failure-picture.ts, which draws them.
 */
import {replayCommandFor} from '../../scenario/token';
import type {Cause, LabGrade, ScenarioGrade} from '../grade';
import type {Content} from './markup';
import {NOTHING, brief, briefLines, constant, countOf, html, joined, pointsText} from './markup';
import {scrolling} from './page';
import type {Reader} from './submission-page';

const TEXT_AT_MOST = {lines: 120, columns: 200};
const PICTURE_BYTES_AT_MOST = 250_000;

const CAUSES: Readonly<Record<Cause, string>> = {
  rule: 'a rule was broken',
  fault: 'the code threw, looped, or did what no server may',
  time: 'it took too long',
  memory: 'it took too much memory',
  output: 'it said too much',
  process: 'its process ended',
  unconfirmed: 'a server behaved differently in a process of its own',
  grader: 'a slip of the grader, not of the submission',
};

export function failedScenario(
  lab: LabGrade, scenario: ScenarioGrade,
  {level, reader, isOpen}: {
    readonly level: 3 | 4; readonly reader: Reader; readonly isOpen: boolean;
  },
): Content {
  const {title, reason, text, picture, token, points, pointsMost} = scenario;
  const name = brief(title, 300);
  const open = constant(isOpen ? ' open' : '');
  const heading = level === 3 ? html`<h3>${name}</h3>` : html`<h4>${name}</h4>`;
  return html`<details class="failure"${open}>
<summary><span class="bad"><span aria-hidden="true">✘</span> failed</span> ${heading}
<span class="points quiet">${pointsText(points)} of ${pointsText(pointsMost)}</span>
<span class="reason">${brief(reason ?? 'What failed is not shown.', 600)}</span>
</summary>
<p class="meta">Lab ${lab.lab} · ${joined(about(scenario, reader), ' · ')}</p>
${text === undefined ? NOTHING : failureText(name, text)}
${picture === undefined ? NOTHING : figure(name, picture)}
${token === undefined ? NOTHING : html`<p>See it at home:
<code>${replayCommandFor(brief(token, 200))}</code></p>`}
</details>
`;
}

function about(scenario: ScenarioGrade, reader: Reader): readonly Content[] {
  const {section, group, seedsRun, seedsPassed, seedFailed, cause, isHidden} = scenario;
  const facts: Content[] = [html`${section}${group === '' ? '' : ` ${brief(group, 120)}`}`];
  if (cause !== undefined) facts.push(CAUSES[cause]);
  if (seedsRun > 1) {
    const first = seedFailed === undefined ? '' : `, the first that fails is ${seedFailed}`;
    facts.push(`${seedsPassed} of ${countOf(seedsRun, 'seed')} pass${first}`);
  } else if (seedFailed !== undefined) facts.push(`seed ${seedFailed}`);
  if (isHidden) facts.push('hidden test');
  if (reader === 'instructor') facts.push(whatStudentsSee(scenario));
  return facts;
}

function whatStudentsSee({reveal, visibility}: ScenarioGrade): string {
  const what = {
    full: 'all of it', claim: 'the claim alone', nothing: 'only that it failed',
  }[reveal];
  const when = {
    visible: '', hidden: '', after_due_date: ', after the due date',
    after_published: ', after grades are published',
  }[visibility];
  return visibility === 'hidden' ? 'students do not see it' : `students see ${what}${when}`;
}

function failureText(name: string, text: string): Content {
  return html`<div class="text" role="group" tabindex="0" aria-label="Failure text: ${name}"><pre>${
    briefLines(text, TEXT_AT_MOST)}</pre></div>`;
}

function figure(name: string, picture: string): Content {
  const bytes = Buffer.byteLength(picture);
  if (bytes > PICTURE_BYTES_AT_MOST || !picture.trimStart().startsWith('<svg')) {
    return html`<p class="quiet">Its picture cannot be shown (${bytes} bytes).</p>`;
  }
  const data = Buffer.from(picture).toString('base64');
  return html`<figure>${scrolling(`Picture: ${name}`, html`<img loading="lazy"
src="data:image/svg+xml;base64,${data}" alt="Space-time diagram of the last steps of this run: one
lane a server, time downwards, messages as lines between lanes. The failure text above tells the
steps that matter in words.">`)}<figcaption>The last steps: a lane a server, time downwards; a line
that ends in a cross is a message that never arrived.</figcaption></figure>`;
}
