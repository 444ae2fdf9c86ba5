/**
 * State Machine Safety: no two servers apply different commands at the same index; and each server
 * applies every index once, in order, and only what is committed.
 *
 * Paper: §5.4.3, Figure 3; §5.3 for the order.
 * Read next: monotonic.ts.
 */
import type {RaftCheck} from '../cluster/raft-watch';
import type {Applied, ServerView} from '../cluster/server-view';
import type {Command, ServerId} from '../raft/messages';
import {broken, refuse, show} from './words';

interface First extends Applied {
  readonly id: ServerId;
}

export function stateMachineSafety(): RaftCheck {
  const first = new Map<number, First>();
  return {
    applied(server, applied) {
      expectNext(server, applied);
      expectCommitted(server, applied);
      const known = first.get(applied.index);
      if (known === undefined) {
        first.set(applied.index, {...applied, id: server.id});
      } else if (known.command !== applied.command) {
        different(known, {...applied, id: server.id});
      }
    },
  };
}

function different(known: First, found: First): never {
  const fact = ({id, command, term, atMs}: First) => ({
    who: id, what: `applied ${shown(command)}  (entry of term ${term})`, atMs,
  });
  return broken('State Machine Safety',
    `${known.id} and ${found.id} applied different commands at log index ${found.index}`,
    [fact(known), fact(found)], {
      source: '§5.4.3, Figure 3',
      text: 'Once a server has applied an entry at an index, no server may ever apply another ' +
        'one there.',
    });
}

function expectNext({id, applied, restoredIndex}: ServerView, {index, atMs}: Applied): void {
  const last = applied.at(-2)?.index ?? restoredIndex;
  if (index === last + 1) return;
  const what = index <= last
    ? `applied index ${index} again` : `applied index ${index} and skipped index ${last + 1}`;
  refuse(`${id} ${what} — every index is applied once, in order.`,
    [{who: id, what: `applied index ${index} after index ${last}`, atMs}], {
      source: '§5.3; Figure 2, "Rules for Servers"',
      text: 'State machines are equal because they apply the same commands in the same order. ' +
        'lastApplied says how far this one has come.',
    });
}

function expectCommitted(
  {id, state, log}: ServerView, {index, term, command, atMs}: Applied,
): void {
  if (index > state.commitIndex) {
    broken('State Machine Safety',
      `${id} applied index ${index}, but its commitIndex is ${state.commitIndex}`,
      [{who: id, what: `applied ${shown(command)} at index ${index}`, atMs}], {
        source: '§5.3; Figure 2, "Rules for Servers"',
        text: 'What is not committed may still be overwritten; what is applied cannot be taken ' +
          'back.',
      });
  }
  const entry = log[index - 1];
  if (entry?.term === term && JSON.stringify(entry.command) === command) return;
  const held = entry === undefined ? 'nothing' : `${show(entry.command)} of term ${entry.term}`;
  refuse(`${id} applied ${shown(command)} of term ${term} at index ${index} — that is not what ` +
    'its log holds there.',
  [{who: id, what: `its log holds ${held} at index ${index}`, atMs}], {
    source: '§5.3', text: 'The state machine is given log[lastApplied], and nothing else.',
  });
}

function shown(command: string): string {
  return show(JSON.parse(command) as Command);
}
