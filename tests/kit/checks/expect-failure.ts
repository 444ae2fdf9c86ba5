/**
 * What a check must say: the kind, the exact claim, and both facts with their times.
 *
 * Promises: the claim begins as failures of its kind do, and what it cites is in the paper.
 * Read next: the specs.
 */
import {expect} from 'chai';
import {citations, isInThePaper} from '../../../harness/checks/paper-sections';
import {FIRST_LINES} from '../../../harness/report/render-failure';
import {LabFailure} from '../../../harness/world/lab-failure';
import type {FailureKind, FailureParts} from '../../../harness/world/lab-failure';

export interface Wanted {
  readonly kind: FailureKind;
  readonly claim: string;
  /** 'S1: became leader of term 2, t=20ms'. */
  readonly facts: readonly string[];
  /** '§5.2, Figure 3'. */
  readonly source: string;
}

export function expectFailure(history: () => unknown, wanted: Wanted): void {
  const {kind, claim, facts, why} = failureOf(history);
  expect({kind, claim, facts: factsAsText(facts), source: why?.source}).to.deep.equal(wanted);
  expect(claim).to.match(FIRST_LINES[kind]);
  for (const cited of citations(wanted.source)) {
    expect(isInThePaper(cited), cited).to.equal(true);
  }
}

function failureOf(history: () => unknown): FailureParts {
  try {
    history();
  } catch (error) {
    if (error instanceof LabFailure) return error.parts;
    throw error;
  }
  throw new Error('no check had anything to say');
}

function factsAsText(facts: FailureParts['facts'] = []): string[] {
  return facts.map(({who, what, atMs}) =>
    `${who}: ${what}${atMs === undefined ? '' : `, t=${atMs}ms`}`);
}
