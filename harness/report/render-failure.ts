/**
 * A failure as text, always in the same order: what broke, the evidence, what to do next.
 *
 * The claim · both sides · why it matters · the cluster · the last steps · what the failure needs ·
 * the seed · a hint · replay, trace, read · the student's own frames.
 * Promises: at most 38 lines of at most 95 characters, so that with its title it fits 40 lines of
 * 100; the same result gives the same text, byte for byte.
 * Read next: last-steps.ts, server-table.ts.
 */
import {handoutOf} from '../scenario/outcome';
import type {FailureReport, ScenarioResult} from '../scenario/outcome';
import {replayCommandFor} from '../scenario/token';
import type {Fact, FailureKind, FailureParts} from '../world/lab-failure';
import {raftNotation} from './describe-raft';
import type {ShownStep} from './last-steps';
import {lastSteps} from './last-steps';
import type {Look, Paint} from './look';
import {paintFor, tidy} from './look';
import {serverTable} from './server-table';
import {alignColumns, cut, wrap} from './text-layout';

export const FAILURE_WIDTH = 95;
const LINES_AT_MOST = 38;

export interface FailureOptions extends Look {
  /** Where the picture of the trace was written, if it was. */
  readonly tracePath?: string;
  /** What to read; without it the handout of the lab. */
  readonly readPath?: string;
}

/** How the first line of each kind of failure begins; the kit's tests hold every check to it. */
export const FIRST_LINES: Readonly<Record<FailureKind, RegExp>> = {
  safety: /^[A-Z][^:]* is broken: .+\.$/,
  progress: /^No .+ within \d+ms of virtual time\.$/,
  contract: /^[A-Z]\w* .+ — .+\.$/,
  cost: /^Too many .+: \d+, at most \d+ allowed for .+\.$/,
  kit: /^This is a bug in the lab kit, not in your Raft\./,
};

const KIT_LINE = 'This is a bug in the lab kit, not in your Raft.';
const KIT_ADVICE = 'Please send these lines, with the command after Replay, to your instructor.';

/** How many lines each part may take; tried from the most generous to the tightest. */
interface Room {
  readonly claim: number;
  readonly facts: number;
  readonly why: number;
  readonly rows: number;
  readonly steps: number;
  readonly code: number;
  readonly frames: number;
}

const ROOMS: readonly Room[] = [
  {claim: 4, facts: 10, why: 4, rows: 9, steps: 8, code: 16, frames: 5},
  {claim: 4, facts: 10, why: 3, rows: 9, steps: 8, code: 14, frames: 2},
  {claim: 3, facts: 8, why: 3, rows: 7, steps: 6, code: 12, frames: 2},
  {claim: 3, facts: 8, why: 2, rows: 7, steps: 5, code: 10, frames: 1},
  {claim: 3, facts: 6, why: 2, rows: 7, steps: 5, code: 10, frames: 1},
  {claim: 2, facts: 4, why: 2, rows: 5, steps: 3, code: 8, frames: 1},
];

/** The lines of a failure, not indented. */
export function renderFailure(result: ScenarioResult, options: FailureOptions): string[] {
  const report = result.shown.failure;
  if (report === undefined) return [tidy(`${result.title}: nothing failed.`, options)];
  const writer = new FailureWriter(result, report, options);
  let lines: string[] = [];
  for (const room of ROOMS) {
    lines = writer.lines(room);
    if (lines.length <= LINES_AT_MOST) break;
  }
  return lines.slice(0, LINES_AT_MOST);
}

/** The claim and the facts alone, for a failure that has no trace: a plain test of the kit. */
export function renderParts(parts: FailureParts, look: Look): string[] {
  const paint = paintFor(look);
  const claim = claimOf(parts).flatMap(text => wrap(tidy(text, look), FAILURE_WIDTH));
  const facts = factLines(parts.facts ?? [], look, 10);
  return [...claim.map(line => paint.red(line)), ...facts.map(line => `  ${line}`)];
}

class FailureWriter {
  private readonly paint: Paint;
  private readonly facts: readonly Fact[];

  constructor(
    private readonly result: ScenarioResult,
    private readonly report: FailureReport,
    private readonly options: FailureOptions,
  ) {
    this.paint = paintFor(options);
    this.facts = factsOf(report);
  }

  lines(room: Room): string[] {
    const blocks = [
      this.claim(room.claim), indent(factLines(this.facts, this.options, room.facts)),
      this.why(room.why), this.cluster(room.rows), this.code(room.code), this.steps(room.steps),
      [...this.labelled(), ...this.frames(room.frames)],
    ];
    return blocks.filter(block => block.length > 0)
      .flatMap((block, position) => position === 0 ? block : ['', ...block]);
  }

  private claim(most: number): string[] {
    const lines = claimOf(this.report.parts)
      .flatMap(text => wrap(tidy(text, this.options), FAILURE_WIDTH));
    return this.atMost(lines, most).map(line => this.paint.bold(this.paint.red(line)));
  }

  private why(most: number): string[] {
    const {why} = this.report.parts;
    if (why === undefined) return [];
    const text = this.atMost(wrap(tidy(why.text, this.options), FAILURE_WIDTH - 2), most);
    return [this.heading(`Why it matters (${why.source})`), ...indent(text)];
  }

