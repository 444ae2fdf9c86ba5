/** A report of a log with an entry that is none. */
import type {Attack} from '../attack';
import {REACHED, everyAnswer, readReference, ON_FOLLOWERS} from '../pieces';

export const attack: Attack = {
  tries: 'reports a log whose one entry is null, which no row of a failure can show',
  gains: 'no grade at all, which somebody has to give by hand',
  ...ON_FOLLOWERS,
  files: {'replication.ts': `${everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) {
    list.push({kind: 'changed', fields: '{}', log: '{"from":1,"entries":[null]}'});
  }
  return JSON.stringify(lists);`)}
${readReference('replication.ts')}`},
  honest: {},
  says: /broke|contract|sent|report/,
  armed: {leaves: 'a mark'},
};
