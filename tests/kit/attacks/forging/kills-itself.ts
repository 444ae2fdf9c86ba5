/** A signal like the one that a machine out of memory sends. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'kills its own process',
  gains: 'a second try or an excuse, if that is taken for the machine\'s doing',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}\n${PROCESS}.kill(${PROCESS}.pid, 'SIGKILL');`}),
  says: /ended \(/,
  armed: {leaves: 'a mark'},
};
