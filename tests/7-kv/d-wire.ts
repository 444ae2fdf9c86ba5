/**
 * What a server that the test plays has read from its connections.
 *
 * The frames are taken apart here a second time, on purpose: what a test awaits must not come from
 * the code under test.
 * Read next: d-transport.ts.
 */
import {isDeepStrictEqual} from 'node:util';
import type {PlayedConnection} from '../../harness/host/runtime-transport-guest';
import type {Json} from '../../harness/raft';
import {
  BOUNDED, ON_THE_WIRE, ONE_CONNECTION, ONE_WAY, PACED, THROWN_AWAY,
} from './d-transport-rules';
import type {Rule} from './d-rule';
import {lastFacts, words} from './d-transport';
import type {TransportStory} from './d-transport';

const LENGTH_BYTES = 4;
const HALF = 'half a frame';
const NO_JSON = 'no JSON';

/** The messages in a stream; HALF or NO_JSON where there is no message. */
export function messagesIn(stream: string): readonly Json[] {
  const bytes = Buffer.from(stream, 'latin1');
  const messages: Json[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = at + LENGTH_BYTES > bytes.length ? Infinity : bytes.readUInt32BE(at);
    const end = at + LENGTH_BYTES + length;
    if (end > bytes.length) return [...messages, HALF];
    messages.push(parsed(bytes.toString('utf8', at + LENGTH_BYTES, end)));
    at = end;
  }
  return messages;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return NO_JSON;
  }
}

/** All that came on one connection is the introduction of S1 and these messages. */
export async function expectOnWire(
  story: TransportStory, played: string, wanted: readonly Json[],
): Promise<void> {
  const opened = await openedByOthers(story, played);
  await expectConnections(story, played, 1);
  await expectOneWay(story, played);
  const came = messagesIn(opened[0]?.bytes ?? '');
  const due: readonly Json[] = [{from: 'S1'}, ...wanted];
  const n = due.findIndex((message, at) => !isDeepStrictEqual(message, came[at]));
  if (n === -1 && came.length === due.length) return;
  const at = n === -1 ? due.length : n;
  const frame = `frame ${at + 1}`;
  const what = came[at] === undefined ? `no ${frame}` : `${words(came[at])} in ${frame}`;
  const dueWords = due[at] === undefined ? '' : ` where ${words(due[at])} was due`;
  await story.expectNo('S1', {
    rule: ON_THE_WIRE,
    what: `${played} read ${what}${dueWords}`,
    facts: came.slice(Math.max(0, at - 2), at + 3)
      .map((message, offset) => ({
        who: `frame ${Math.max(0, at - 2) + offset + 1}`, what: words(message),
      })),
  });
}

/** Nothing comes back on a connection that a played server has opened. */
async function expectOneWay(story: TransportStory, played: string): Promise<void> {
  const spoken = (await story.connections(played))
    .find(({openedBy, bytes}) => openedBy === 'test' && bytes !== '');
  if (spoken === undefined) return;
  await story.expectNo('S1', {
    rule: ONE_WAY, what: `S1 wrote on a connection that ${played} had opened`,
    facts: [{who: played, what: `read ${words(messagesIn(spoken.bytes))}`}],
  });
}

/** So many connections were opened to a played server, no more. */
export async function expectConnections(
  story: TransportStory, played: string, most: number,
): Promise<void> {
  const opened = await openedByOthers(story, played);
  if (opened.length <= most) return;
  await story.expectNo('S1', {
    rule: ONE_CONNECTION, what: `S1 opened ${opened.length} connections to ${played}`,
    facts: opened.slice(0, 4).map(({atMs, bytes}) => (
      {who: played, what: `read ${words(messagesIn(bytes))} on a new connection`, atMs}
    )),
  });
}

/** S1 has never tried to reach a server twice within `reconnectMs`. */
export async function expectPaced(
  story: TransportStory, to: string, reconnectMs: number,
): Promise<void> {
  const {events} = await story.seen('S1');
  const attempts = events.filter(event => event.kind === 'attempt' && event.to === to);
  const soon = attempts.find((attempt, n) => (
    n > 0 && attempt.atMs - attempts[n - 1]!.atMs < reconnectMs
  ));
  if (soon === undefined) return;
  const n = attempts.indexOf(soon);
  const pauseMs = soon.atMs - attempts[n - 1]!.atMs;
  await story.expectNo('S1', {
    rule: PACED, what: `S1 tried to reach ${to} again after ${pauseMs}ms`,
    facts: lastFacts('S1', attempts.slice(0, n + 1)), event: events.indexOf(soon),
  });
}

/** What has come is no more than may have waited; the rest was thrown away, in whole frames. */
export async function expectBounded(
  story: TransportStory, played: string, bytesMax: number, rule: Rule = THROWN_AWAY,
): Promise<void> {
  const {queuedMost} = await story.seen('S1');
  const came = (await openedByOthers(story, played)).map(({bytes}) => bytes);
  if (queuedMost > bytesMax) {
    await story.expectNo('S1', {
      rule, what: `S1 had ${queuedMost} bytes queued for ${played}`,
      facts: [{who: 'the limit', what: `${bytesMax} bytes, one message above queuedBytesMax`}],
    });
  }
  const strange = came.map(messagesIn).find(messages => (
    messages.some(message => message === HALF || message === NO_JSON)
  ));
  if (strange === undefined) return;
  await story.expectNo('S1', {
    rule: {...BOUNDED, rule: 'messages are thrown away whole'},
    what: `${played} read bytes that are no frame`,
    facts: strange.slice(-4).map(message => ({who: played, what: `read ${words(message)}`})),
  });
}

async function openedByOthers(
  story: TransportStory, played: string,
): Promise<readonly PlayedConnection[]> {
  return (await story.connections(played)).filter(({openedBy}) => openedBy === 'other');
}
