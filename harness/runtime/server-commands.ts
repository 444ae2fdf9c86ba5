/**
 * Commands about the server: INFO, CONFIG, COMMAND, TIME.
 *
 * Read next: cluster-commands.ts.
 */
import {RefusedRequest, upper, wrongNumberOfWords} from './command';
import type {Command, CommandCall, FrontEnd} from './command';
import {REDIS_VERSION} from './connection-commands';
import type {Reply} from './resp-replies';

type Section = Readonly<Record<string, string | number>>;

/** What programs look for under Redis's names, and what is ours under `raft`. */
function sectionsOf(server: FrontEnd): Readonly<Record<string, Section>> {
  const {role, currentTerm, leaderId, commitIndex, logFrom, logTo} = server.status();
  const isLeader = role === 'leader';
  // A follower names its leader, as a replica of Redis names its master.
  const leader = server.addresses[server.leaderKnownLast()]!;
  const others = Object.keys(server.addresses).length - 1;
  const file = server.file();
  return {
    Server: {
      redis_version: REDIS_VERSION, redis_mode: 'cluster', process_id: process.pid,
      tcp_port: server.addresses[server.self]!.port,
      uptime_in_seconds: Math.floor((Date.now() - server.startedAtMs) / 1000),
    },
    Clients: {connected_clients: server.clients.size},
    Memory: {used_memory: process.memoryUsage().rss},
    Persistence: {
      loading: 0, aof_enabled: 1, records_file_bytes: file.bytes, records_syncs: file.syncs,
    },
    Replication: isLeader ? {role: 'master', connected_slaves: others} : {
      role: 'slave', master_host: leader.host, master_port: leader.port,
      master_link_status: leaderId === null ? 'down' : 'up',
    },
    Cluster: {cluster_enabled: 1},
    Raft: {
      raft_server: server.self, raft_role: role, raft_current_term: currentTerm,
      raft_leader: leaderId ?? '', raft_commit_index: commitIndex,
      raft_log_from: logFrom, raft_log_to: logTo,
    },
  };
}

/** All sections, or those that are named; an empty line parts them. */
function info({server, words}: CommandCall): Reply {
  const wanted = words.map(upper);
  const isWanted = (name: string): boolean =>
    wanted.length === 0 || wanted.some(word =>
      [name.toUpperCase(), 'ALL', 'DEFAULT', 'EVERYTHING'].includes(word));
  return Object.entries(sectionsOf(server)).filter(([name]) => isWanted(name))
    .map(([name, section]) => [
      `# ${name}`, ...Object.entries(section).map(([field, value]) => `${field}:${value}`), '',
    ].join('\r\n')).join('\r\n');
}

/** What redis-benchmark and others ask; nothing of it can be changed. */
const CONFIGURATION: Readonly<Record<string, string>> = {
  'save': '', 'appendonly': 'yes', 'appendfsync': 'always', 'maxmemory': '0', 'databases': '1',
  'cluster-enabled': 'yes', 'timeout': '0', 'proto-max-bulk-len': String(64 * 1024 * 1024),
};

function config({words: [first, ...patterns]}: CommandCall): Reply {
  if (upper(first) !== 'GET') {
    throw new RefusedRequest(`ERR CONFIG ${first} is not supported; CONFIG GET is`);
  }
  if (patterns.length === 0) throw wrongNumberOfWords('config|get');
  // As in a shell: a star for any letters, a question mark for one.
  const tests = patterns.map(pattern => new RegExp(`^${pattern.toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`));
  return {map: Object.fromEntries(Object.entries(CONFIGURATION)
    .filter(([name]) => tests.some(test => test.test(name))))};
}

/** A command as COMMAND has it: name, number of words, flags, where its keys stand; no more. */
function rowOf({name, arity, kind, keys = [0, 0]}: Command): Reply {
  const flag = kind === 'reads' ? 'readonly' : keys[0] > 0 ? 'write' : 'fast';
  const [first, last] = keys;
  return [name, arity, [{simple: flag}], first, last, first > 0 ? 1 : 0, [], [], [], []];
}

/** The commands there are; `all` is asked late, since this command is one of them. */
export function serverCommands(all: () => readonly Command[]): readonly Command[] {
  const named = (names: readonly string[]): readonly Command[] => (names.length === 0 ? all()
    : all().filter(({name}) => names.some(one => one.toLowerCase() === name)));
  const command = ({words: [first, ...names]}: CommandCall): Reply => {
    switch (upper(first)) {
      case '': return all().map(rowOf);
      case 'COUNT': return all().length;
      case 'LIST': return all().map(({name}) => name);
      case 'INFO': return names.map(name => {
        const [found] = named([name]);
        return found === undefined ? null : rowOf(found);
      });
      case 'DOCS': return {map: Object.fromEntries(named(names)
        .map(({name, summary, keys}) => [name, {map: {
          summary, since: '1.0.0', group: keys === undefined ? 'server' : 'string',
        }}]))};
      default: throw new RefusedRequest(`ERR unknown subcommand '${first}' of COMMAND`);
    }
  };
  return [
    {name: 'info', arity: -1, kind: 'local', summary: 'This server, in sections.', run: info},
    {name: 'config', arity: -2, kind: 'local', summary: 'Fixed values, to read.', run: config},
    {name: 'command', arity: -1, kind: 'local', summary: 'The commands there are.', run: command},
    {
      name: 'time', arity: 1, kind: 'local', summary: 'Seconds, and microseconds.',
      run: () => [String(Math.floor(Date.now() / 1000)), String((Date.now() % 1000) * 1000)],
    },
  ];
}
