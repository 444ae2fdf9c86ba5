/**
 * The conditions of a network in words, for the failure of a random world.
 *
 * Read next: network.ts.
 */
import type {Conditions} from './network';

/** 'loss 10 %, delay 0–26 ms', or null for a network in which nothing goes wrong. */
export function describeConditions(
  conditions: Conditions, off: ReadonlySet<string>,
): string | null {
  const {delayMsMin, delayMsMax, heldMsMin, heldMsMax} = conditions;
  const parts: string[] = [];
  const rate = (fault: string, probability: number, more = ''): void => {
    if (probability > 0 && !off.has(fault)) parts.push(`${fault} ${percent(probability)}${more}`);
  };
  rate('loss', conditions.lossProbability);
  rate('duplication', conditions.duplicationProbability);
  const ofWhich = conditions.reorderingOf === 'all' ? '' : ' of results';
  const held = `${ofWhich} (held back ${heldMsMin}–${heldMsMax} ms)`;
  rate('reordering', conditions.reorderingProbability, held);
  if (delayMsMax > delayMsMin && !off.has('delay')) {
    parts.push(`delay ${delayMsMin}–${delayMsMax} ms`);
  }
  return parts.length === 0 ? null : parts.join(', ');
}

function percent(probability: number): string {
  return `${Math.round(probability * 1000) / 10} %`;
}
