/** A format of one submission by its name. */
import {ONE_FORMATS} from '../../../../harness/grade/formats/formats';
import type {OneFormat} from '../../../../harness/grade/formats/formats';

export function oneFormat(named: string): OneFormat {
  const found = ONE_FORMATS.find(({name}) => name === named);
  if (found === undefined) throw new Error(`there is no format ${named}`);
  return found;
}
