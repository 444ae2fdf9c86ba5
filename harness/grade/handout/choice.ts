/**
 * What an instructor hands out: which labs, and which of them finished.
 *
 * `1-3`, `1,2,5` and `log,network` name labs; what is unlocked may be a part of one, too: `7a`.
 * Promises: an unknown or doubtful name is refused in one line that says what would be right.
 * Read next: copy-files.ts.
 */
import {allLabs, findLab, findNamed, UnknownLab} from '../../scenario/labs';
import type {Lab, NamedLab} from '../../scenario/labs';

export interface Choice {
  /** In order; never empty. */
  readonly labs: readonly Lab[];
  /** Finished labs, or parts of labs, for students who go on without theirs. */
  readonly unlocked: readonly NamedLab[];
}

/** A file of the skeleton, and whose it is. */
export interface OwnedFile {
  readonly file: string;
  readonly lab: Lab;
}

/** The whole course, nothing of it finished. */
export function wholeCourse(): Choice {
  return {labs: allLabs(), unlocked: []};
}

/** @throws UnknownLab */
export function choose(labs: string | undefined, unlocked: readonly string[] = []): Choice {
  const chosen = labs === undefined ? allLabs() : namesIn(labs).map(named => {
    const {lab, part} = findNamed(named);
    if (part === undefined) return lab;
    throw new UnknownLab(`labs are handed out whole: say ${lab.number}, not ${named}`);
  });
  return {
    labs: allLabs().filter(lab => chosen.some(({number}) => number === lab.number)),
    unlocked: unlocked.flatMap(namesIn).map(findNamed),
  };
}

/** '1-3,5' names labs 1, 2, 3 and 5. */
function namesIn(text: string): readonly string[] {
  return text.split(',').map(word => word.trim()).flatMap(word => {
    const [, first, last] = /^(\d+)-(\d+)$/.exec(word) ?? [];
    if (first === undefined || last === undefined) return [word];
    const from = findLab(first).number;
    const to = findLab(last).number;
    if (from > to) throw new UnknownLab(`labs are named in order: ${to}-${from}, not ${word}`);
    return allLabs().map(({number}) => number).filter(number => number >= from && number <= to)
      .map(String);
  });
}

export function filesOf(labs: readonly Lab[]): readonly OwnedFile[] {
  return labs.flatMap(lab => lab.files.map(({file}) => ({file, lab})));
}

export function absentLabs({labs}: Choice): readonly Lab[] {
  return allLabs().filter(({number}) => !labs.some(lab => lab.number === number));
}

export function isUnlocked({unlocked}: Choice, file: string): boolean {
  return unlocked.some(({lab, part}) =>
    (part === undefined ? lab.files.some(one => one.file === file) : part.files.includes(file)));
}

/** Files of labs that are left out and not unlocked. Nothing imports a student's tests. */
export function absentFiles(choice: Choice): readonly OwnedFile[] {
  return filesOf(absentLabs(choice)).filter(({file}) =>
    !file.includes('/') && !isUnlocked(choice, file));
}

/** Of those, what a chosen lab runs on. */
export function neededFiles(choice: Choice): readonly OwnedFile[] {
  const last = Math.max(...choice.labs.map(({number}) => number));
  return absentFiles(choice).filter(({lab}) => lab.number < last);
}
