/**
 * What the stories of this lab demand beside the cluster's own verbs.
 *
 * Read next: 05-catching-up.spec.ts.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {drawLog} from '../../harness/cluster/server-view';
import type {Command, ServerId} from '../../harness/raft/messages';
import {LabFailure} from '../../harness/scenario';
import {showLog} from './notation';

/** One command of each kind, and some that look like something else. */
export const EVERY_KIND: readonly Command[] = [
  null, false, true, 0, -1.5, 1e21, '', 'x = 1', '\u00e9 \u2028 "\\" \ud83d\ude80', [], {},
  [null, [[]]],
  {term: 9, command: 'not an entry'}, {type: 'AppendEntries', entries: []},
  {success: false, prevLogIndex: 0}, {b: [{c: null}], a: {'': false, 'two words': [0]}},
];

/** nextIndex right after the leader's last entry, matchIndex 0, and no place for itself. */
export function expectGuess(cluster: Cluster, leader: ServerId): void {
  const {log, state} = cluster.view(leader);
  const wanted = {nextIndex: log.length + 1, matchIndex: 0};
  for (const field of ['nextIndex', 'matchIndex'] as const) {
    const found = state[field];
    const complain = (what: string): never => {
      throw new LabFailure({
        kind: 'contract',
        claim: `${leader} ${what} — a new leader has ${field} ${wanted[field]} for each other ` +
          'server.',
        facts: [{who: leader, what: `leads term ${state.currentTerm} with log ` +
          `${logOf(cluster, leader)}, ${field} ${JSON.stringify(found)}`, atMs: cluster.nowMs}],
        why: {
          source: '§5.3; Figure 2, State',
          text: 'nextIndex is a guess that the consistency check corrects, matchIndex is what is ' +
            'known: nothing yet. They speak of followers, so the leader itself is not in them.',
        },
      });
    };
    if (leader in found) complain(`has a place for itself in ${field}`);
    for (const follower of cluster.others(leader)) {
      if (found[follower] === wanted[field]) continue;
      complain(`has ${field} ${String(found[follower])} for ${follower}`);
    }
  }
}

/** What a leader must know of its followers by now. */
export function expectMatchIndex(
  cluster: Cluster, leader: ServerId, wanted: Readonly<Record<ServerId, number>>,
): void {
  const {matchIndex, role, currentTerm} = cluster.view(leader).state;
  for (const [follower, index] of Object.entries(wanted)) {
    const found = matchIndex[follower];
    if (found === index) continue;
    throw new LabFailure({
      kind: 'contract',
      claim: `${leader} has matchIndex ${String(found)} for ${follower} — results that arrived ` +
        `in this term speak for ${index}.`,
      facts: [
        {who: leader, what: `${role} of term ${currentTerm}, log ${logOf(cluster, leader)}, ` +
          `matchIndex ${JSON.stringify(matchIndex)}`, atMs: cluster.nowMs},
        {who: follower, what: `log ${logOf(cluster, follower)}`},
      ],
      why: {
        source: '§5.3; Figure 2, State',
        text: 'matchIndex is what a follower is known to have replicated, from its own results ' +
          'in this term alone. Too high, and the leader commits what is not there; too low, and ' +
          'it never commits.',
      },
    });
  }
}

/** The leader knows that a follower lacks nothing: what it sends next is a heartbeat. */
export function expectCaughtUp(cluster: Cluster, leader: ServerId, follower: ServerId): void {
  const {log, state} = cluster.view(leader);
  const found = state.nextIndex[follower];
  if (found === log.length + 1) return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${leader} has nextIndex ${String(found)} for ${follower} — it has acknowledged ` +
      `everything up to ${log.length}.`,
    facts: [
      {who: leader, what: `log ${logOf(cluster, leader)}, matchIndex ` +
        `${String(state.matchIndex[follower])}, nextIndex ${String(found)}`, atMs: cluster.nowMs},
      {who: follower, what: `log ${logOf(cluster, follower)}`},
    ],
    why: {
      source: '§5.3',
      text: 'What has matched once stays matched. A refusal that answers an older request than ' +
        'the last success says nothing new, and no entry has to cross again.',
    },
    hint: 'What does a refusal say when its prevLogIndex is not the one that would be sent now?',
  });
}

/** Every entry a server ever acknowledged to this leader is still there. */
export function expectKept(cluster: Cluster, server: ServerId, drawn: string): void {
  const held = drawLog(cluster.view(server).log);
  if (held === drawn || held.startsWith(`${drawn} `) || drawn === '') return;
  throw new LabFailure({
    kind: 'contract',
    claim: `${server} now holds ${showLog(held)} — it has acknowledged ${drawn} before.`,
    facts: [
      {who: server, what: `held ${drawn}, and said so`},
      {who: server, what: `holds ${showLog(held)}`, atMs: cluster.nowMs},
    ],
    why: {
      source: '§5.3; Figure 2, AppendEntries RPC',
      text: 'What a follower acknowledged may be committed. A late request is no reason to ' +
        'remove it: only an entry that conflicts with one that arrives goes.',
    },
    hint: 'What does a request of two entries say about the third?',
  });
}

function logOf(cluster: Cluster, server: ServerId): string {
  return drawLog(cluster.view(server).log) || 'empty';
}
