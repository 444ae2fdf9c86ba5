/**
 * What Gradescope says of a submission (submission_metadata.json): whose it is, when it came in,
 * and when it was due.
 *
 * Promises: nothing in the file can fail a grading; what is missing or odd is left out, and said.
 * Times come from the submission and not from a clock, so a regrade next month is no later.
 * Read next: ../../../cli/grade-one.ts.
 */
import type {Student} from '../../grade';
import type {Policy} from '../../policy';
import {oneLine} from '../plain-text';

export interface SubmissionFacts {
  /** The email if one student handed it in; policies name students by it. */
  readonly name?: string;
  readonly student?: Student;
  readonly submittedAt?: string;
  readonly dueAt?: string;
  /** What could not be made out, a line each. */
  readonly trouble: readonly string[];
}

type Loose = Readonly<Record<string, unknown>>;

export function readMetadata(text: string): SubmissionFacts {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return {trouble: [`submission_metadata.json is no JSON: ${(error as Error).message}`]};
  }
  const metadata = loose(parsed);
  const users = (Array.isArray(metadata['users']) ? metadata['users'] : []).map(loose);
  const submittedAt = dateIn(metadata['created_at']);
  const dueAt = dueDate(loose(metadata['assignment']), users);
  const student = studentFrom(users);
  const id = said(metadata['id']);
  const name = users.length === 1 && student.email !== undefined
    ? student.email : id === undefined ? undefined : `submission ${id}`;
  return {
    ...name === undefined ? {} : {name}, ...users.length === 0 ? {} : {student},
    ...submittedAt === undefined ? {} : {submittedAt}, ...dueAt === undefined ? {} : {dueAt},
    trouble: submittedAt === undefined
      ? ['submission_metadata.json does not say when it was handed in'] : [],
  };
}

/** The policy's dates count; a lab that has none there is due when the assignment is. */
export function withDueDate(
  policy: Policy, labs: readonly number[], {dueAt}: SubmissionFacts,
): Policy {
  if (dueAt === undefined) return policy;
  const dated = labs.map(lab => [lab, {due: dueAt, ...policy.labs[lab]}]);
  return {...policy, labs: {...policy.labs, ...Object.fromEntries(dated)}};
}

/** Of a group, all names; its number is the first one's. */
function studentFrom(users: readonly Loose[]): Student {
  const all = (key: string): readonly string[] =>
    users.map(user => said(user[key])).filter(value => value !== undefined);
  const [id] = all('id');
  const [names, emails] = [all('name').join(', '), all('email').join(', ')];
  return {
    ...id === undefined ? {} : {id}, ...names === '' ? {} : {name: names},
    ...emails === '' ? {} : {email: emails},
  };
}

/** A student's own date, if they have an extension, else everybody's; of a group the latest. */
function dueDate(assignment: Loose, users: readonly Loose[]): string | undefined {
  const own = users.map(user => dateIn(loose(user['assignment'])['due_date']))
    .filter(date => date !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return own ?? dateIn(assignment['due_date']);
}

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? value as Loose : {};
}

function said(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? oneLine(value, 200) : undefined;
}

function dateIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) &&
    !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined;
}
