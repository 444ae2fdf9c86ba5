/**
 * The trace of a run as one HTML page that needs no scripts, no network and no other file.
 *
 * The claim that broke and its facts, the servers, the space-time diagram, every step as a table.
 * Promises: all text is escaped; the same run gives the same page, byte for byte.
 * Read next: picture-blocks.ts, picture-svg.ts.
 */
import {replayCommandFor} from '../scenario/token';
import type {FailureReport, ScenarioResult, ServerRow} from '../scenario/outcome';
import type {Trace} from '../world/trace';
import {whatBecameOf} from './message-flights';
import type {Picture} from './picture-blocks';
import {layOut} from './picture-blocks';
import {PICTURE_STYLE} from './picture-style';
import {Drawing, escapeHtml} from './picture-svg';

/** The page for a result. The trace may be a longer one than the result's, of the same run. */
export function tracePicture(
  result: ScenarioResult, trace: Trace | undefined = result.shown.failure?.trace,
): string {
  if (trace === undefined) throw new Error(`no trace was kept of "${result.title}"`);
  const picture = layOut(trace);
  const failure = result.shown.failure;
  const facts = (failure?.parts.facts ?? []).map(({who, atMs}) => `${who} ${atMs ?? ''}`);
  const drawing = new Drawing(picture, new Set(facts));
  return page(result.title, [
    head(result, failure), failure === undefined ? '' : details(failure),
    missing(trace), legend(picture),
    `<div class="diagram"><div class="lanes">${drawing.header()}</div>`,
    drawing.diagram(), '</div>', stepsTable(picture),
    `<footer>${trace.length} steps. Written by Flotilla; nothing in this page is loaded from `
      + 'elsewhere.</footer>',
  ]);
}

function page(title: string, parts: readonly string[]): string {
  return [
    '<!doctype html>', '<html lang="en">', '<head>', '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`, `<style>${PICTURE_STYLE}</style>`, '</head>', '<body>',
    ...parts.filter(Boolean), '</body>', '</html>', '',
  ].join('\n');
}

function head(result: ScenarioResult, failure: FailureReport | undefined): string {
  const {lab, labName, section, title, shown} = result;
  const claim = failure === undefined ? `Passed: ${title}` : failure.parts.claim;
  const where = `Lab ${lab} · ${labName} · ${section} · ${title} · seed ${shown.seed}`;
  const mark = failure === undefined ? 'passed' : 'failed';
  return `<header><p class="where">${escapeHtml(where)}</p>`
    + `<h1 class="${mark}">${escapeHtml(claim)}</h1></header>`;
}

function details(failure: FailureReport): string {
  const {parts, needs, conditions, subject, token, servers, atMs} = failure;
  const rows = (parts.facts ?? []).map(({who, what, atMs: at}) => (
    [who, what, at === undefined ? '' : `t=${at}ms`]
  ));
  const said: string[] = [];
  if (parts.why !== undefined) {
    said.push(`<strong>Why it matters</strong> (${escapeHtml(parts.why.source)}): `
      + escapeHtml(parts.why.text));
  }
  if (parts.hint !== undefined) said.push(`<strong>Hint:</strong> ${escapeHtml(parts.hint)}`);
  if (needs.length > 0) {
    said.push(`<strong>Needs</strong> ${escapeHtml(needs.join(', '))}: without any one of them, `
      + 'this seed passes.');
  }
  if (conditions !== null) said.push(`<strong>Conditions:</strong> ${escapeHtml(conditions)}`);
  const command = escapeHtml(replayCommandFor(token, subject));
  said.push(`<strong>Replay:</strong> <code>${command}</code>`);
  return `<section>${table([], rows)}${said.map(line => `<p>${line}</p>`).join('\n')}`
    + `${cluster(servers, atMs)}</section>`;
}

function cluster(servers: readonly ServerRow[], atMs: number): string {
  if (servers.length === 0) return '';
  const names = ['role', 'currentTerm', 'votedFor', 'commitIndex', 'lastApplied', 'log'] as const;
  const rows = servers.map(row => [row.id, ...names.map(name => String(row[name] ?? '-'))]);
  return `<h2>The cluster at t=${atMs}ms</h2>${table(['', ...names], rows)}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = (row: readonly string[], tag: string): string => (
    `<tr>${row.map(cell => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  );
  const top = header.length === 0 ? '' : cells(header, 'th');
  return `<table>${top}${rows.map(row => cells(row, 'td')).join('\n')}</table>`;
}

function missing(trace: Trace): string {
  const count = trace.length - trace.steps.length;
  return count === 0 ? '' : `<section><p>The first ${count} steps were not kept; the replay `
    + 'command shows them.</p></section>';
}

/** Small drawings of the marks, with what they mean. */
function legend(picture: Picture): string {
  const small = (shapes: string): string => (
    `<svg width="46" height="16" aria-hidden="true">${shapes}</svg>`
  );
  const items = [
    `${small('<line class="sent" x1="2" y1="8" x2="42" y2="8" marker-end="url(#head)"/>')}`
      + 'a message',
    `${small('<line class="lost" x1="2" y1="8" x2="34" y2="8"/>'
      + '<path class="cross" d="M32 3l10 10m0 -10l-10 10"/>')}it never arrives`,
    `${small('<line class="sent again" x1="2" y1="8" x2="42" y2="8" marker-end="url(#head)"/>')}`
      + 'it arrives again',
    `${small('<line class="open" x1="2" y1="8" x2="36" y2="8"/>'
      + '<circle class="open" cx="38" cy="8" r="4"/>')}still under way`,
    `${small('<path class="crash" d="M16 1l14 14m0 -14l-14 14"/>')}crash`,
    `${small('<circle class="restart" cx="23" cy="8" r="6"/>')}restart`,
    '◆2: index 2 is applied',
    ...picture.describer.notation.pictureLegend.map(escapeHtml),
    'dashed ring: what the facts speak of',
  ];
  return '<section><h2>What happened</h2><p class="where">Time runs downwards, not to scale. '
    + 'Hover over anything for its full text.</p>'
    + `<ul class="legend">${items.map(item => `<li>${item}</li>`).join('\n')}</ul></section>`;
}

function stepsTable(picture: Picture): string {
  const rows = picture.blocks.flatMap(block => block.lines).map(({step, kind, who, text}) => {
    const flight = picture.flights.get(step.sequence);
    const isSend = step.kind === 'effect' && step.effect.kind === 'send';
    const fate = flight === undefined || !isSend ? '' : `   ${whatBecameOf(flight)}`;
    return `<tr class="${kind}"><td class="number">${step.sequence + 1}</td>`
      + `<td class="number">t=${step.atMs}ms</td><td>${escapeHtml(who)}</td>`
      + `<td class="text">${escapeHtml(text + fate)}</td></tr>`;
  });
  return '<section><details open><summary>Every step</summary><table><tr><th class="number">#</th>'
    + '<th class="number">time</th><th>who</th><th>what</th></tr>\n'
    + `${rows.join('\n')}</table></details></section>`;
}
