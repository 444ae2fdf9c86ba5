/**
 * The transport: messages over connections that cut bytes wherever they like.
 *
 * S1 is the student's; the others too, unless a test plays them byte by byte.
 */
import {lab, scenario, section, seedsUpTo, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario/language';
import type {Json} from '../../harness/raft';
import {broken, message} from '../2-network/frame-stream';
import type {Part} from '../2-network/frame-stream';
import {PARTS, TransportStory} from './d-transport';
import {
  ANY_PIECES, ARRIVES, BY_CONNECTION, COSTS_ITSELF, INTRODUCED,
} from './d-transport-rules';
import {expectOnWire} from './d-wire';

const hello = message({from: 'S2'});

const values: readonly Json[] = [
  {term: 1}, 'ä🚀', null, [], 0, 'x'.repeat(300), {type: 'RequestVote', lastLogTerm: 0}, false,
];

interface BadFrame extends Row {
  readonly bad: readonly Part[];
}

const badFrames: readonly BadFrame[] = [
  {bad: [broken('{"term":')], because: 'half an object'},
  {bad: [broken('')], because: 'an empty frame'},
  {bad: [broken([0x22, 0xff, 0x22])], because: 'a byte that is no UTF-8'},
  {bad: [message('x'.repeat(PARTS.frameBytesMax))], because: 'longer than frameBytesMax'},
];

interface Introduction extends Row {
  readonly first: Part;
}

const wrongIntroductions: readonly Introduction[] = [
  {first: message({term: 7}), because: 'a message at once'},
  {first: message({from: 'S9'}), because: 'a server of another cluster'},
  {first: message({from: 'S1'}), because: 'the name of the server that is spoken to'},
  {first: message({from: ['S2']}), because: 'a name that is no text'},
  {first: message(null), because: 'null'},
  {first: broken('{"from":"S2"'), because: 'no JSON'},
];

lab('7d', 'runtime', () => {
  section('course notes', 'messages over connections', () => {
    scenario('what is sent arrives, once, in the order sent', {
      points: 0.1, seeds: seedsUpTo(2), name: 'transport-arrives',
    }, async scene => {
      const story = new TransportStory(scene, {real: 3});
      for (const [n, value] of values.entries()) {
        for (const to of ['S2', 'S3']) story.send('S1', to, {to, n, value});
        story.send('S2', 'S1', value);
        if (n % 3 === 2) await story.pass(3);
      }
      await story.pass(50);

      for (const to of ['S2', 'S3']) {
        const wanted = values.map((value, n) => ({from: 'S1', message: {to, n, value}}));
        await story.expectDelivered(to, wanted, ARRIVES);
      }
      const fromS2 = values.map(value => ({from: 'S2', message: value}));
      await story.expectDelivered('S1', fromS2, ARRIVES);
    });

    scenario('a connection begins with who speaks, and one carries all messages', {
      points: 0.1, name: 'transport-wire',
    }, async scene => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      story.write('S2', await story.open('S2', 'S1'), [hello]);
      for (const value of values) {
        await story.pass(10);
        story.send('S1', 'S2', value);
      }
      await story.pass(20);

      await expectOnWire(story, 'S2', values);
    });

    scenario('what is sent while a connection is being opened leaves behind the introduction', {
      points: 0.1, name: 'transport-opening',
    }, async scene => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      story.behave('S2', {accepts: {afterMs: 30}});
      for (const value of values.slice(0, 4)) {
        story.send('S1', 'S2', value);
        await story.pass(5);
      }
      await story.pass(40);

      await expectOnWire(story, 'S2', values.slice(0, 4));
    });

    scenario('a stream in any pieces gives its messages', {
      points: 0.1, seeds: seedsUpTo(4), name: 'transport-pieces',
    }, async scene => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      const connection = await story.open('S2', 'S1');
      story.write('S2', connection, [hello, ...values.map(message)]);
      await story.pass(30);

      await story.expectDelivered('S1', values.map(value => ({from: 'S2', message: value})),
        ANY_PIECES);
    });
  });

  section('course notes', 'who speaks, and what', () => {
    table('a frame that is no message costs itself and no other', {
      points: 0.1, name: 'bad-frame',
    }, badFrames, async (scene, {bad}) => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      const connection = await story.open('S2', 'S1');
      story.write('S2', connection, [hello, message('before'), ...bad, message('behind')]);
      await story.pass(40);
      story.write('S2', connection, [message('later')]);
      await story.pass(20);

      const wanted = ['before', 'behind', 'later'].map(each => ({from: 'S2', message: each}));
      await story.expectDelivered('S1', wanted, COSTS_ITSELF);
    });

    table('a connection that does not say who speaks is closed', {
      points: 0.1, name: 'introduction',
    }, wrongIntroductions, async (scene, {first}) => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      const strange = await story.open('S2', 'S1');
      story.write('S2', strange, [first, message('forged')]);
      await story.pass(20);
      const {endedAtMs = null} = (await story.connections('S2'))[strange] ?? {};
      story.write('S2', strange, [hello, message('forged again')]);
      await story.pass(20);
      const known = await story.open('S2', 'S1');
      story.write('S2', known, [hello, message('true')]);
      await story.pass(20);

      await story.expectDelivered('S1', [{from: 'S2', message: 'true'}], INTRODUCED);
      await story.expectNo('S1', endedAtMs !== null ? undefined : {
        rule: INTRODUCED, what: 'S1 left a connection open that does not say who speaks',
        facts: [{who: 'S1', what: 'still listens to it', atMs: story.nowMs}],
      });
    });

    scenario('two connections do not mix', {
      points: 0.1, name: 'connections-apart',
    }, async scene => {
      const story = new TransportStory(scene, {real: 1, played: 2});
      const byS2 = await story.open('S2', 'S1');
      const byS3 = await story.open('S3', 'S1');
      const [first, second] = halves(message('from S2'));
      story.write('S2', byS2, [hello, first]);
      await story.pass(10);
      story.write('S3', byS3, [message({from: 'S3'}), message('from S3')]);
      await story.pass(10);
      story.write('S2', byS2, [second]);
      await story.pass(10);
      const again = await story.open('S2', 'S1');
      story.write('S2', again, [hello, message('from S2, started anew')]);
      await story.pass(10);

      await story.expectDelivered('S1', [
        {from: 'S3', message: 'from S3'}, {from: 'S2', message: 'from S2'},
        {from: 'S2', message: 'from S2, started anew'},
      ], BY_CONNECTION);
    });
  });
});

function halves({bytes}: Part): readonly [first: Part, second: Part] {
  const middle = Math.floor(bytes.length / 2);
  return [{bytes: bytes.subarray(0, middle)}, {bytes: bytes.subarray(middle)}];
}
