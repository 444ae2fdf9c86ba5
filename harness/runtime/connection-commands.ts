/**
 * Commands about the connection itself, as far as clients ask for them when they connect.
 *
 * Read next: server-commands.ts.
 */
import {RefusedRequest, upper, wrongNumberOfWords} from './command';
import type {Client, Command, CommandCall} from './command';
import {OK} from './resp-replies';
import type {Reply} from './resp-replies';

/** The version of Redis whose clients are served: what those ask for decides what is answered. */
export const REDIS_VERSION = '7.0.0';

/** In Redis's own words, by which clients know what is wrong. */
const NO_PASSWORD = 'ERR AUTH <password> called without any password configured for the default ' +
  'user. Are you sure your configuration is correct?';

/** How RESP3 begins: ioredis says it first of all, and redis-cli when it is called with -3. */
function hello({server, client, words}: CommandCall): Reply {
  const [version, ...options] = words;
  if (version !== undefined && version !== '2' && version !== '3') {
    throw new RefusedRequest('NOPROTO unsupported protocol version');
  }
  while (options.length > 0) {
    const option = upper(options.shift());
    const value = options.shift();
    if (option === 'AUTH') throw new RefusedRequest(NO_PASSWORD);
    if (option !== 'SETNAME' || value === undefined) {
      throw new RefusedRequest('ERR Syntax error in HELLO');
    }
    client.name = nameOf(value);
  }
  if (version !== undefined) client.version = version === '3' ? 3 : 2;
  return {map: {
    server: 'redis', version: REDIS_VERSION, proto: client.version, id: client.id,
    mode: 'cluster', role: server.status().role === 'leader' ? 'master' : 'replica', modules: [],
  }};
}

/** Names stand in CLIENT LIST, where blanks part the fields. */
function nameOf(text: string): string {
  if (/^[!-~]*$/.test(text)) return text;
  throw new RefusedRequest(
    'ERR Client names cannot contain spaces, newlines or special characters.');
}

/** A client in one line, as CLIENT LIST has it. */
function describe(client: Client): string {
  const ageSeconds = Math.floor((Date.now() - client.connectedAtMs) / 1000);
  return `id=${client.id} addr=${client.address} laddr=${client.localAddress} ` +
    `name=${client.name} age=${ageSeconds} idle=0 flags=N db=0 ` +
    `cmd=${client.lastCommand} user=default lib-name=${client.library.name} ` +
    `lib-ver=${client.library.version} resp=${client.version}\n`;
}

/** What client libraries tell of themselves when they connect, and what they ask back. */
function clientCommand({server, client, words}: CommandCall): Reply {
  const [first, name = '', value = ''] = words;
  switch (upper(first)) {
    case 'ID': return client.id;
    case 'GETNAME': return client.name === '' ? null : client.name;
    case 'INFO': return describe(client);
    case 'LIST': return [...server.clients].map(describe).join('');
    case 'SETNAME':
      client.name = nameOf(name);
      return OK;
    case 'SETINFO':
      if (upper(name) === 'LIB-NAME') client.library.name = nameOf(value);
      else if (upper(name) === 'LIB-VER') client.library.version = nameOf(value);
      else throw new RefusedRequest(`ERR Unrecognized option '${name}'`);
      return OK;
    case 'NO-EVICT':
    case 'NO-TOUCH':
      return OK;
    default:
      throw new RefusedRequest(`ERR unknown subcommand '${first}' of CLIENT`);
  }
}

/** Old clients say so before they go; the others just go. */
function quit({client}: CommandCall): Reply {
  client.leave();
  return OK;
}

function reset({client}: CommandCall): Reply {
  client.version = 2;
  client.name = '';
  return {simple: 'RESET'};
}

function ping({words: [text, ...more]}: CommandCall): Reply {
  if (more.length > 0) throw wrongNumberOfWords('ping');
  return text ?? {simple: 'PONG'};
}

export const connectionCommands: readonly Command[] = [
  {name: 'ping', arity: -1, kind: 'local', summary: 'PONG, or what was said.', run: ping},
  {
    name: 'echo', arity: 2, kind: 'local', summary: 'What was said.',
    run: ({words: [text = '']}) => text,
  },
  {
    name: 'hello', arity: -1, kind: 'alone', summary: 'Chooses the version of the protocol.',
    run: hello,
  },
  {
    name: 'auth', arity: -2, kind: 'local', summary: 'Refused: there are no passwords.',
    run: () => ({error: NO_PASSWORD}),
  },
  {
    name: 'client', arity: -2, kind: 'local', summary: 'This connection, and the others.',
    run: clientCommand,
  },
  {
    name: 'select', arity: 2, kind: 'local', summary: 'There is one database, 0.',
    run: ({words: [index]}) =>
      (index === '0' ? OK : {error: 'ERR SELECT is not allowed in cluster mode'}),
  },
  {name: 'quit', arity: -1, kind: 'alone', summary: 'Ends the connection.', run: quit},
  {name: 'reset', arity: 1, kind: 'alone', summary: 'The connection as it began.', run: reset},
  {
    name: 'readonly', arity: 1, kind: 'local', run: () => OK,
    summary: 'Does nothing: only the leader can read what is not stale.',
  },
  {name: 'readwrite', arity: 1, kind: 'local', summary: 'Does nothing.', run: () => OK},
  {name: 'asking', arity: 1, kind: 'local', summary: 'Does nothing.', run: () => OK},
];
