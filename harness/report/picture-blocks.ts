/**
 * Cuts a trace into the blocks of a picture, and places them.
 *
 * A block is one activation of one box: what came in, what it changed, what it sent. Its lines are
 * at the right, its node on the lane of the box. Time is compressed: blocks follow each other at a
 * steady distance, and a longer pause is said in words.
 * Promises: plain numbers in pixels; drawing is picture-svg.ts's.
 * Read next: picture-svg.ts.
 */
import type {Trace} from '../world/trace';
import type {LineKind, StepLine} from './describe-step';
import {StepDescriber} from './describe-step';
import type {Flight, Flights} from './message-flights';
import {findFlights} from './message-flights';
import type {Lane} from './notation';
import {fieldsOf} from './notation';
import {boxesOf, isShown} from './trace-story';

export const LINE_HEIGHT = 17;
const BLOCK_GAP = 9;
const PAUSE_HEIGHT = 20;
const PAUSE_MS = 100;
const STRIKING: readonly LineKind[] = [
  'note', 'fault', 'act', 'crash', 'change', 'message', 'other',
];

export interface Block {
  /** The box on whose lane the node stands; null for an act of the test. */
  readonly box: string | null;
  readonly atMs: number;
  readonly lines: StepLine[];
  /** How the box's lane looks after this block, and whether that is new. */
  lane: Lane | null;
  laneIsNew: boolean;
  down: boolean;
  /** 'c2' for a commit, '◆2' for an apply. */
  readonly marks: string[];
  /** Where the first line stands. */
  y: number;
  height: number;
  /** A pause before this block, said in words; 0 if there is none. */
  pauseMs: number;
}

export interface Picture {
  readonly boxes: readonly string[];
  readonly blocks: readonly Block[];
  readonly flights: Flights;
  /** The block of each step, by sequence number. */
  readonly blockOf: ReadonlyMap<number, Block>;
  readonly height: number;
  readonly describer: StepDescriber;
}

export function layOut(trace: Trace): Picture {
  const {steps} = trace;
  const flights = findFlights(steps);
  const describer = new StepDescriber(trace.length === steps.length);
  const blocks: Block[] = [];
  const blockOf = new Map<number, Block>();
  const labels = new Map<string, string>();
  for (const step of steps) {
    if ('box' in step && step.box !== null && !labels.has(step.box)) {
      labels.set(step.box, describer.lane(step.box).label);
    }
    const line = describer.describe(step);
    if (line.kind !== 'dull' && !isShown(line, flights)) continue;
    const block = blockFor(line, blocks);
    block.lines.push(line);
    blockOf.set(step.sequence, block);
    if (block.box === null) continue;
    const lane = describer.lane(block.box);
    block.laneIsNew ||= labels.get(block.box) !== lane.label;
    labels.set(block.box, lane.label);
    block.lane = lane;
    block.down = describer.isDown(block.box);
    block.marks.push(...marksOf(line, describer));
  }
  const shown = blocks.filter(block => block.lines.some(({kind}) => kind !== 'dull'));
  for (const block of shown) dropDull(block);
  return {
    boxes: boxesOf(steps), blocks: shown, flights, blockOf, height: place(shown), describer,
  };
}

/** The block a line belongs to: the latest, if the same box goes on answering the same input. */
function blockFor(line: StepLine, blocks: Block[]): Block {
  const {step} = line;
  const box = line.kind === 'act' ? null : line.boxes[0] ?? null;
  const last = blocks.at(-1);
  const goesOn = step.kind === 'effect' || step.kind === 'note';
  if (last !== undefined && goesOn && last.box === box && last.atMs === step.atMs) return last;
  const block: Block = {
    box, atMs: step.atMs, lines: [], lane: null, laneIsNew: false, down: false, marks: [],
    y: 0, height: 0, pauseMs: 0,
  };
  blocks.push(block);
  return block;
}

/** A timer is worth a line if something came of it; alarms never are. */
function dropDull(block: Block): void {
  const kept = block.lines.filter(({kind, step}) => (
    kind !== 'dull' || step.kind === 'input' && step.input.kind === 'timer'
  ));
  block.lines.splice(0, block.lines.length, ...kept);
}

function marksOf({step}: StepLine, describer: StepDescriber): string[] {
  if (step.kind !== 'effect') return [];
  if (step.effect.kind === 'apply') return [`◆${step.effect.index}`];
  if (step.effect.kind !== 'changed') return [];
  const mark = describer.notation.mark(fieldsOf(step.effect.fields) ?? {});
  return mark === null ? [] : [mark];
}

/** Gives every block its place and returns the height of all. */
export function place(blocks: readonly Block[]): number {
  let y = LINE_HEIGHT;
  let lastMs: number | null = null;
  for (const block of blocks) {
    const pauseMs = lastMs === null ? 0 : block.atMs - lastMs;
    if (pauseMs >= PAUSE_MS) {
      block.pauseMs = pauseMs;
      y += PAUSE_HEIGHT;
    }
    lastMs = block.atMs;
    block.y = y;
    block.height = block.lines.length * LINE_HEIGHT;
    y += block.height + BLOCK_GAP;
  }
  return y;
}

/** The blocks between which a message is drawn. */
export function endsOf(
  flight: Flight, picture: Picture,
): {readonly from: Block | undefined; readonly arrivals: readonly Block[]} {
  const {blockOf} = picture;
  return {
    from: blockOf.get(flight.sent.sequence),
    arrivals: flight.arrivals.flatMap(step => blockOf.get(step.sequence) ?? []),
  };
}

/** The kind by which a block is drawn: the most striking of its lines. */
export function kindOf(block: Block): LineKind {
  return STRIKING.find(kind => block.lines.some(line => line.kind === kind)) ?? 'dull';
}
