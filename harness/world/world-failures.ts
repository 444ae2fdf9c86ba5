/**
 * The failures a world itself finds, whatever protocol runs in it.
 *
 * Read next: lab-failure.ts.
 */
import type {BoxId, HostDied} from '../host/box';
import {LabFailure} from './lab-failure';

export function hostFailure(error: HostDied): LabFailure {
  return new LabFailure({
    kind: 'contract', cause: error.cause,
    claim: `The servers' process gave no answer — ${error.message}.`,
  });
}

export function tooManyInputs(limit: number, atMs: number, when = 'by'): LabFailure {
  return new LabFailure({
    kind: 'cost',
    claim: `Too many events: ${limit} ${when} t=${atMs}ms, and still more on their way.`,
    why: {
      source: '§5.3',
      text: 'Something answers every message with more than one, or never rests.',
    },
  });
}

export function sentToNobody(from: BoxId, to: BoxId, known: readonly BoxId[]): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: `${from} sent a message to ${JSON.stringify(to)} — there is no such server.`,
    facts: [{who: 'servers', what: known.join(', ')}],
  });
}
