/**
 * What a protocol must say about itself so that its traces can be read.
 *
 * Promises: the rest of this folder knows messages and state only through this interface, so other
 * protocols may use the same traces, pictures and failures.
 * Read next: describe-raft.ts, the one notation there is so far.
 */
import type {Fact} from '../world/lab-failure';
import type {Step} from '../world/trace';

/** A JSON object whose fields nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** What the trace has told about one box so far. */
export interface BoxView {
  /** State fields by name. */
  readonly state: Record<string, unknown>;
  /** Entries of its log by index. */
  readonly log: Map<number, unknown>;
}

/** How a lane is drawn while a box is in some role. */
export interface Lane {
  /** One ASCII character, such as 'L'. */
  readonly mark: string;
  /** A band begins where this text changes: 'leader, term 4'. */
  readonly band: string;
  /** What a narrow band is labelled with: 'L4'. */
  readonly label: string;
  readonly look: 'quiet' | 'rising' | 'leading';
}

export interface Notation {
  /** What the marks of its lanes mean, in a few words each. */
  readonly legend: readonly string[];
  /** The same for a picture. */
  readonly pictureLegend: readonly string[];
  /** A message of a type it knows, else null. */
  message(message: Fields, from: string): string | null;
  /** A command that its service knows, else null. */
  command(command: unknown): string | null;
  /** True for messages that carry no news, such as heartbeats: shown only if nothing else is. */
  isRoutine(message: Fields): boolean;
  /** State of a box that has just started; none for a box that is no server, such as a client. */
  blankState(box: string): Record<string, unknown>;
  /** The changed suffix of a log. */
  logChange(from: number, entries: readonly unknown[]): string;
  /** True for fields that follow from others: left out where there is little room. */
  isBookkeeping(field: string): boolean;
  /** What a reader should notice about a change, or null. */
  remark(changed: Fields, view: BoxView): string | null;
  /** A change to mark on the lane of a picture, in very few characters, or null: 'c2'. */
  mark(changed: Fields): string | null;
  lane(view: BoxView): Lane;
  /** What each box was doing, for a failure that has no other facts. */
  doings(steps: readonly Step[], boxes: readonly string[]): Fact[];
}

/** The fields of a JSON object, or null if the text is anything else. */
export function fieldsOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value as Fields
      : null;
  } catch {
    return null;
  }
}

/** A value in a few characters: bare names, short JSON, 'none' for null. */
export function shortValue(value: unknown): string {
  if (value === null) return 'none';
  if (value === undefined) return '?';
  const isBare = typeof value === 'string' && /^[\w.:-]+$/.test(value);
  // What is no JSON may stand where somebody has named a field 'constructor'.
  const text = isBare ? value : JSON.stringify(value) as string | undefined ?? '?';
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
