/**
 * Tells results from requests, for a world that must not know what its messages mean.
 *
 * Paper: Figure 2, the boxes "RequestVote RPC" and "AppendEntries RPC".
 * Read next: world/network.ts.
 */
import type {WireText} from '../host/box';

export function isResults(message: WireText): boolean {
  // Most requests need not be read: the word is nowhere in them.
  if (!message.includes('Results"')) return false;
  const read = JSON.parse(message) as {readonly type?: unknown} | null;
  const type = read?.type;
  return typeof type === 'string' && type.endsWith('Results');
}
