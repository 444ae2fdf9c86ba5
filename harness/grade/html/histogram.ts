/**
 * Bars over steps of a scale, as SVG that stands in the page.
 *
 * Promises: every count stands over its bar as a number, every step under it, and a screen reader
 * is told all of it in one sentence.
 * Read next: class-page.ts.
 */
import type {Bar} from './class-figures';
import type {Content} from './markup';
import {html} from './markup';

const HEIGHT = 92;
const TOP = 16;
const BOTTOM = 18;

export function histogram(
  bars: readonly Bar[], {label, stepWidth}: {readonly label: string; readonly stepWidth: number},
): Content {
  const most = Math.max(1, ...bars.map(({count}) => count));
  const width = stepWidth * bars.length;
  const told = bars.filter(({count}) => count > 0)
    .map(({label: step, count}) => `${count} with ${spoken(step)}`).join(', ');
  const baseline = TOP + HEIGHT;
  return html`<svg class="histogram" role="img" aria-label="${label}: ${told || 'nobody'}."
viewBox="0 0 ${width} ${baseline + BOTTOM}">${bars.map((bar, position) => (
  oneBar(bar, {x: position * stepWidth, width: stepWidth, height: HEIGHT * bar.count / most})
))}<path class="axis" d="M0 ${baseline}H${width}"/></svg>`;
}

function oneBar(
  {label, count}: Bar, {x, width, height}: {x: number; width: number; height: number},
): Content {
  const middle = x + width / 2;
  const baseline = TOP + HEIGHT;
  const look = label === 'all' ? 'bar full' : label === '0' ? 'bar none' : 'bar';
  const shape = count === 0 ? '' : html`<rect class="${look}" x="${x + 3}" width="${width - 6}"
y="${Math.round(baseline - height)}" height="${Math.round(height)}" rx="2"/><text class="count"
x="${middle}" y="${Math.round(baseline - height) - 4}">${count}</text>`;
  return html`${shape}<text class="step" x="${middle}" y="${baseline + 13}">${label}</text>`;
}

function spoken(step: string): string {
  if (step === 'all') return 'all points';
  if (step === '0') return 'nothing';
  return `${step.replace('–', ' to ')} per cent`;
}
