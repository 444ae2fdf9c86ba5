/**
 * What an instructor must look at before anybody sees a score.
 *
 * Read next: class-page.ts.
 */
import type {Grade} from '../grade';
import {countOf} from './markup';

export type FlagKind = 'refused' | 'slip' | 'unconfirmed' | 'sandbox';

export interface Flag {
  readonly kind: FlagKind;
  readonly text: string;
}

/** A mark and a word for each, the most urgent first. */
export const FLAG_WORDS: Readonly<Record<FlagKind, Readonly<Record<'mark' | 'word', string>>>> = {
  refused: {mark: '⊘', word: 'refused'},
  slip: {mark: '⚙', word: 'slip of the grader'},
  unconfirmed: {mark: '≠', word: 'not confirmed'},
  sandbox: {mark: '⚠', word: 'weak sandbox'},
};

export function flagsOf(grade: Grade): readonly Flag[] {
  const flags: Flag[] = [];
  const all = grade.labs.flatMap(lab => lab.scenarios.map(scenario => ({lab, scenario})));
  const withCause = (cause: string): string[] => all.filter(one => one.scenario.cause === cause)
    .map(({lab, scenario}) => `lab ${lab.lab}, ${scenario.title}`);
  if (grade.refused !== undefined) flags.push({kind: 'refused', text: grade.refused});
  const slips = grade.slips.length > 0 ? grade.slips : withCause('grader');
  if (slips.length > 0) flags.push({kind: 'slip', text: slips.join('; ')});
  const unconfirmed = withCause('unconfirmed');
  if (unconfirmed.length > 0) {
    const where = unconfirmed.slice(0, 3).join('; ');
    const more = unconfirmed.length > 3 ? ` and ${unconfirmed.length - 3} more` : '';
    flags.push({kind: 'unconfirmed', text: 'a server behaved differently in a process of its own '
      + `in ${countOf(unconfirmed.length, 'scenario')}: ${where}${more}`});
  }
  if (!grade.sandbox.isSecure) {
    const {tier, name} = grade.sandbox;
    flags.push({kind: 'sandbox', text: `its code was not fully shut in: tier ${tier}, ${name}`});
  }
  return flags;
}
