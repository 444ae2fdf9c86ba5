/**
 * A lab on a submission's page: what failed, what is not written yet, what passed.
 *
 * Promises: every verdict is there. What failed stands open if it says something new, closed or
 * folded away if the same was said before; what passed is one line until it is opened.
 * Read next: scenario-part.ts.
 */
import type {Verdict} from '../../scenario/outcome';
import type {LabGrade, ScenarioGrade} from '../grade';
import {normaliseClaim} from './group-alike';
import type {Content} from './markup';
import {NOTHING, brief, countOf, html, pointsText} from './markup';
import {failedScenario} from './scenario-part';
import type {Reader} from './submission-page';

/** Failures that stand open, of a lab. */
const OPEN_AT_MOST = 3;
/** More failures than these, with the same words, are folded away. */
const FOLDED_FROM = 2;

export function labPart(lab: LabGrade, reader: Reader): Content {
  const parts = partsOf(lab.scenarios);
  const against = lab.standInPoints === null ? NOTHING : html`: ${pointsText(lab.points)} points,
against ${pointsText(lab.ownPoints)} on the earlier labs that were handed in`;
  const counted = lab.counted === 'own' ? NOTHING : html`<p>Graded with stand-ins for the labs
before it, which was better${against}.</p>`;
  const isWhole = parts.length === 1 && parts[0]?.letter === undefined;
  return html`<section class="lab" aria-labelledby="lab-${lab.lab}">
<h2 id="lab-${lab.lab}"><span>Lab ${lab.lab} · ${lab.title}</span>
<span class="points">${pointsText(lab.points)} of ${pointsText(lab.pointsMost)}</span></h2>
${counted}
${isWhole ? verdicts(lab, lab.scenarios, {level: 3, reader})
    : parts.map(({letter, scenarios}) => html`<h3>${
      letter === undefined ? 'The rest' : `Part ${lab.lab}${letter}`} <span class="quiet">${
      pointsText(sum(scenarios, 'points'))} of ${
      pointsText(sum(scenarios, 'pointsMost'))}</span></h3>
${verdicts(lab, scenarios, {level: 4, reader})}`)}
</section>`;
}

interface Part {
  readonly letter: string | undefined;
  readonly scenarios: ScenarioGrade[];
}

function partsOf(scenarios: readonly ScenarioGrade[]): readonly Part[] {
  const parts: Part[] = [];
  for (const scenario of scenarios) {
    const known = parts.find(({letter}) => letter === scenario.part);
    if (known === undefined) parts.push({letter: scenario.part, scenarios: [scenario]});
    else known.scenarios.push(scenario);
  }
  return parts;
}

function sum(scenarios: readonly ScenarioGrade[], of: 'points' | 'pointsMost'): number {
  return scenarios.reduce((total, scenario) => total + scenario[of], 0);
}

function verdicts(
  lab: LabGrade, scenarios: readonly ScenarioGrade[],
  {level, reader}: {readonly level: 3 | 4; readonly reader: Reader},
): Content {
  const failed = scenarios.filter(({verdict}) => verdict === 'failed');
  const notWritten = scenarios.filter(({verdict}) => verdict === 'not written');
  const passed = scenarios.filter(({verdict}) => verdict === 'passed');
  const write = (scenario: ScenarioGrade, isOpen = false): Content => (
    failedScenario(lab, scenario, {level, reader, isOpen})
  );
  const articles = alikeIn(failed).map(([first, ...others], position) => (
    html`${write(first, position < OPEN_AT_MOST)}${sameWords(others, one => write(one))}`
  ));
  const isMixed = failed.length > 0 || notWritten.length > 0;
  return html`${isMixed ? html`<p>${verdictCounts(scenarios)}</p>` : NOTHING}
${articles}${notWrittenList(notWritten)}${passedList(passed)}`;
}

/** Scenarios that failed with the same words, but for numbers and servers, in order. */
function alikeIn(
  failed: readonly ScenarioGrade[],
): readonly (readonly [ScenarioGrade, ...ScenarioGrade[]])[] {
  const groups = new Map<string, [ScenarioGrade, ...ScenarioGrade[]]>();
  for (const scenario of failed) {
    const claim = normaliseClaim(scenario.reason ?? scenario.title);
    const group = groups.get(claim);
    if (group === undefined) groups.set(claim, [scenario]);
    else group.push(scenario);
  }
  return [...groups.values()];
}

/** A few stand by themselves; many wait in one line. */
function sameWords(
  scenarios: readonly ScenarioGrade[], write: (scenario: ScenarioGrade) => Content,
): Content {
  const all = scenarios.map(write);
  if (all.length <= FOLDED_FROM) return all;
  return html`<details class="alike"><summary><span class="bad" aria-hidden="true">✘</span>
${all.length} more failed with the same words</summary>${all}</details>
`;
}

/** '✘ 3 failed ✔ 5 passed': what there is none of is left out. */
export function verdictCounts(scenarios: readonly ScenarioGrade[]): Content {
  const one = (verdict: Verdict, look: string, words: string): Content => {
    const count = scenarios.filter(scenario => scenario.verdict === verdict).length;
    return count === 0 ? NOTHING : html`<span class="count ${look}">${words.replace('#',
      String(count))}</span> `;
  };
  return [
    one('failed', 'bad', '✘ # failed'), one('not written', 'warn', '○ # not written'),
    one('passed', 'good', '✔ # passed'),
  ];
}

/** One missing function keeps many scenarios waiting: told once. */
function notWrittenList(scenarios: readonly ScenarioGrade[]): Content {
  if (scenarios.length === 0) return NOTHING;
  const byReason = new Map<string, ScenarioGrade[]>();
  for (const scenario of scenarios) {
    const reason = scenario.reason ?? 'not written yet';
    byReason.set(reason, [...byReason.get(reason) ?? [], scenario]);
  }
  return [...byReason].map(([reason, waiting]) => html`<details><summary><span class="warn"
aria-hidden="true">○</span> ${brief(reason, 300)} <span class="quiet">(${countOf(waiting.length,
    'scenario waits', 'scenarios wait')} for it)</span></summary>${titles(waiting)}</details>
`);
}

function passedList(scenarios: readonly ScenarioGrade[]): Content {
  if (scenarios.length === 0) return NOTHING;
  return html`<details><summary><span class="good" aria-hidden="true">✔</span> ${scenarios.length}
passed, ${pointsText(sum(scenarios, 'points'))} points</summary>${titles(scenarios)}</details>`;
}

function titles(scenarios: readonly ScenarioGrade[]): Content {
  return html`<ul class="passed">${scenarios.map(({section, title, isHidden, seedsRun}) => (
    html`<li>${section} ${brief(title, 300)}${isHidden ? ' (hidden test)' : ''}${
      seedsRun > 1 ? `, ${seedsRun} seeds` : ''}</li>
`))}</ul>`;
}
