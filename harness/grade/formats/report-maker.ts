/**
 * What a format is to a run: grades in, files out.
 *
 * Promises: a maker is a pure function of grades and context, so that the end of a run and a merge
 * of shards write the same bytes. It opens no file and knows no clock.
 * Read next: formats.ts, the list of them; README.md.
 */
import type {Grade} from '../grade';
import type {Policy} from '../policy';

export interface ReportContext {
  readonly policy: Policy;
  /** The kit's version. */
  readonly kit: string;
  /** The gradebook to fill in, if the instructor named one. */
  readonly canvas?: CanvasGradebook;
  /** The worksheet to fill in, if the instructor named one. */
  readonly moodle?: MoodleWorksheet;
  /** Told what an instructor should know of the report, a line each: students without a row. */
  tell(line: string): void;
}

export interface ReportMaker {
  /** As `--format` names it: 'canvas'. */
  readonly name: string;
  /** Path below the folder of results, with '/', to what it holds. Empty if there is no need. */
  write(grades: readonly Grade[], context: ReportContext): ReadonlyMap<string, string | Buffer>;
}

/** A gradebook as Canvas exports it, and which of its columns take which points. */
export interface CanvasGradebook {
  readonly text: string;
  readonly columns: readonly CanvasColumn[];
}

export interface CanvasColumn {
  /** Its title in the header, 'Raft (12345)', or the number alone. */
  readonly title: string;
  /** The lab whose points it takes; absent: the total. */
  readonly lab?: number;
}

/** Moodle's offline grading worksheet. */
export interface MoodleWorksheet {
  readonly text: string;
  /** The lab whose points it takes; absent: the total. */
  readonly lab?: number;
}

/** An instructor's file is not what it should be. One line says why; wrong use, not a bug. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}
