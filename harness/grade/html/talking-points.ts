/**
 * What to talk about in class: the claims most people broke, and who fails the same way.
 *
 * Read next: group-alike.ts, class-figures.ts.
 */
import type {TalkingPoint} from './class-figures';
import {failedClaims, talkingPoints} from './class-figures';
import type {Entry} from './class-view';
import {linkTo} from './class-view';
import type {AlikeGroup} from './group-alike';
import {groupAlike} from './group-alike';
import type {Content} from './markup';
import {NOTHING, brief, countOf, html, joined} from './markup';
import {gauge, scrolling} from './page';

const CLAIMS_SHOWN = 10;
const CLAIMS_AT_MOST = 100;
const GROUPS_SHOWN = 8;
const ALSO_SHOWN = 4;

/** The one thing to say first, for whoever reads no further. */
export function talkFirst(entries: readonly Entry[]): Content {
  const grades = entries.map(({grade}) => grade);
  const [claim] = failedClaims(grades);
  if (claim === undefined || claim.broke.length === 0) return NOTHING;
  const {lab, section, title, broke, tried} = claim;
  const alike = groupAlike(grades)[0]?.positions.length ?? 0;
  const same = alike > 2 ? html` <a href="#alike">${alike} submissions fail the same way.</a>` : '';
  return html`<p class="lead">Talk first about <a href="#claims">${brief(title, 160)}</a>
(lab ${lab}, ${section}): ${broke.length} of ${tried} who wrote it broke it.${same}</p>`;
}

export function claimsSection(entries: readonly Entry[]): Content {
  const claims = talkingPoints(failedClaims(entries.map(({grade}) => grade)))
    .filter(({broke}) => broke.length > 0);
  const more = claims.slice(CLAIMS_SHOWN, CLAIMS_AT_MOST);
  const rest = more.length === 0 ? ''
    : html`<details><summary>${countOf(more.length, 'more claim')} that failed</summary>
${claimsTable(more, entries)}</details>`;
  return html`<section aria-labelledby="claims"><h2 id="claims">What to talk about</h2>
${claims.length === 0 ? html`<p>No claim failed.</p>` : html`<p class="quiet">The claims that most
submissions broke, of those that have written what it takes; those that broke together stand
together.</p>
${claimsTable(claims.slice(0, CLAIMS_SHOWN), entries)}`}
${rest}</section>`;
}

function claimsTable(claims: readonly TalkingPoint[], entries: readonly Entry[]): Content {
  return scrolling('Claims that failed', html`<table class="ranking">
<thead><tr><th scope="col">Broke it</th><th scope="col">Claim</th><th scope="col" class="where"
>Where</th></tr>
</thead><tbody>${claims.map(claim => claimRow(claim, entries))}</tbody></table>`);
}

function claimRow(claim: TalkingPoint, entries: readonly Entry[]): Content {
  const {lab, labTitle, section, title, row, isHidden, broke, brokeOff, tried, example} = claim;
  const off = brokeOff.length === 0 ? ''
    : html`<div class="quiet small">${brokeOff.length} more threw, looped or ran
out</div>`;
  return html`<tr><td class="share"><strong>${broke.length}</strong> of ${tried}${
    gauge(tried === 0 ? 0 : broke.length / tried)}${off}</td>
<th scope="row">${brief(title, 200)}${isHidden ? ' (hidden test)' : ''}
<div class="quiet small">${row === undefined ? '' : `Most often: ${brief(row, 120)}. `}For example:
${brief(example, 220)}</div>
${alsoBroken(claim)}
${who([...broke, ...brokeOff], entries)}</th>
<td>${section}<div class="quiet small">Lab ${lab} · ${labTitle}</div></td></tr>`;
}

function alsoBroken({also}: TalkingPoint): Content {
  if (also.length === 0) return NOTHING;
  const told = also.slice(0, ALSO_SHOWN).map(({lab, section, title}) => (
    html`${brief(title, 120)} (lab ${lab}, ${section})`
  ));
  const more = also.length > ALSO_SHOWN ? `; and ${also.length - ALSO_SHOWN} more` : '';
  return html`<div class="quiet small">The same submissions broke:
${joined(told, '; ')}${more}</div>`;
}

function who(positions: readonly number[], entries: readonly Entry[]): Content {
  return html`<details class="small"><summary>Who</summary>${names(positions, entries)}</details>`;
}

function names(positions: readonly number[], entries: readonly Entry[]): Content {
  return joined(positions.flatMap(position => {
    const entry = entries[position];
    return entry === undefined ? [] : [linkTo(entry, '')];
  }), ', ');
}

export function alikeSection(entries: readonly Entry[]): Content {
  const groups = groupAlike(entries.map(({grade}) => grade));
  const [shown, more] = [groups.slice(0, GROUPS_SHOWN), groups.slice(GROUPS_SHOWN)];
  const rest = more.length === 0 ? ''
    : html`<details><summary>${countOf(more.length, 'more group')}</summary>
${more.map(group => groupBox(group, entries))}</details>`;
  return html`<section aria-labelledby="alike"><h2 id="alike">Failing the same way</h2>
${groups.length === 0 ? html`<p>No two submissions fail alike.</p>` : html`<p class="quiet">The
same claims fail, or the first failure says the same but for numbers and servers. One talk may help
all of a group.</p>`}
${shown.map(group => groupBox(group, entries))}${rest}</section>`;
}

function groupBox(group: AlikeGroup, entries: readonly Entry[]): Content {
  const {lab, section, title, reason, positions, sameClaims} = group;
  const whole = sameClaims[0];
  const isWhole = whole?.positions.length === positions.length;
  const same = isWhole
    ? html`<p class="small quiet">All fail exactly the same ${countOf(whole.claims, 'claim')}.</p>`
    : sameClaims.map(set => html`<p class="small quiet">Of these,
${names(set.positions, entries)} fail exactly the same ${countOf(set.claims, 'claim')}.</p>`);
  return html`<div class="group"><h3>${positions.length} submissions: ${brief(reason, 220)}</h3>
<p class="quiet small">First failure of each: lab ${lab}, ${section}, ${brief(title, 160)}</p>
<p>${names(positions, entries)}</p>${same}</div>`;
}
