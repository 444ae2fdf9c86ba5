/**
 * What Gradescope says of submissions it hands out: who handed in, and when.
 *
 * An export of a class has `submission_metadata.yml` beside the folders; an autograder's container
 * has `submission_metadata.json` beside the folder `submission`. Both lie outside of what students
 * hand in, so they are Gradescope's word.
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
const CONTAINER = 'submission_metadata.json';
/** The folder in a container that holds what was handed in. */
const CONTAINER_FOLDER = 'submission';
const BYTES_MOST = 256 * 1024 * 1024;

export function withPlatformExport(
  submissions: readonly Submission[], folder: string,
): readonly Submission[] {
  const known = new Map([...ofExport(folder), ...ofContainer(folder)]);
  return submissions.map(submission => ({
    ...submission, ...known.get(path.basename(submission.path)),
  }));
}

function ofExport(folder: string): readonly (readonly [string, About])[] {
  const found = read(path.join(folder, EXPORT), text => parse(text, {maxAliasCount: 0}) as unknown);
  return Object.entries(found).map(([name, entry]) => [name, aboutOf(entry, {
    when: ':created_at', who: ':submitters', id: ':sid', name: ':name', email: ':email',
  })]);
}

function ofContainer(folder: string): readonly (readonly [string, About])[] {
  const found = read(path.join(folder, CONTAINER), text => JSON.parse(text) as unknown);
  return [[CONTAINER_FOLDER, aboutOf(found, {
    when: 'created_at', who: 'users', id: 'sid', name: 'name', email: 'email',
  })]];
}

function read(file: string, toValue: (text: string) => unknown): Readonly<Record<string, unknown>> {
  try {
    if (fs.statSync(file).size > BYTES_MOST) return {};
    const value = toValue(fs.readFileSync(file, 'utf8'));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

interface Fields {
  readonly when: string;
  readonly who: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Of a group, the one who handed in: the first. */
function aboutOf(entry: unknown, {when, who, id, name, email}: Fields): About {
  if (!isRecord(entry)) return {};
  const students = entry[who];
  const student: unknown = Array.isArray(students) ? students[0] : undefined;
  const moment = momentOf(entry[when]);
  return {
    ...isRecord(student) ? studentFrom({
      id: textOf(student[id]), name: textOf(student[name]), email: textOf(student[email]),
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
