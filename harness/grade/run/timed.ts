/**
 * How long the grading of a submission took: the one thing in a grade that no second run repeats.
 *
 * Read next: ../grade.ts.
 */
import type {Grade} from '../grade';

export async function timed(grading: () => Promise<Grade>): Promise<Grade> {
  const startedAt = new Date().toISOString();
  const beganMs = performance.now();
  const grade = await grading();
  const wallSeconds = Math.round(performance.now() - beganMs) / 1_000;
  return {...grade, times: {startedAt, wallSeconds}};
}
