/**
 * How far a run of the grader is: a bar when a person watches, a line a submission when not.
 *
 * Read next: grade.ts.
 */
import type {Grade} from '../grade/grade';
import type {RunStart, RunWatcher} from '../grade/run/grade-class';
import {paintFor, tidy} from '../report/look';
import type {Look} from '../report/look';

const BAR_WIDTH = 24;
const BACK_TO_START = '\r\u001b[2K';

export class GradeProgress implements RunWatcher {
  private count = 0;
  private known = 0;
  private graded = 0;
  private failed = 0;
  private startedAt = 0;

  /** @param isWatched whether a person's terminal takes what is printed. */
  constructor(private readonly look: Look, private readonly isWatched: boolean) {}

  /** Submissions that are done, now or before. */
  get done(): number {
    return this.known + this.graded;
  }

  onStart({count, sandbox, damaged}: RunStart): void {
    this.count = count;
    this.startedAt = Date.now();
    const {tier, name, isSecure} = sandbox;
    print(`Sandbox: tier ${tier}, ${name}. ${isSecure ? 'Secure.'
      : 'Not secure: only for code of people you trust.'}`);
    if (damaged.length > 0) {
      print(`The journal's lines ${damaged.join(', ')} cannot be read; they count as not there.`);
    }
    this.draw();
  }

  onKnown(name: string): void {
    this.known++;
    if (this.isWatched) this.draw();
    else print(`  ${this.position()}  ${tidy(name, this.look)}  graded before, unchanged`);
  }

  onGraded(grade: Grade): void {
    this.graded++;
    const trouble = troubleOf(grade);
    if (trouble !== undefined) this.failed++;
    if (!this.isWatched || trouble !== undefined) {
      this.clear();
      print(`  ${this.position()}  ${tidy(grade.submission, this.look)}  ` + tidy(
        trouble ?? `${grade.total} of ${grade.pointsMost} points`, this.look));
    }
    this.draw();
  }

  /** Takes the bar away, before something else is printed. */
  clear(): void {
    if (this.isWatched) process.stdout.write(BACK_TO_START);
  }

  private position(): string {
    return `${this.done} of ${this.count}`;
  }

  private draw(): void {
    if (!this.isWatched || this.done === this.count) return this.clear();
    const full = Math.floor(BAR_WIDTH * this.done / Math.max(1, this.count));
    const [block, rest] = this.look.plain ? ['#', '-'] : ['█', '░'];
    const bar = paintFor(this.look).green(block.repeat(full)) + rest.repeat(BAR_WIDTH - full);
    const said = [`${this.position()} done`, `${this.failed} failed`, ...this.timeLeft()];
    process.stdout.write(`${BACK_TO_START}  ${bar}  ${said.join(', ')}`);
  }

  /** By how long those that were graded now took. */
  private timeLeft(): readonly string[] {
    if (this.graded === 0) return [];
    const each = (Date.now() - this.startedAt) / this.graded;
    const seconds = Math.round(each * (this.count - this.done) / 1000);
    return [seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`];
  }
}

/** Why a submission has no grade of its own, if so. */
export function troubleOf({refused, slips}: Grade): string | undefined {
  if (refused !== undefined) return `refused: ${refused}`;
  return slips.length > 0 ? `look at it: ${slips[0]}` : undefined;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
