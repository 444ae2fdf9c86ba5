/**
 * A class as its pages see it: each submission with its file, its flags and its first failure.
 *
 * Read next: class-page.ts.
 */
import type {Grade, LabGrade, ScenarioGrade} from '../grade';
import {fileNamesOf} from './file-names';
import type {Flag} from './flags';
import {flagsOf} from './flags';
import {failuresOf} from './group-alike';
import type {Content} from './markup';
import {brief, html} from './markup';

export interface Entry {
  readonly grade: Grade;
  /** Of its page, without folder and ending. */
  readonly file: string;
  /** What sets it apart from the rest of the class. */
  readonly flags: readonly Flag[];
  readonly first?: {readonly lab: number; readonly scenario: ScenarioGrade};
}

export interface ClassView {
  /** In the order of the run. */
  readonly entries: readonly Entry[];
  /** Labs that anybody was graded in, in order. */
  readonly labs: readonly Pick<LabGrade, 'lab' | 'name' | 'title' | 'pointsMost'>[];
  /** A flag that all have says something about the run, not about a submission. */
  readonly common: readonly Flag[];
}

export function viewOf(grades: readonly Grade[]): ClassView {
  const files = fileNamesOf(grades.map(({submission}) => submission));
  const flags = grades.map(flagsOf);
  const isWeak = grades.length > 1 && grades.every(({sandbox}) => !sandbox.isSecure);
  const labs = new Map(grades.flatMap(grade => grade.labs)
    .map(lab => [lab.lab, lab] as const));
  const common = isWeak ? (flags[0] ?? []).filter(({kind}) => kind === 'sandbox') : [];
  return {
    entries: grades.map((grade, position) => ({
      grade, file: files[position] ?? '', ...firstFailure(grade),
      flags: (flags[position] ?? []).filter(({kind}) => !isWeak || kind !== 'sandbox'),
    })),
    labs: [...labs.values()].sort((a, b) => a.lab - b.lab), common,
  };
}

function firstFailure(grade: Grade): Pick<Entry, 'first'> {
  const first = failuresOf(grade)[0];
  return first === undefined ? {} : {first: {lab: first.lab.lab, scenario: first.scenario}};
}

/** The student's name, and the submission's where it says more. */
export function nameOf({submission, student}: Grade): string {
  const name = brief(submission, 80) || '(no name)';
  if (student?.name === undefined) return name;
  const own = brief(student.name, 80);
  return lettersOf(own) === lettersOf(name) ? own : `${own} (${name})`;
}

/** 'Ada Lovelace' and 'ada_lovelace' say the same. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** @param up from the page that links to the report's folder: '' or '../'. */
export function linkTo({grade, file}: Entry, up: string): Content {
  return html`<a href="${up}submissions/${file}.html"><bdi>${nameOf(grade)}</bdi></a>`;
}
