/**
 * The rules of a transport: the claim, why it matters, what to ask oneself.
 *
 * Source: skeleton/transport.ts.
 */
import type {Rule} from './d-rule';

export const ARRIVES: Rule = {
  rule: 'on whole connections every message arrives, once, in the order sent',
  why: 'A network may lose messages (§2), but only when something is wrong with it.',
  hint: 'What becomes of a message while its connection is being opened?',
};

export const ANY_PIECES: Rule = {
  rule: 'however the bytes are cut into pieces, the same messages come out',
  why: 'A connection carries bytes. A piece may hold half a message, or three and a bit.',
  hint: 'How long does a FrameDecoder live, and is every frame that push() returns looked at?',
};

export const COSTS_ITSELF: Rule = {
  rule: 'a frame that is no message costs itself and no other',
  why: 'One program with a mistake may send one bad frame a minute. If that ends a ' +
    'connection, or a server, the mistake is contagious.',
  hint: 'What does the loop over the frames do with one that has an `error`?',
};

export const INTRODUCED: Rule = {
  rule: 'a connection is closed if its first frame does not say which other server speaks',
  why: 'Raft counts votes by who sent them. Messages of nobody, or of a server that is not in ' +
    'this cluster, may not count.',
  hint: 'What must be true of the first frame before anything is delivered?',
};

export const BY_CONNECTION: Rule = {
  rule: 'each connection has its own bytes and its own sender',
  why: 'Two servers speak at the same time. Mixed bytes are broken frames; mixed names are ' +
    'votes of the wrong server.',
  hint: 'Which of your variables belong to one connection?',
};

export const ON_THE_WIRE: Rule = {
  rule: 'a connection that S1 opens carries {from: "S1"} and then S1\'s messages, each in a frame',
  why: 'The other end may run somebody else\'s code, which knows this format and nothing else.',
  source: 'harness/raft/runtime-interfaces.ts',
  hint: 'Which frame is the first to be written on a new connection?',
};

export const ONE_WAY: Rule = {
  rule: 'on a connection only the server that opened it speaks',
  why: 'The other end may run somebody else\'s code, which does not listen there.',
  source: 'harness/raft/runtime-interfaces.ts',
  hint: 'Which connection does send() take, if the other server has opened one, too?',
};

export const ONE_CONNECTION: Rule = {
  rule: 'one connection carries all messages from one server to another',
  why: 'Opening a connection takes a message there and one back before the first byte is sent. ' +
    'And what travels on two connections may arrive in another order.',
  hint: 'What does send() do while the connection is still being opened?',
};

export const PACED: Rule = {
  rule: 'between two attempts to reach one server lie at least reconnectMs',
  why: 'A leader sends twenty heartbeats a second to a server that is down. Without a pause each ' +
    'of them opens a connection, and each answer costs another one.',
  hint: 'From when is the pause counted if the attempt fails, or if the connection ends at once?',
};

export const REACHED_AGAIN: Rule = {
  rule: 'when the pause is over, the next message tries again',
  why: 'A server that was restarted must hear from the others, or the cluster is one server ' +
    'short for ever.',
  hint: 'What do you remember of a connection that failed or ended, and who clears it?',
};

export const THROWN_AWAY: Rule = {
  rule: 'for a server that is away nothing is kept',
  why: 'Raft sends again whatever matters. What is kept is old news when it arrives, and until ' +
    'then it fills the memory of a server that is well.',
  hint: 'How long can the list become that waits for a connection?',
};

export const BOUNDED: Rule = {
  rule: 'no message is written while more than queuedBytesMax are queued',
  why: 'A server that does not read is as good as down, but its connection stands. Whatever is ' +
    'written to it stays in the memory of the writer.',
  hint: 'Is connection.bytesQueued asked before each write?',
};

export const SNAPSHOTS_TOO: Rule = {
  rule: 'a message may be longer than queuedBytesMax if little is queued before it',
  why: 'A snapshot is one long message. If it is always thrown away, a follower that needs it ' +
    'never catches up.',
  hint: 'Is the length of the new message compared with the limit, or what is queued already?',
};

export const CLOSED: Rule = {
  rule: 'after close() nothing is delivered, and no connection is left',
  why: 'Whoever closes the transport takes the server apart. What arrives then finds half of it.',
  hint: 'Which connections are there: opened, accepted, still being opened, still to come?',
};

export const HONEST: Rule = {
  rule: 'what is delivered was sent by that server, once, and nothing overtakes on a connection',
  why: 'A network may lose messages, and TCP neither doubles nor bends them: whoever does it ' +
    'then is the transport.',
  hint: 'Is anything sent again when a connection breaks?',
};
