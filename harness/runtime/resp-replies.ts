/**
 * Replies to Redis clients, as text whose characters are bytes (latin1).
 *
 * Source: the Redis serialization protocol, versions 2 and 3; a client chooses with HELLO.
 * Read next: command.ts, which says what a reply is made of.
 */

export type ProtocolVersion = 2 | 3;

export type Reply =
  | null
  | number
  /** Any bytes, with their length in front. */
  | string
  | readonly Reply[]
  /** One line without a length: OK, PONG. */
  | {readonly simple: string}
  | {readonly error: string}
  /** In version 2, an array of names and values in turn. */
  | {readonly map: Readonly<Record<string, Reply>>};

export const OK: Reply = {simple: 'OK'};

export function encodeReply(reply: Reply, version: ProtocolVersion): string {
  if (reply === null) return version === 3 ? '_\r\n' : '$-1\r\n';
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if (typeof reply === 'number') return `:${reply}\r\n`;
  if (isList(reply)) {
    return `*${reply.length}\r\n${reply.map(part => encodeReply(part, version)).join('')}`;
  }
  if ('simple' in reply) return `+${reply.simple}\r\n`;
  if ('error' in reply) return `-${reply.error.replace(/[\r\n]+/g, ' ')}\r\n`;
  const pairs = Object.entries(reply.map);
  const head = version === 3 ? `%${pairs.length}\r\n` : `*${2 * pairs.length}\r\n`;
  return head + pairs.flat().map(part => encodeReply(part, version)).join('');
}

function isList(reply: Reply): reply is readonly Reply[] {
  return Array.isArray(reply);
}
