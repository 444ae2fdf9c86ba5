/**
 * What Gradescope says of the submissions it exports: who handed in, and when.
 *
 * An export of a class has `submission_metadata.yml` beside the folders, outside of what students
 * handed in, so it is Gradescope's word.
 * Promises: a file that is not what it should be is passed by; it is nobody's slip here.
 * Read next: roster.ts, whose word counts more.
 */
import fs from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {isRecord} from '../policy-file';
import {studentFrom} from './roster';
import type {Submission} from './submission';

type About = Pick<Submission, 'student' | 'submittedAt'>;

const EXPORT = 'submission_metadata.yml';
const BYTES_MOST = 256 * 1024 * 1024;

export function withPlatformExport(
  submissions: readonly Submission[], folder: string,
): readonly Submission[] {
  const found = read(path.join(folder, EXPORT));
  return submissions.map(submission => ({
    ...submission, ...aboutOf(found[path.basename(submission.path)]),
  }));
}

function read(file: string): Readonly<Record<string, unknown>> {
  try {
    if (fs.statSync(file).size > BYTES_MOST) return {};
    const value: unknown = parse(fs.readFileSync(file, 'utf8'), {maxAliasCount: 0});
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** Of a group, the one who handed in: the first. */
function aboutOf(entry: unknown): About {
  if (!isRecord(entry)) return {};
  const students = entry[':submitters'];
  const student: unknown = Array.isArray(students) ? students[0] : undefined;
  const moment = momentOf(entry[':created_at']);
  return {
    ...isRecord(student) ? studentFrom({
      id: textOf(student[':sid']), name: textOf(student[':name']),
      email: textOf(student[':email']),
    }) : {},
    ...moment === undefined ? {} : {submittedAt: moment},
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** `2026-11-20 21:04:11.123456000 Z`, as Ruby writes it, or ISO 8601. */
function momentOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const iso = value.replace(/^(\S+) (\S+) ?(Z|UTC|[+-]\d\d:?\d\d)$/, '$1T$2$3')
    .replace(/UTC$/, 'Z').replace(/(\.\d{3})\d+/, '$1');
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
