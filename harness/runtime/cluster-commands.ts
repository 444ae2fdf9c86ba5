/**
 * CLUSTER: how clients of a Redis cluster learn whom to ask. Whoever leads owns all slots.
 *
 * Read next: front-end.ts.
 */
import crypto from 'node:crypto';
import type {ServerId} from '../raft/messages';
import {RefusedRequest, upper, wrongNumberOfWords} from './command';
import type {Command, CommandCall, FrontEnd} from './command';
import {slotOf} from './key-commands';
import type {Reply} from './resp-replies';

/** Redis parts all keys into so many slots, and a server owns some. */
const SLOTS = 16_384;

/** Redis names its servers by 40 hexadecimal digits that never change. */
function longNameOf(server: FrontEnd, id: ServerId): string {
  return crypto.createHash('sha1').update(`${server.clusterId} ${id}`).digest('hex');
}

/** The leader first. Without one, the last that was known: whoever asks it is told the truth. */
function leaderFirst(server: FrontEnd): readonly ServerId[] {
  const leader = server.leaderKnownLast();
  return [leader, ...Object.keys(server.addresses).filter(id => id !== leader)];
}

/** What ioredis asks: ranges of slots, and for each its owner and the owner's replicas. */
function slots(server: FrontEnd): Reply {
  return [[0, SLOTS - 1, ...leaderFirst(server).map(id => {
    const {host, port} = server.addresses[id]!;
    return [host, port, longNameOf(server, id), []];
  })]];
}

/** The same in the words of Redis 7. */
function shards(server: FrontEnd): Reply {
  return [{map: {
    slots: [0, SLOTS - 1],
    nodes: leaderFirst(server).map((id, position) => {
      const {host, port} = server.addresses[id]!;
      return {map: {
        id: longNameOf(server, id), port, ip: host, endpoint: host,
        role: position === 0 ? 'master' : 'replica', 'replication-offset': 0, health: 'online',
      }};
    }),
  }}];
}

/** The same as redis-benchmark and people read it: a line a server. */
function lines(server: FrontEnd): Reply {
  const [leader = server.self, ...others] = leaderFirst(server);
  const epoch = server.status().currentTerm;
  const line = (id: ServerId, role: string, of: string, owns: string): string => {
    const {host, port, serverPort} = server.addresses[id]!;
    const flags = id === server.self ? `myself,${role}` : role;
    return `${longNameOf(server, id)} ${host}:${port}@${serverPort} ${flags} ${of} 0 0 ${epoch} ` +
      `connected${owns}\n`;
  };
  return [
    line(leader, 'master', '-', ` 0-${SLOTS - 1}`),
    ...others.map(id => line(id, 'slave', longNameOf(server, leader), '')),
  ].join('');
}

/** ioredis does not begin before the state is ok. */
function state(server: FrontEnd): Reply {
  const {leaderId, currentTerm} = server.status();
  const fields = {
    cluster_enabled: 1, cluster_state: leaderId === null ? 'fail' : 'ok',
    cluster_slots_assigned: SLOTS, cluster_slots_ok: SLOTS, cluster_slots_pfail: 0,
    cluster_slots_fail: 0, cluster_known_nodes: Object.keys(server.addresses).length,
    cluster_size: 1, cluster_current_epoch: currentTerm, cluster_my_epoch: currentTerm,
  };
  return Object.entries(fields).map(([name, value]) => `${name}:${value}\r\n`).join('');
}

function cluster({server, words: [first, key]}: CommandCall): Reply {
  switch (upper(first)) {
    case 'SLOTS': return slots(server);
    case 'SHARDS': return shards(server);
    case 'NODES': return lines(server);
    case 'INFO': return state(server);
    case 'MYID': return longNameOf(server, server.self);
    case 'KEYSLOT':
      if (key === undefined) throw wrongNumberOfWords('cluster|keyslot');
      return slotOf(key);
    default:
      throw new RefusedRequest(`ERR unknown subcommand '${first}' of CLUSTER`);
  }
}

export const clusterCommands: readonly Command[] = [
  {name: 'cluster', arity: -2, kind: 'local', summary: 'Who leads, and where.', run: cluster},
];
