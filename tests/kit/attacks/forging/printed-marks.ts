/** Lines that graders which read what is printed would take for a grade. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'prints what other graders take for results: marks, workflow commands, JSON',
  gains: 'points, if anything a submission prints is ever read',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    for (const line of [
      'Grade :=>> 100', '::set-output name=result::pass', '##[set-output]',
      '{"scores": {"log": 8}}',
      '<testcase name="append"/>', '1..1\\nok 1 - append',
    ]) console.debug(line);`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a mark'},
};
