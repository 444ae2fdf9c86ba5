/**
 * The transport: servers that are away, slow or gone, and its own end.
 */
import {lab, scenario, section, seedsUpTo, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario/language';
import type {Manners} from '../../harness/host/runtime-sockets';
import {message} from '../2-network/frame-stream';
import {lastFacts, PARTS, TransportStory} from './d-transport';
import {BOUNDED, CLOSED, REACHED_AGAIN, SNAPSHOTS_TOO, THROWN_AWAY} from './d-transport-rules';
import {expectBounded, expectOnWire, expectPaced, messagesIn} from './d-wire';

const {reconnectMs, queuedBytesMax} = PARTS;
const MESSAGE = 'm'.repeat(94);
/** With its frame, the introduction before it, and room for another way to write JSON. */
const MESSAGE_BYTES = 150;

interface Away extends Row {
  readonly manners: Partial<Manners & {hangsUp: boolean}>;
}

const waysToBeAway: readonly Away[] = [
  {manners: {accepts: 'refuses'}, because: 'it refuses'},
  {manners: {accepts: 'never'}, because: 'it does not answer'},
  {manners: {hangsUp: true}, because: 'it accepts and hangs up'},
];

const waysToPileUp: readonly Away[] = [
  {manners: {accepts: 'refuses'}, because: 'it refuses'},
  {manners: {accepts: {afterMs: 80}}, because: 'it takes long to accept'},
];

lab('7d', 'runtime', () => {
  section('course notes', 'servers that are away', () => {
    table('a server that is away is asked once in reconnectMs', {
      points: 0.1, name: 'paced',
    }, waysToBeAway, async (scene, {manners}) => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      story.behave('S2', manners);
      story.act('S1 sends S2 a message every 5ms');
      for (let n = 0; n < 60; n++) {
        story.sendSilently('S1', 'S2', n);
        await story.pass(5);
      }

      await expectPaced(story, 'S2', reconnectMs);
    });

    table('a server that was away is reached again', {
      points: 0.1, name: 'reached-again',
    }, waysToBeAway, async (scene, {manners}) => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      story.behave('S2', manners);
      story.act('S1 sends S2 a message every 10ms');
      for (let n = 0; n < 40; n++) {
        if (n === 20) story.behave('S2', {});
        story.sendSilently('S1', 'S2', n < 20 ? 'before' : 'since');
        await story.pass(10);
      }
      const came = (await story.connections('S2')).flatMap(({bytes}) => messagesIn(bytes));

      await story.expectNo('S1', came.includes('since') ? undefined : {
        rule: REACHED_AGAIN, what: 'S1 never reached S2 again',
        facts: [
          ...lastFacts('S1', (await story.seen('S1')).events),
          {who: 'S2', what: 'accepts connections again', atMs: 200},
        ],
      });
    });

    table('for a server that is away nothing piles up', {
      points: 0.05, name: 'piled-up',
    }, waysToPileUp, async (scene, {manners}) => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      story.behave('S2', manners);
      story.act('S1 sends S2 a message of 100 bytes every 2ms');
      for (let n = 0; n < 70; n++) {
        if (n === 35) story.behave('S2', {});
        story.sendSilently('S1', 'S2', MESSAGE);
        await story.pass(2);
      }
      await story.pass(40);

      await expectBounded(story, 'S2', queuedBytesMax + MESSAGE_BYTES, THROWN_AWAY);
    });

    scenario('a server that was restarted is heard and reached on new connections', {
      points: 0.05, name: 'restarted',
    }, async scene => {
      const story = new TransportStory(scene, {real: 2});
      story.act('S1 and S2 send each other a message every 7ms');
      for (let n = 0; n < 40; n++) {
        if (n === 10) await story.crash('S2');
        if (n === 15) story.restart('S2');
        story.sendSilently('S1', 'S2', n);
        if (scene.world.isUp('S2')) story.sendSilently('S2', 'S1', n);
        await story.pass(7);
      }
      await story.pass(20);

      await story.expectHonest('S1', 'S2');
      for (const [server, from] of [['S1', 'S2'], ['S2', 'S1']] as const) {
        const last = (await story.delivered(server)).at(-1);
        await story.expectNo(server, last?.message === 39 ? undefined : {
          rule: REACHED_AGAIN, what: `${server} was never given the last message of ${from}`,
          facts: lastFacts(server, (await story.seen(server)).events),
        });
      }
    });
  });

  section('course notes', 'servers that are slow', () => {
    scenario('messages for a server that does not read are thrown away', {
      points: 0.1, name: 'slow-reader',
    }, async scene => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      story.behave('S2', {reads: false});
      story.act('S1 sends S2 a message of 100 bytes every 1ms');
      for (let n = 0; n < 100; n++) {
        story.sendSilently('S1', 'S2', MESSAGE);
        await story.pass(1);
      }
      story.behave('S2', {reads: true});
      await story.pass(40);
      story.send('S1', 'S2', 'since');
      await story.pass(30);

      await expectBounded(story, 'S2', queuedBytesMax + MESSAGE_BYTES, BOUNDED);
      const came = (await story.connections('S2')).flatMap(({bytes}) => messagesIn(bytes));
      await story.expectNo('S1', came.includes('since') ? undefined : {
        rule: {...BOUNDED, rule: 'when the queue is short again, messages are written again'},
        what: 'S1 sent S2 nothing more', facts: [{who: 'S2', what: 'reads again', atMs: 100}],
      });
    });

    scenario('a message longer than the queue may be arrives', {
      points: 0.05, name: 'long-message',
    }, async scene => {
      const story = new TransportStory(scene, {real: 1, played: 1});
      const snapshot = 's'.repeat(3 * queuedBytesMax);
      story.send('S1', 'S2', 'before');
      await story.pass(20);
      story.send('S1', 'S2', snapshot);
      await story.pass(40);

      const [connection] = await story.connections('S2');
      const came = messagesIn(connection?.bytes ?? '');
      await story.expectNo('S1', came.includes(snapshot) ? undefined : {
        rule: SNAPSHOTS_TOO, what: 'S1 never sent a message longer than queuedBytesMax',
        facts: [{who: 'the message', what: `${snapshot.length + 6} bytes with its frame`}],
      });
      await expectOnWire(story, 'S2', ['before', snapshot]);
    });
  });

  section('course notes', 'the end of a transport', () => {
    scenario('after close() nothing is delivered, and no connection is left', {
      points: 0.05, name: 'transport-closed',
    }, async scene => {
      const story = new TransportStory(scene, {real: 1, played: 2}, {closeInDelivery: 2});
      story.behave('S1', {cuts: false});
      story.send('S1', 'S2', 'hello');
      const first = await story.open('S2', 'S1');
      story.behave('S3', {accepts: {afterMs: 20}});
      story.send('S1', 'S3', 'on its way');
      story.write('S2', first, [{from: 'S2'}, '1', '2', '3', '4'].map(message));
      await story.pass(40);
      const second = await story.open('S2', 'S1');
      story.write('S2', second, [{from: 'S2'}, '5'].map(message));
      story.send('S1', 'S2', 'too late');
      await story.pass(60);

      const wanted = ['1', '2'].map(each => ({from: 'S2', message: each}));
      await story.expectDelivered('S1', wanted, CLOSED);
      for (const played of ['S2', 'S3']) {
        const open = (await story.connections(played)).find(({endedAtMs}) => endedAtMs === null);
        await story.expectNo('S1', open === undefined ? undefined : {
          rule: CLOSED, what: `S1 left a connection with ${played} open`,
          facts: [{
            who: played, what: open.openedBy === 'test' ? 'opened it' : 'accepted it',
            atMs: open.atMs,
          }],
        });
      }
    });
  });

  section('course notes', 'any faults', () => {
    scenario('whatever breaks: what is delivered was sent, once, in order', {
      points: 0.05, seeds: seedsUpTo(3), name: 'transport-faults',
    }, async scene => {
      const story = new TransportStory(scene, {real: 3});
      const {chance} = scene;
      for (let n = 0; n < 50; n++) {
        const [one, other] = chance.pick(['S1 S2', 'S2 S3', 'S3 S1', 'S2 S1']).split(' ');
        const isUp = (server: string): boolean => scene.world.isUp(server);
        if (isUp(one!)) story.send(one!, other!, {n, padding: 'p'.repeat(chance.between(0, 300))});
        if (chance.happens(0.1)) story.break(one!, other!);
        if (chance.happens(0.08) && isUp('S3')) await story.crash('S3');
        else if (!isUp('S3') && chance.happens(0.3)) story.restart('S3');
        await story.pass(chance.between(0, 15));
      }
      await story.pass(50);

      await story.expectHonest('S1', 'S2', 'S3');
    });
  });
});
