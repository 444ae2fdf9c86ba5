/**
 * Draws the space-time diagram: a lane a server, time downwards, messages as lines between lanes.
 *
 * Promises: shapes and letters carry the meaning, colours only repeat it: a lost message is dashed
 * and ends in a cross, a second delivery is dotted and says ×2, a leader's lane is broad and full.
 * Everything has its full text in a <title>, which a browser shows on hover.
 * Read next: trace-picture.ts.
 */
import type {StepLine} from './describe-step';
import {whatBecameOf} from './message-flights';
import type {Flight} from './message-flights';
import {fieldsOf} from './notation';
import type {Block, Picture} from './picture-blocks';
import {LINE_HEIGHT, endsOf, kindOf} from './picture-blocks';
import {cut} from './text-layout';

const TIME_WIDTH = 92;
/** Room for the marks of the first lane. */
const MARGIN = 24;
const WHO_WIDTH = 70;
const TEXT_CHARACTERS = 112;
/** Of 12 px, in the widest of the fonts that are asked for. */
const CHARACTER_WIDTH = 7.25;

/** Text for HTML and SVG, whoever wrote it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.codePointAt(0)};`)
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, character => (
      `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
    ));
}

export class Drawing {
  private readonly laneWidth: number;
  private readonly textX: number;
  readonly width: number;

  /**
   * @param facts 'S1 1240' for each fact of the failure, to ring the nodes they speak of.
   * @param textCharacters how much of each step's text there is room for.
   */
  constructor(
    private readonly picture: Picture, private readonly facts: ReadonlySet<string>,
    private readonly textCharacters = TEXT_CHARACTERS,
  ) {
    this.laneWidth = picture.boxes.length <= 5 ? 84 : picture.boxes.length <= 8 ? 64 : 48;
    this.textX = TIME_WIDTH + MARGIN + this.laneWidth * picture.boxes.length + 8;
    this.width = this.textX + WHO_WIDTH + textCharacters * CHARACTER_WIDTH;
  }

  /** The names above the lanes, on their own, so that they can stay in sight. */
  header(): string {
    const names = this.picture.boxes.map(box => (
      `<text class="name" x="${this.x(box)}" y="20" text-anchor="middle">${escapeHtml(box)}</text>`
    ));
    return this.svg(28, 'The names of the lanes', names);
  }

  diagram(): string {
    const {blocks, flights, height} = this.picture;
    const drawn = new Set(flights.values());
    return this.svg(height, 'Space-time diagram of the run; the table below says the same', [
      ARROWHEADS, ...blocks.map(block => this.backdrop(block)),
      ...this.picture.boxes.map(box => this.lane(box)),
      ...[...drawn].map(flight => this.message(flight)),
      ...blocks.map(block => this.block(block)),
    ]);
  }

  private svg(height: number, label: string, parts: readonly string[]): string {
    return `<svg role="img" aria-label="${label}" width="${this.width}" height="${height}" `
      + `viewBox="0 0 ${this.width} ${height}">\n${parts.filter(Boolean).join('\n')}\n</svg>`;
  }

  private x(box: string): number {
    return TIME_WIDTH + MARGIN + this.laneWidth * (this.picture.boxes.indexOf(box) + 0.5);
  }

  /** Ties a node to its text, and holds the full text for hovering. */
  private backdrop(block: Block): string {
    const full = block.lines.map(({who, text}) => `${who}  ${text}`).join('\n');
    const top = block.y - 13;
    return `<g><title>${escapeHtml(`t=${block.atMs}ms\n${full}`)}</title>`
      + `<rect class="row ${kindOf(block)}" x="0" y="${top}" width="${this.width}" `
      + `height="${block.height + 2}"/></g>`;
  }

  /** One band from each change of role, crash or restart to the next. */
  private lane(box: string): string {
    const changes = this.picture.blocks.filter(block => block.box === box);
    const parts: string[] = [];
    let from = 0;
    let look = 'quiet';
    let title = '';
    for (const block of [...changes, null]) {
      const to = block === null ? this.picture.height : block.y - 5;
      const next = block === null ? '' : block.down ? 'down' : block.lane?.look ?? 'quiet';
      const nextTitle = block?.down === true ? 'down' : block?.lane?.band ?? '';
      if (block !== null && next === look && nextTitle === title) continue;
      if (to > from) parts.push(this.band({box, from, to, look, title}));
      [from, look, title] = [to, next, nextTitle];
    }
    return parts.join('\n');
  }

  private band(
    band: {box: string; from: number; to: number; look: string; title: string},
  ): string {
    const {box, from, to, look, title} = band;
    const width = {quiet: 3, rising: 11, leading: 13, down: 1}[look] ?? 3;
    const x = this.x(box) - width / 2;
    const hover = `<title>${escapeHtml(`${box}: ${title || 'follower'}`)}</title>`;
    if (look === 'down') {
      return `<line class="down" x1="${this.x(box)}" x2="${this.x(box)}" y1="${from}" y2="${to}">`
        + `${hover}</line>`;
    }
    return `<rect class="band ${look}" x="${x}" y="${from}" width="${width}" `
      + `height="${to - from}">${hover}</rect>`;
  }

  private message(flight: Flight): string {
    const {from, arrivals} = endsOf(flight, this.picture);
    if (from === undefined || !this.picture.boxes.includes(flight.to)) return '';
    const sent = flight.sent.kind === 'effect' && flight.sent.effect.kind === 'send'
      ? flight.sent.effect.message : '';
    const fields = fieldsOf(sent);
    const {describer} = this.picture;
    const routine = fields !== null && describer.notation.isRoutine(fields) ? ' routine' : '';
    const title = `${flight.from} → ${flight.to}  ${describer.message(sent, flight.from)}\n`
      + `sent t=${flight.sent.atMs}ms, ${whatBecameOf(flight)}\n${cut(sent, 2000)}`;
    const lines = arrivals.map((arrival, copy) => (
      this.arrival({flight, from, arrival, copy, routine})
    ));
    if (arrivals.length === 0) lines.push(this.ending(flight, from));
    return `<g class="message"><title>${escapeHtml(title)}</title>${lines.join('')}</g>`;
  }

  private arrival(about: {
    flight: Flight; from: Block; arrival: Block; copy: number; routine: string;
  }): string {
    const {flight, from, arrival, copy, routine} = about;
    const [x1, x2] = [this.x(flight.from), this.x(flight.to)];
    const shorten = Math.sign(x1 - x2) * (hasPill(arrival) ? 17 : 7);
    const place = `x1="${x1}" y1="${from.y - 4}" x2="${x2 + shorten}" y2="${arrival.y - 4}"`;
    const look = `sent${routine}${copy > 0 ? ' again' : ''}`;
    const line = `<line class="hit" ${place}/>`
      + `<line class="${look}" ${place} marker-end="url(#head)"/>`;
    if (copy === 0) return line;
    const tagX = x2 + shorten + Math.sign(shorten) * 13;
    return `${line}<text class="tag" x="${tagX}" y="${arrival.y - 9}" `
      + `text-anchor="middle">×${copy + 1}</text>`;
  }

  /** A message that did not arrive goes some of the way: a cross if it never will, else a ring. */
  private ending(flight: Flight, from: Block): string {
    const x1 = this.x(flight.from);
    const reach = flight.fates.includes('receiver is down') ? 0.86 : 0.55;
    const x2 = x1 + (this.x(flight.to) - x1) * reach;
    const [y1, y2] = [from.y - 4, from.y + 8];
    const lost = flight.fates.length > 0 && !flight.fates.includes('held by the test');
    const place = `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`;
    const line = `<line class="hit" ${place}/><line class="${lost ? 'lost' : 'open'}" ${place}/>`;
    if (!lost) return `${line}<circle class="open" cx="${x2}" cy="${y2}" r="4"/>`;
    return `${line}<path class="cross" d="M${x2 - 5} ${y2 - 5}l10 10m0 -10l-10 10"/>`;
  }

  private block(block: Block): string {
    return [this.time(block), this.node(block), ...block.lines.map((line, position) => (
      this.text(block.y + position * LINE_HEIGHT, line)
    ))].join('');
  }

  private time(block: Block): string {
    const label = `<text class="time" x="${TIME_WIDTH - 14}" y="${block.y}" `
      + `text-anchor="end">t=${block.atMs}ms</text>`;
    if (block.pauseMs === 0) return label;
    return `${label}<text class="pause" x="${this.textX}" y="${block.y - 20}">… ${block.pauseMs}ms `
      + 'later</text>';
  }

  private text(y: number, line: StepLine): string {
    const {step, kind, who, brief} = line;
    const flight = step.kind === 'effect' ? this.picture.flights.get(step.sequence) : undefined;
    const fate = flight === undefined || flight.fates.length === 0 ? ''
      : `   ${flight.fates.join(', ')}`;
    return `<text class="text ${kind}" y="${y}"><tspan x="${this.textX}">${escapeHtml(who)}</tspan>`
      + `<tspan x="${this.textX + WHO_WIDTH}">`
      + `${escapeHtml(cut(brief, this.textCharacters - fate.length) + fate)}</tspan></text>`;
  }

  private node(block: Block): string {
    const right = TIME_WIDTH + MARGIN + this.laneWidth * this.picture.boxes.length;
    const y = block.y - 4;
    if (block.box === null) {
      return `<line class="act" x1="${TIME_WIDTH}" x2="${right}" y1="${y}" y2="${y}"/>`;
    }
    const x = this.x(block.box);
    const ring = this.facts.has(`${block.box} ${block.atMs}`)
      ? `<rect class="fact" x="${x - 21}" y="${y - 12}" width="42" height="24" rx="12"/>` : '';
    const marks = block.marks.length === 0 ? '' : `<text class="mark" x="${x - 20}" y="${y + 4}" `
      + `text-anchor="end">${escapeHtml(block.marks.join(' '))}</text>`;
    return `${ring}${this.shape(block, x, y)}${marks}`;
  }

  private shape(block: Block, x: number, y: number): string {
    const isCrash = block.lines.some(({step}) => step.kind === 'crash');
    if (isCrash) return `<path class="crash" d="M${x - 7} ${y - 7}l14 14m0 -14l-14 14"/>`;
    const isRestart = block.lines.some(({kind}) => kind === 'crash');
    if (block.lane !== null && hasPill(block)) {
      const restarted = isRestart ? ' restarted' : '';
      return `<rect class="pill ${block.lane.look}${restarted}" x="${x - 16}" y="${y - 8}" `
        + `width="32" height="16" rx="8"/>`
        + `<text class="pill ${block.lane.look}" x="${x}" y="${y + 4}" `
        + `text-anchor="middle">${escapeHtml(block.lane.label)}</text>`;
    }
    if (isRestart) return `<circle class="restart" cx="${x}" cy="${y}" r="7"/>`;
    return `<circle class="node ${kindOf(block)}" cx="${x}" cy="${y}" r="4.5"/>`;
  }
}

/** Where a role or a term begins, the node shows it. */
function hasPill(block: Block): boolean {
  return block.laneIsNew && !block.down && block.lane !== null && block.lane.label !== '';
}

const ARROWHEADS = '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
  + 'markerHeight="7" orient="auto-start-reverse"><path class="head" d="M0 0L8 4L0 8z"/></marker>'
  + '<pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" '
  + 'patternTransform="rotate(45)"><rect class="stripe" width="2.5" height="5"/></pattern></defs>';