  private cluster(most: number): string[] {
    const {servers, atMs} = this.report;
    if (servers.length === 0) return [];
    const named = new Set(this.facts.map(fact => fact.who));
    const chosen = servers.length <= most ? servers : [
      ...servers.filter(row => named.has(row.id)), ...servers.filter(row => !named.has(row.id)),
    ].slice(0, most).sort((a, b) => servers.indexOf(a) - servers.indexOf(b));
    const left = servers.length - chosen.length;
    const title = left === 0 ? 'The cluster' : `The cluster (${left} more not shown)`;
    const table = serverTable(chosen, FAILURE_WIDTH - 2).map(line => tidy(line, this.options));
    return [this.heading(`${title.padEnd(44)}t=${atMs}ms`), ...indent(table)];
  }

  /** Whole if it fits: half of it would not run. What is left out is the middle. */
  private code(most: number): string[] {
    const code = this.report.parts.code ?? [];
    if (code.length === 0) return [];
    const tail = Math.ceil((most - 1) * 0.7);
    const shown = code.length <= most ? code : [
      ...code.slice(0, most - 1 - tail),
      `// ... ${code.length - most + 1} more lines ...`, ...code.slice(-tail),
    ];
    const clean = shown.map(line => cut(tidy(line, this.options), FAILURE_WIDTH - 2));
    return [this.heading('To see it yourself'), ...indent(clean)];
  }

  private steps(most: number): string[] {
    if (this.report.parts.code !== undefined) return [];
    const {trace, parts} = this.report;
    const shown = lastSteps(trace, this.facts, {most, untilMs: parts.brokeAtMs ?? Infinity});
    if (shown.length === 0) return [];
    return [this.heading('The last steps'), ...indent(this.stepLines(shown))];
  }

  private stepLines(shown: readonly ShownStep[]): string[] {
    const clean = (text: string): string => tidy(text, this.options);
    const rows = shown.map(({step, who, brief, aside}) => (
      [`t=${step.atMs}ms`, clean(who), clean(aside === '' ? brief : `${brief}    ${aside}`)]
    ));
    return alignColumns(rows, ['right']).map((line, position) => {
      const short = cut(line, FAILURE_WIDTH - 2, this.options.plain ? '...' : '…');
      return shown[position]?.kind === 'act' ? this.paint.bold(short) : short;
    });
  }

  private labelled(): string[] {
    const {report, result, options} = this;
    const handout = options.readPath ?? handoutOf(result);
    const trace = options.tracePath;
    const steps = report.trace.length;
    return [
      ...this.label('Needs', needsText(report.needs)),
      ...this.label('Seed', seedText(result, report)),
      ...this.label('Hint', report.parts.hint ?? ''),
      ...this.label('Replay', replayCommandFor(report.token, report.subject)),
      ...this.label('Trace', trace === undefined || steps === 0 ? '' : `${trace} (${steps} steps)`),
      ...this.label('Read', handout),
    ];
  }

  private label(name: string, text: string): string[] {
    if (text === '') return [];
    return wrap(tidy(text, this.options), FAILURE_WIDTH - 8).map((line, position) => (
      position === 0 ? `${this.paint.bold(name.padEnd(8))}${line}` : `        ${line}`
    ));
  }

  private frames(most: number): string[] {
    const frames = this.report.parts.stack ?? [];
    return frames.slice(0, most).map(frame => (
      this.paint.dim(cut(` at ${tidy(frame, this.options)}`, FAILURE_WIDTH))
    ));
  }

  private heading(text: string): string {
    return this.paint.bold(tidy(text, this.options));
  }

  private atMost(lines: readonly string[], most: number): string[] {
    if (lines.length <= most) return [...lines];
    const last = lines[most - 1] ?? '';
    return [...lines.slice(0, most - 1), `${last.slice(0, FAILURE_WIDTH - 8)} ...`];
  }
}

function claimOf(parts: FailureParts): string[] {
  if (parts.kind !== 'kit' || FIRST_LINES.kit.test(parts.claim)) return [parts.claim];
  return [KIT_LINE, parts.claim, KIT_ADVICE];
}

/** A progress failure without facts tells what each server was doing. */
function factsOf(report: FailureReport): readonly Fact[] {
  const {parts, trace, servers} = report;
  if (parts.kind !== 'progress' || (parts.facts ?? []).length > 0) return parts.facts ?? [];
  return raftNotation.doings(trace.steps, servers.map(row => row.id));
}

function factLines(facts: readonly Fact[], look: Look, most: number): string[] {
  const who = Math.max(0, ...facts.map(fact => tidy(fact.who, look).length));
  const lines = facts.flatMap(fact => {
    const at = fact.atMs === undefined ? '' : `   t=${fact.atMs}ms`;
    const width = FAILURE_WIDTH - who - 4;
    return wrap(`${tidy(fact.what, look)}${at}`, width).map((line, position) => (
      `${(position === 0 ? tidy(fact.who, look) : '').padEnd(who)}  ${line}`
    ));
  });
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `(${lines.length - most + 1} more lines not shown)`];
}

function needsText(needs: readonly string[]): string {
  if (needs.length === 0) return '';
  if (needs.length === 1) return `${needs[0]}: without it, this seed passes`;
  return `${needs.join(', ')}: without any one of them, this seed passes`;
}

function seedText(result: ScenarioResult, report: FailureReport): string {
  const {seedsRun, seedsPassed, shown} = result;
  if (report.conditions === null && seedsRun <= 1) return '';
  const conditions = report.conditions === null ? '' : `: ${report.conditions}`;
  const others = seedsRun <= 1 ? '' : `   (${seedsPassed} of ${seedsRun} seeds pass)`;
  return `${shown.seed}${conditions}${others}`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map(line => `  ${line}`);
}
