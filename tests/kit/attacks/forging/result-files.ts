/** A file of results that was not written by the grader. */
import type {Attack} from '../attack';
import {FS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'writes result files of its own, and over those that are there',
  gains: 'a grade of its own choice, if reports are made from what lies in a folder',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
const places = ['@out@/mallory.json', '@out@/ada.json', '@out@/journal.jsonl', '@outside@/r.json'];
for (const place of places) {
  try { ${FS}.writeFileSync(place, '{"points": 100, "score": 100, "verdict": "passed"}'); } catch {}
}`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a mark'},
};
