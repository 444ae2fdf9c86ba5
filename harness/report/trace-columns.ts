/**
 * The whole trace as text: time at the left, a column for each server, what happened at the right.
 *
 * A message is a line from its sender's column to its receiver's: `o--->` where it is sent, `v`
 * where it arrives, `x` where it is lost; the text beside it says when, or why not. Other columns
 * show what the server is meanwhile: `|`, or the letter the notation gives its role.
 * Promises: ASCII throughout when the look is plain; nothing is told by colour alone.
 * Read next: trace-picture.ts.
 */
import type {Trace} from '../world/trace';
import {StepDescriber} from './describe-step';
import type {StepLine} from './describe-step';
import type {Look, Paint} from './look';
import {paintFor, tidy} from './look';
import type {Flights} from './message-flights';
import {findFlights, neverArrived, whatBecameOf} from './message-flights';
import {alignColumns} from './text-layout';
import {boxesOf, isShown} from './trace-story';

const LANE = 6;
const LEGEND = ['. down', 'o--> sent', 'v arrives', '--x lost', '* something happens here'];

/** The lines of a trace, its header first. */
export function renderTrace(trace: Trace, look: Look): string[] {
  const {steps} = trace;
  const boxes = boxesOf(steps);
  const flights = findFlights(steps);
  const complete = trace.length === steps.length;
  const describer = new StepDescriber(complete);
  const paint = paintFor(look);
  const rows: string[][] = [];
  const kinds: StepLine['kind'][] = [];
  for (const step of steps) {
    const line = describer.describe(step);
    if (!isShown(line, flights)) continue;
    const text = `${line.text}${becameOf(line, flights)}`;
    const lanes = lanesOf({line, boxes, describer, flights, look});
    rows.push([`t=${step.atMs}ms`, lanes, tidy(line.who, look), tidy(text, look)]);
    kinds.push(line.kind);
  }
  const header = boxes.map(box => box.padEnd(LANE)).join('');
  const lost = complete ? [] : [`The first ${trace.length - steps.length} steps were not kept.`];
  const lines = alignColumns([['', header, '', ''], ...rows], ['right']);
  const [top, ...rest] = lines;
  return [
    tidy([...describer.notation.legend, ...LEGEND].join('   '), look), ...lost, '',
    paint.bold(top ?? ''),
    ...rest.map((line, position) => coloured(line, kinds[position] ?? 'other', paint)),
  ];
}

/** How a sent message ended, beside the line that sends it. */
function becameOf(line: StepLine, flights: Flights): string {
  const {step} = line;
  if (step.kind !== 'effect' || step.effect.kind !== 'send') return '';
  const flight = flights.get(step.sequence);
  return flight === undefined ? '' : `   ${whatBecameOf(flight)}`;
}

/** The columns of one line: marks at their lanes, and an arrow if the line sends a message. */
function lanesOf(about: {
  line: StepLine; boxes: readonly string[]; describer: StepDescriber; flights: Flights; look: Look;
}): string {
  const {line, boxes, describer, flights, look} = about;
  const marks = boxes.map(box => laneMark(box, describer, look));
  const {step} = line;
  if (line.kind === 'act' || step.kind === 'note' && step.box === null) {
    return '='.repeat(LANE * (boxes.length - 1) + 1);
  }
  const from = boxes.indexOf(line.boxes[0] ?? '');
  if (step.kind === 'effect' && step.effect.kind === 'send') {
    const flight = flights.get(step.sequence);
    const lost = flight !== undefined && neverArrived(flight);
    return arrow({marks, from, to: boxes.indexOf(step.effect.to), lost, look});
  }
  const isArrival = step.kind === 'input' && step.input.kind === 'receive';
  if (from !== -1) marks[from] = isArrival ? 'v' : step.kind === 'crash' ? 'X' : '*';
  return spread(marks);
}

function laneMark(box: string, describer: StepDescriber, look: Look): string {
  const mark = describer.isDown(box) ? '.' : describer.lane(box).mark;
  return mark === '|' && !look.plain ? '│' : mark;
}

function spread(marks: readonly string[]): string {
  return marks.map(mark => mark.padEnd(LANE)).join('').trimEnd();
}

/** From `o` to `>`, lanes in between staying visible; a lost message ends in `x` on its way. */
function arrow(about: {
  marks: readonly string[]; from: number; to: number; lost: boolean; look: Look;
}): string {
  const {marks, from, to, lost, look} = about;
  const cells = [...spread(marks).padEnd(LANE * marks.length)];
  if (from === -1 || to === -1) return spread(marks);
  const right = to > from;
  const line = look.plain ? '-' : '─';
  const [first, last] = right ? [from * LANE, to * LANE] : [to * LANE, from * LANE];
  for (let at = first + 1; at < last; at++) {
    if (at % LANE !== 0) cells[at] = line;
  }
  cells[from * LANE] = 'o';
  const head = right ? last - 1 : first + 1;
  if (!lost) {
    cells[head] = right ? look.plain ? '>' : '▶' : look.plain ? '<' : '◀';
    return cells.join('').trimEnd();
  }
  cells[right ? head - 2 : head + 2] = 'x';
  for (const at of right ? [head - 1, head] : [head, head + 1]) cells[at] = ' ';
  return cells.join('').trimEnd();
}

function coloured(line: string, kind: StepLine['kind'], paint: Paint): string {
  switch (kind) {
    case 'act': return paint.bold(line);
    case 'note': case 'fault': return paint.red(line);
    case 'crash': return paint.yellow(line);
    case 'change': return paint.cyan(line);
    default: return line;
  }
}
