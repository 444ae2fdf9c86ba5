/**
 * The rules of framing that tests hold it to.
 *
 * Source: harness/raft/network-interface.ts and the doc comments of framing.ts.
 * Read next: framing-script.ts.
 */
import type {Rule} from './rules';

const SOURCE = 'framing.ts';

export const ENCODED: Rule = {
  rule: 'a frame is the number of its bytes in four bytes, most significant first, then the JSON',
  why: 'The other end reads these four bytes first and waits for exactly so many. One byte off, ' +
    'and every frame that follows is nonsense.',
  source: SOURCE,
};

export const KEEPS_ITS_BYTES: Rule = {
  rule: 'a frame keeps its bytes when the next one is encoded',
  why: 'A socket may send a frame long after encodeFrame has returned.',
  source: SOURCE,
  hints: {other: 'Do two frames share one buffer?'},
};

export const NO_JSON_TEXT: Rule = {
  rule: 'what has no JSON text is refused with a TypeError',
  why: 'The receiver would get a frame that it cannot read, and nobody would know from whom.',
  source: SOURCE,
};

export const DECODED: Rule = {
  rule: 'a stream gives back its frames, each once, in their order',
  why: 'A connection is a stream of bytes. It knows nothing of messages; only lengths do.',
  source: SOURCE,
};

export const COSTS_NO_OTHER: Rule = {
  rule: 'an oversize frame costs its own message and no other, however the stream is cut',
  why: 'One bad message may come from a bug or a stranger. All that follow it on the connection ' +
    'are good.',
  source: SOURCE,
  hints: {
    fewer: 'How many bytes of a chunk belong to the oversize frame, and what becomes of the rest?',
    more: 'Is the error returned with every chunk of the frame?',
    other: 'Are all bytes of an oversize frame skipped before the next length is read?',
  },
};

export const ANY_CHUNKS: Rule = {
  rule: 'however a stream is cut into chunks, the same frames come out',
  why: 'TCP hands over what has arrived: half a length, a third of a character, three frames and ' +
    'a bit. It happens seldom on one machine, and always under load.',
  source: SOURCE,
  hints: {
    fewer: 'What does the decoder remember when a chunk ends amid a length, or amid a body?',
    more: 'What does the decoder forget when a frame is complete?',
    other: 'Are bytes turned into text before all bytes of the frame are there?',
  },
};

export const AT_ONCE: Rule = {
  rule: 'push() returns the frames that this chunk completes, no later',
  why: 'A follower that holds a complete message back until more bytes come may wait for a ' +
    'leader that waits for its answer.',
  source: SOURCE,
  hints: {fewer: 'Does a complete frame wait for the bytes that follow it?'},
};

export const REFUSED_AT_ONCE: Rule = {
  rule: 'an oversize frame is an error once, and as soon as its length is known',
  why: 'Who waits for the body first has kept what it meant to refuse, or waits for ever.',
  source: SOURCE,
  hints: {
    fewer: 'Is the limit asked before the body has come?',
    more: 'Is the error returned with every chunk that is skipped?',
  },
};

export const NOT_KEPT: Rule = {
  rule: 'the bytes of an oversize frame are counted and skipped, not kept',
  why: 'Anybody who can connect could fill the server\'s memory with one length of 4 GiB.',
  source: SOURCE,
  hints: {other: 'What happens to a chunk that lies wholly inside an oversize frame?'},
};

export const OWN_MEMORY: Rule = {
  rule: 'the caller may use a chunk\'s memory again',
  why: 'Sockets and pools reuse their buffers: the half frame that you kept a view of becomes ' +
    'the next chunk\'s bytes.',
  source: SOURCE,
  hints: {
    other: 'Are the bytes of an unfinished frame a copy, or a view (subarray) of the chunk?',
    fewer: 'Are the bytes of an unfinished frame a copy, or a view (subarray) of the chunk?',
  },
};

export const OWN_STATE: Rule = {
  rule: 'each decoder has a connection of its own',
  why: 'A server has a connection to every other, and chunks of all of them arrive in turn.',
  source: SOURCE,
  hints: {
    other: 'Is anything kept outside the class, or in a static field?',
    fewer: 'Is anything kept outside the class, or in a static field?',
    more: 'Is anything kept outside the class, or in a static field?',
  },
};
