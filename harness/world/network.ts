/**
 * The links between boxes: one-way, and as cruel as their conditions say.
 *
 * Promises: each direction of a pair is a link of its own. What happens to the n-th message of a
 * link depends on nothing but the seed, the link and n. A cut link loses what is sent on it and
 * what comes due while it is cut, also if it was sent before; what comes due after the link is
 * healed arrives, however late. That a box answers late moves nothing but the arrivals of what it
 * sends.
 * Read next: world.ts.
 */
import type {BoxId, WireText} from '../host/box';
import {fraction, nameNumber} from './chance';

export type MessageFault = 'loss' | 'delay' | 'duplication' | 'reordering';

/** Rates and delays of every link. Probabilities are per message, from 0 to 1. */
export interface Conditions {
  readonly delayMsMin: number;
  readonly delayMsMax: number;
  /** 'exponential' draws above the minimum with the given maximum as its 99 % point. */
  readonly distribution: 'uniform' | 'exponential' | 'long tail';
  readonly lossProbability: number;
  readonly duplicationProbability: number;
  /** A message that is reordered is held back for `heldMsMin` to `heldMsMax`. */
  readonly reorderingProbability: number;
  /** Which messages may be reordered: all, or results only, as in the Go labs. */
  readonly reorderingOf: 'all' | 'results';
  readonly heldMsMin: number;
  readonly heldMsMax: number;
}

/** Every message arrives once, 1 ms later, in order. */
export const CALM: Conditions = {
  delayMsMin: 1, delayMsMax: 1, distribution: 'uniform',
  lossProbability: 0, duplicationProbability: 0,
  reorderingProbability: 0, reorderingOf: 'all', heldMsMin: 200, heldMsMax: 2_200,
};

/** The Go labs' unreliable network: one in ten lost, 0 to 26 ms of delay. */
export const UNRELIABLE: Conditions = {
  ...CALM, delayMsMin: 0, delayMsMax: 26, lossProbability: 0.1,
};

/** The Go labs' unreliable network with long reordering: two results in three are held back. */
export const LONG_REORDERING: Conditions = {
  ...UNRELIABLE, reorderingProbability: 2 / 3, reorderingOf: 'results',
};

export interface NetworkOptions {
  /** Faults that are switched off without moving any other. */
  readonly off?: ReadonlySet<string>;
  /** Tells results from requests: only a protocol knows. */
  readonly isResults?: (message: WireText) => boolean;
}

/** One arrival of a message. */
export interface Arrival {
  readonly delayMs: number;
  readonly fate: 'duplicated' | 'held back' | null;
}

const LOSS = 1;
const DELAY = 2;
const DUPLICATION = 3;
const REORDERING = 4;
const HELD = 5;
const SECOND = 6;

class Link {
  cut = false;
  sent = 0;

  constructor(readonly number: number) {}
}

export class Network {
  conditions: Conditions;
  private readonly links = new Map<BoxId, Map<BoxId, Link>>();
  private readonly off: ReadonlySet<string>;
  private readonly isResults: ((message: WireText) => boolean) | undefined;
  /** How much later than others' what a box sends arrives, in ms. */
  private readonly lateMs = new Map<BoxId, number>();

  constructor(
    private readonly seed: number, conditions: Conditions,
    {off = new Set(), isResults}: NetworkOptions = {},
  ) {
    this.conditions = conditions;
    this.off = off;
    this.isResults = isResults;
  }

  isCut(from: BoxId, to: BoxId): boolean {
    return this.link(from, to).cut;
  }

  /** Cuts one direction; the other stays as it is. */
  cut(from: BoxId, to: BoxId): void {
    this.link(from, to).cut = true;
  }

  heal(from: BoxId, to: BoxId): void {
    this.link(from, to).cut = false;
  }

  healAll(): void {
    for (const links of this.links.values()) for (const link of links.values()) link.cut = false;
  }

  /** Everything a box sends from now on arrives this much later; 0 ends it. */
  answerLate(box: BoxId, lateMs: number): void {
    if (!(lateMs >= 0)) throw new Error(`${box} cannot answer ${lateMs}ms late`);
    if (lateMs === 0) this.lateMs.delete(box);
    else this.lateMs.set(box, lateMs);
  }

  /** When the next message on a link arrives: no arrival, one, or two. */
  arrivals(from: BoxId, to: BoxId, message: WireText): readonly Arrival[] {
    const drawn = this.draw(this.link(from, to), message);
    const lateMs = this.lateMs.size === 0 ? 0 : this.lateMs.get(from) ?? 0;
    if (lateMs === 0) return drawn;
    return drawn.map(({delayMs, fate}) => ({delayMs: delayMs + lateMs, fate}));
  }

  private draw(link: Link, message: WireText): readonly Arrival[] {
    const n = link.sent++;
    const {conditions} = this;
    const draw = (purpose: number): number => fraction(this.seed, link.number, n, purpose);
    if (!this.off.has('loss') && draw(LOSS) < conditions.lossProbability) return [];
    const delayMs = this.delayMs(draw(DELAY));
    const duplicated = conditions.duplicationProbability > 0 && !this.off.has('duplication') &&
      draw(DUPLICATION) < conditions.duplicationProbability;
    const held = conditions.reorderingProbability > 0 && !this.off.has('reordering') &&
      draw(REORDERING) < conditions.reorderingProbability && this.mayBeHeld(message);
    const {heldMsMin, heldMsMax} = conditions;
    const heldMs = held ? heldMsMin + Math.floor(draw(HELD) * (heldMsMax - heldMsMin + 1)) : 0;
    const first: Arrival = {delayMs: delayMs + heldMs, fate: held ? 'held back' : null};
    if (!duplicated) return [first];
    return [first, {delayMs: delayMs + this.delayMs(draw(SECOND)) + 1, fate: 'duplicated'}];
  }

  private mayBeHeld(message: WireText): boolean {
    if (this.conditions.reorderingOf === 'all') return true;
    if (this.isResults !== undefined) return this.isResults(message);
    throw new Error('this world was not told which messages are results');
  }

  private delayMs(drawn: number): number {
    const {delayMsMin, delayMsMax, distribution} = this.conditions;
    if (this.off.has('delay')) return delayMsMin;
    const span = delayMsMax - delayMsMin;
    if (distribution === 'uniform') return delayMsMin + Math.floor(drawn * (span + 1));
    // ln(100) puts one draw in a hundred beyond the maximum; the long tail cubes the draw instead.
    if (distribution === 'exponential') {
      return delayMsMin + Math.round(-Math.log(1 - drawn) * span / Math.log(100));
    }
    return delayMsMin + Math.round(span * drawn ** 3);
  }

  private link(from: BoxId, to: BoxId): Link {
    let links = this.links.get(from);
    if (links === undefined) this.links.set(from, links = new Map());
    let link = links.get(to);
    if (link === undefined) links.set(to, link = new Link(nameNumber(`${from}→${to}`)));
    return link;
  }
}
