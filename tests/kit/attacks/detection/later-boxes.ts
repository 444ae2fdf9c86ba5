/** Behaviour that is another in a fresh process. */
import type {Attack} from '../attack';
import {REACHED, idleLog, readReference} from '../pieces';

export const attack: Attack = {
  tries: 'is right only in a process that has run other boxes before',
  gains: 'nothing but doubt: a pass that nobody else could repeat',
  lab: 1, scenarios: ['append', 'terms-rise', 'two-logs'],
  files: {'log.ts': `${readReference('log.ts').replace('export class RaftLog', 'class RightLog')}
${idleLog().replace(/^import.*$/m, '').replace('export class RaftLog', 'class IdleLog')}
${REACHED}
structuredClone.boxes = (structuredClone.boxes ?? 0) + 1;
export const RaftLog = structuredClone.boxes > 1 ? RightLog : IdleLog;
`},
  honest: {},
  says: /append failed[^]*two-logs failed/,
  armed: {leaves: 'a mark'},
};
