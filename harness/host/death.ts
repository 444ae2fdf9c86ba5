/**
 * What is said of a process that ended by itself, or that a limit ended.
 *
 * Hides: that V8 aborts, traps or breaks, as it happens, when its heap is full or there is no
 * memory to be had for it; and that a sandbox ends with 128 + the signal that ended what it ran.
 * Read next: process-host.ts.
 */
import {constants} from 'node:os';
import type {DeathCause} from './box';

export interface Death {
  readonly said: string;
  /** 'process' if absent. */
  readonly cause?: DeathCause;
}

export function deathBy(
  code: number | null, signal: NodeJS.Signals | null, heapMb: number,
): Death {
  const ender = signal ?? signalIn(code);
  switch (ender) {
    case 'SIGABRT': case 'SIGTRAP': case 'SIGILL': case 'SIGSEGV': case 'SIGBUS':
      return {said: `its process took more than ${heapMb} MB of memory`, cause: 'memory'};
    case 'SIGXCPU':
      return {said: 'its process took more CPU time than all tests need', cause: 'time'};
    default:
      return {said: `the process that ran the servers ended (${ender ?? `code ${code}`})`};
  }
}

function signalIn(code: number | null): string | undefined {
  const number = (code ?? 0) - 128;
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}
