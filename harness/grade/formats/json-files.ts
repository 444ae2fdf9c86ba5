/**
 * One JSON file a submission: the whole grade, as result.schema.json describes it.
 *
 * Promises: what is parsed back equals the grade; the file itself holds no control character and no
 * lone surrogate as such, only their escapes.
 * Read next: result.schema.json.
 */
import type {Grade} from '../grade';
import {fileNames} from './plain-text';
import type {ReportMaker} from './report-maker';

export const jsonFiles: ReportMaker = {
  name: 'json',
  write: grades => {
    const names = fileNames(grades.map(({submission}) => submission));
    return new Map(grades.map(grade => [`${names.get(grade.submission)}.json`, jsonOf(grade)]));
  },
};

const UNSEEN = /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Control characters are escaped beyond what JSON asks for, so that a terminal may show a file. */
export function jsonOf(value: Grade | object): string {
  const escaped = JSON.stringify(value, null, 2).replace(UNSEEN,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${escaped}\n`;
}
