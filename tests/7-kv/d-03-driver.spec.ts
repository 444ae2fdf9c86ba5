/**
 * The driver: one input at a time, nothing before its sync, many inputs to one sync.
 *
 * An input is written with the effects that the machine will answer it with. The disk takes 10 ms.
 */
import {lab, scenario, section, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario/language';
import type {MachineEffect} from '../../harness/raft';
import {DriverStory} from './d-driver';
import {append, arm, result, rewrite, send, sync} from './d-words';

interface OrderCase extends Row {
  /** One input after the other, all at one instant, during the sync of another. */
  readonly inputs: readonly (readonly MachineEffect[])[];
}

const orders: readonly OrderCase[] = [
  {inputs: [[append('vote'), sync, send('vote')]], because: 'a vote'},
  {inputs: [[append('entry'), sync, send('entry'), result(1)]], because: 'a message and an answer'},
  {inputs: [[send('early'), append('entry'), sync, send('late')]], because: 'one in front of it'},
  {inputs: [[append('entry'), send('early'), sync, send('late')]], because: 'one before the sync'},
  {inputs: [[append('entry')], [sync, send('entry')]], because: 'an earlier input appended'},
  {inputs: [[append('entry'), sync], [send('entry')]], because: 'an earlier input wants the sync'},
  {inputs: [[append('entry'), sync, send('entry')], [result(1)]], because: 'an answer behind it'},
  {inputs: [[rewrite('snapshot'), send('done')]], because: 'a rewrite'},
  {inputs: [[append('a'), rewrite('snapshot'), send('done')], [append('b'), sync, result(1)]],
    because: 'a rewrite, then a sync'},
  {inputs: [[append('a'), sync, send('a')], [rewrite('snapshot'), append('b'), sync, send('b')]],
    because: 'a sync, then a rewrite'},
];

const write = (callId: number): readonly MachineEffect[] =>
  [append(`entry ${callId}`), sync, result(callId)];
const read = (callId: number): readonly MachineEffect[] => [result(callId)];

lab('7d', 'runtime', () => {
  section('course notes', 'one input after the other', () => {
    scenario('what the machine wants is done in its order', {
      points: 0.1, name: 'driver-order',
    }, async scene => {
      const driver = new DriverStory(scene).start(append('boot'), sync, send('hello'));
      driver.receive('a', send('1'), append('record'), sync, send('2'));
      driver.call(callId => [send('3'), result(callId)]);
      await driver.pass(100);
      driver.receive('b', append('another'), send('4'), sync, send('5'));
      await driver.pass(100);

      await driver.expectAllDone();
    });

    scenario('the machine takes one input at a time', {
      points: 0.15, name: 'one-at-a-time',
    }, async scene => {
      const driver = new DriverStory(scene, {stepMs: 3, timers: [[send('tick')]]}).start(arm(7));
      for (const name of ['a', 'b', 'c']) {
        driver.receive(name, append(name), sync, send(name));
        await driver.pass(1);
        driver.call(read);
      }
      await driver.pass(100);

      await driver.expectAllDone();
    });

    scenario('inputs that arrive before start() wait for it', {
      points: 0.05, name: 'before-start',
    }, async scene => {
      const driver = new DriverStory(scene);
      driver.receive('early', send('answer'));
      await driver.pass(20);
      driver.start(append('boot'), sync, send('hello'));
      await driver.pass(20);

      await driver.expectAllDone();
    });

    scenario('a call that comes from within an answer is taken, in its turn', {
      points: 0.1, name: 'call-in-answer',
    }, async scene => {
      const next = {callId: 9, name: 'call 9', effects: [result(9)]};
      const driver = new DriverStory(scene, {nextCalls: {1: next}}).start();
      driver.call(callId => [append('entry'), sync, result(callId), send('behind it')]);
      driver.expectCall(next.name);
      await driver.pass(50);

      await driver.expectAllDone();
    });

    scenario('what rests on nothing new leaves at once', {
      points: 0.05, name: 'driver-at-once',
    }, async scene => {
      const driver = new DriverStory(scene).start();
      driver.call(write);
      await driver.pass(50);
      driver.call(read);
      await driver.pass(50);

      await driver.expectAtOnce();
    });
  });

  section('Figure 2', 'stable storage before answering', () => {
    table('nothing leaves before its sync has resolved', {
      points: 0.35, name: 'synced-first',
    }, orders, async (scene, {inputs}) => {
      const driver = new DriverStory(scene).start();
      driver.receive('first', append('first'), sync);
      await driver.pass(5);
      for (const [n, effects] of inputs.entries()) driver.receive(`input ${n + 1}`, ...effects);
      await driver.pass(100);

      await driver.expectAllDone();
    });

    scenario('what arrives during a sync does not leave with it', {
      points: 0.05, name: 'during-a-sync',
    }, async scene => {
      const driver = new DriverStory(scene).start();
      driver.call(write);
      await driver.pass(5);
      driver.call(write);
      driver.call(read);
      await driver.pass(50);

      await driver.expectAllDone();
    });
  });

  section('course notes', 'many inputs, one sync', () => {
    scenario('twenty calls that arrive during a sync share the next one', {
      points: 0.15, name: 'group-commit',
    }, async scene => {
      const driver = new DriverStory(scene).start();
      driver.call(write);
      await driver.pass(2);
      for (let n = 0; n < 20; n++) driver.call(write);
      await driver.pass(400);

      await driver.expectSyncsAtMost(3, '21 calls');
    });

    scenario('inputs that keep coming do not put off the sync', {
      points: 0.05, name: 'endless-load',
    }, async scene => {
      const driver = new DriverStory(scene, {stepMs: 1}).start();
      for (let n = 0; n < 100; n++) {
        driver.call(write);
        await driver.pass(1);
      }

      await driver.expectLeftBy(10);
    });
  });
});
