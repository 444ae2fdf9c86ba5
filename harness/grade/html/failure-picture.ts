/**
 * The picture of a failing run for a report: the last steps that matter, as one small SVG.
 *
 * The same drawing as the page that `npm test -- --trace` writes, cut to its end: heartbeats go
 * first when there is too much of it, then the oldest steps.
 * Promises: an SVG element that needs nothing but itself, by day and by night, of at most so many
 * bytes; well-formed XML whatever the submission said; the same run gives the same bytes.
 * Read next: scenario-part.ts, which shows it.
 */
import type {StepLine} from '../../report/describe-step';
import {fieldsOf} from '../../report/notation';
import type {Block, Picture} from '../../report/picture-blocks';
import {layOut, place} from '../../report/picture-blocks';
import {DRAWING_STYLE} from '../../report/picture-style';
import {Drawing} from '../../report/picture-svg';
import type {ScenarioResult} from '../../scenario/outcome';

export const PICTURE_BYTES_MOST = 60_000;

const BLOCKS_MOST = 32;
/** Of one block. */
const LINES_MOST = 10;
const TEXT_CHARACTERS = 64;
const HEADER_HEIGHT = 30;
const PADDING = 12;
/** Above the upper edge: only the lanes that begin there are seen. */
const OUT_OF_SIGHT = -200;

/** Null for a result that has no trace, or nothing in it that can be drawn. */
export function failurePicture(result: ScenarioResult): string | null {
  try {
    return drawEnd(result);
  } catch {
    return null;
  }
}

function drawEnd(result: ScenarioResult): string | null {
  const failure = result.shown.failure;
  if (failure === undefined) return null;
  const picture = layOut(failure.trace);
  const untilMs = failure.parts.brokeAtMs ?? Infinity;
  const facts = new Set((failure.parts.facts ?? []).map(({who, atMs}) => `${who} ${atMs ?? ''}`));
  for (let most = BLOCKS_MOST; most > 0; most--) {
    const end = endOf(picture, {most, untilMs});
    if (end.blocks.length === 0) return null;
    const drawn = draw(end, facts);
    if (Buffer.byteLength(drawn) <= PICTURE_BYTES_MOST) return drawn;
  }
  return null;
}

/** The last blocks of a picture, placed anew. */
function endOf(
  picture: Picture, {most, untilMs}: {readonly most: number; readonly untilMs: number},
): Picture {
  const before = picture.blocks.filter(block => block.atMs <= untilMs && block.lines.length > 0);
  const news = before.filter(block => !isRoutine(block, picture));
  const chosen = new Set(news.slice(-most));
  for (const block of before.toReversed()) {
    if (chosen.size >= most) break;
    chosen.add(block);
  }
  const kept = before.filter(block => chosen.has(block));
  for (const block of kept) {
    block.pauseMs = 0;
    shorten(block);
  }
  const height = place(kept);
  const first = before.indexOf(kept[0]!);
  return {
    ...picture, height, blocks: [...laneBeginnings(before.slice(0, Math.max(0, first))), ...kept],
    boxes: picture.boxes.filter(box => kept.some(block => concerns(block, box))),
    blockOf: new Map(kept.flatMap(block => (
      block.lines.map(({step}) => [step.sequence, block] as const)
    ))),
  };
}

/** A server that says a thousand things at once is quoted: what changed, then what came first. */
function shorten({lines}: Block): void {
  if (lines.length <= LINES_MOST) return;
  const striking = lines.filter(({kind}) => !['message', 'other', 'dull'].includes(kind));
  const chosen = new Set([...striking.slice(-LINES_MOST / 2), ...lines].slice(0, LINES_MOST - 1));
  const kept = lines.filter(line => chosen.has(line));
  const text = `… and ${lines.length - kept.length} more steps`;
  lines.splice(0, lines.length, ...kept, {...kept[0]!, kind: 'dull', who: '', text, brief: text});
}

/** How each lane looks where the cut is: the last block before it, moved out of sight. */
function laneBeginnings(before: readonly Block[]): readonly Block[] {
  const last = new Map<string, Block>();
  for (const block of before) if (block.box !== null) last.set(block.box, block);
  return [...last.values()].map(block => ({
    ...block, y: OUT_OF_SIGHT, lines: [], marks: [], laneIsNew: false, pauseMs: 0, height: 0,
  }));
}

function concerns(block: Block, box: string): boolean {
  return block.box === box || block.lines.some(({boxes}) => boxes.includes(box));
}

/** Nothing but messages without news. */
function isRoutine(block: Block, {describer}: Picture): boolean {
  return block.lines.every(line => {
    if (line.kind === 'dull') return true;
    const fields = fieldsOf(messageOf(line) ?? '');
    return fields !== null && describer.notation.isRoutine(fields);
  });
}

function messageOf({step}: StepLine): string | null {
  if (step.kind === 'effect' && step.effect.kind === 'send') return step.effect.message;
  return step.kind === 'input' && step.input.kind === 'receive' ? step.input.message : null;
}

function draw(picture: Picture, facts: ReadonlySet<string>): string {
  const drawing = new Drawing(picture, facts, TEXT_CHARACTERS);
  const [width, height] = [drawing.width + 2 * PADDING, picture.height + HEADER_HEIGHT + PADDING];
  return wellFormed([
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `
      + `viewBox="0 0 ${width} ${height}"><style>${STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    placed(drawing.header(), 2), placed(drawing.diagram(), HEADER_HEIGHT), '</svg>',
  ].join('\n'));
}

function placed(svg: string, y: number): string {
  return svg.replace('<svg ', `<svg x="${PADDING}" y="${y}" `);
}

/** What only a mouse finds is left out, and characters that XML does not know. */
function wellFormed(svg: string): string {
  return svg.replace(/<title>[^<]*<\/title>/g, '').replace(/<line class="hit"[^>]*\/>/g, '')
    .replace(/[\ufffe\uffff\p{Surrogate}]/gu, '\ufffd');
}

const STYLE = `${DRAWING_STYLE.trim()}
.ground { fill: var(--ground); }`;
