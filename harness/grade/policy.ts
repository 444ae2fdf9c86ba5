/**
 * What counts, and what students are told: an instructor's rules for one course.
 *
 * Promises: nothing here reads a file or a clock; what is absent has a default.
 * Read next: POLICY.md, for people; policy-file.ts, which reads and checks a file; run/settle.ts.
 */
import crypto from 'node:crypto';

/** What a failure tells a student: its whole text, its claim alone, or only that there is one. */
export type Reveal = 'full' | 'claim' | 'nothing';

/** When a student may see a verdict; Gradescope's words. */
export type Visibility = 'visible' | 'hidden' | 'after_due_date' | 'after_published';

export interface LabPolicy {
  /** What the lab is worth, if not what its lab.ts says. 0: not graded. */
  readonly points?: number;
  /** ISO 8601 with an offset. */
  readonly due?: string;
}

export interface LatePolicy {
  /** Late days a student has for the whole course. */
  readonly daysFree: number;
  /** Of the lab's points, for each further day begun: 0.1. */
  readonly penaltyPerDay: number;
  /** Later than this, a lab is worth nothing. */
  readonly daysMost: number;
  /** Not yet late. */
  readonly graceMinutes: number;
}

export interface StudentPolicy {
  readonly excusedDays?: number;
  readonly override?: {readonly points: number; readonly why: string};
}

export interface Policy {
  /** By number: '5'. */
  readonly labs: Readonly<Record<string, LabPolicy>>;
  /** How many known seeds every random scenario runs on, if not a few: see engine/tasks.ts. */
  readonly seeds?: number;
  /** Seeds of every random scenario that nobody can know: drawn from `secret`. */
  readonly hiddenSeeds: {readonly count: number; readonly secret: string};
  /** Of a lab's points, what its tests in tests/hidden are worth: 0 to 1. */
  readonly hiddenShare: number;
  /** For public tests, for hidden ones, and by name ('5-random-five'). */
  readonly reveal: {
    readonly public: Reveal; readonly hidden: Reveal;
    readonly scenarios: Readonly<Record<string, Reveal>>;
  };
  readonly visibility: {
    readonly public: Visibility; readonly hidden: Visibility;
    readonly scenarios: Readonly<Record<string, Visibility>>;
  };
  readonly late: LatePolicy;
  /** By the name of the submission. */
  readonly students: Readonly<Record<string, StudentPolicy>>;
  /** Points for each type error, and the most that all cost together. */
  readonly typeErrors: {readonly each: number; readonly most: number};
}

export const DEFAULT_POLICY: Policy = {
  labs: {},
  hiddenSeeds: {count: 2, secret: 'set a secret of your own'},
  hiddenShare: 0.2,
  reveal: {public: 'full', hidden: 'claim', scenarios: {}},
  visibility: {public: 'visible', hidden: 'visible', scenarios: {}},
  late: {daysFree: 0, penaltyPerDay: 0, daysMost: 10_000, graceMinutes: 0},
  students: {},
  typeErrors: {each: 0, most: 0},
};

/** What a test's failure may tell its student. */
export function revealOf(policy: Policy, lab: number, name: string, isHidden: boolean): Reveal {
  return policy.reveal.scenarios[`${lab}-${name}`] ?? policy.reveal[isHidden ? 'hidden' : 'public'];
}

/** When its student may see a test's verdict. */
export function visibilityOf(
  policy: Policy, lab: number, name: string, isHidden: boolean,
): Visibility {
  return policy.visibility.scenarios[`${lab}-${name}`] ??
    policy.visibility[isHidden ? 'hidden' : 'public'];
}

/** What a lab is worth in this course. */
export function worthOf(policy: Policy, lab: {number: number; points: number}): number {
  return policy.labs[lab.number]?.points ?? lab.points;
}

/**
 * Whether anybody who has the kit can work out the hidden seeds.
 *
 * @param digest the policy's own; of one that is kept without its secret, only this tells.
 */
export function hasOpenSeeds(policy: Policy, digest = digestOf(policy)): boolean {
  const {hiddenSeeds: {secret}} = DEFAULT_POLICY;
  const open = {...policy, hiddenSeeds: {...policy.hiddenSeeds, secret}};
  return policy.hiddenSeeds.count > 0 && digestOf(open) === digest;
}

/** Two runs by one policy give one grade: results say which it was. */
export function digestOf(policy: Policy): string {
  return digestOfParts(policy);
}

/**
 * Of what decides how a submission is run and scored. The rest of a policy (dates, penalties,
 * overrides, what is revealed) is settled anew at every report, so it may change without a regrade.
 */
export function runDigestOf({labs, seeds, hiddenSeeds, hiddenShare}: Policy): string {
  const points = Object.entries(labs)
    .flatMap(([lab, {points: worth}]) => (worth === undefined ? [] : [[lab, worth]]));
  return digestOfParts({points: Object.fromEntries(points), seeds, hiddenSeeds, hiddenShare});
}

function digestOfParts(parts: object): string {
  return crypto.createHash('sha256').update(JSON.stringify(sorted(parts))).digest('hex')
    .slice(0, 12);
}

/** The order in which an instructor wrote things down does not matter. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]));
}
