/**
 * The driver: its timer, a disk that fails, its end, and whatever else chance comes up with.
 */
import {lab, scenario, section, seedsUpTo, table} from '../../harness/scenario';
import type {Row} from '../../harness/scenario/language';
import type {MachineEffect} from '../../harness/raft';
import type {Chance} from '../../harness/world/chance';
import {DriverStory} from './d-driver';
import {append, arm, result, rewrite, send, sync} from './d-words';

interface AlarmCase extends Row {
  /** What the boot wants, and what an input at 20 ms wants. */
  readonly boot: readonly MachineEffect[];
  readonly then?: readonly MachineEffect[];
  readonly timers?: readonly (readonly MachineEffect[])[];
  readonly clockRate?: number;
  readonly rings: readonly number[];
}

const alarms: readonly AlarmCase[] = [
  {boot: [arm(30)], rings: [30], because: 'it rings once'},
  {boot: [arm(30)], timers: [[arm(60)], [arm(90)]], rings: [30, 60, 90], because: 'set again'},
  {boot: [arm(30)], then: [arm(80)], rings: [80], because: 'set to later'},
  {boot: [arm(80)], then: [arm(30)], rings: [30], because: 'set to earlier'},
  {boot: [arm(30)], then: [arm(null)], rings: [], because: 'switched off'},
  {boot: [arm(30)], then: [arm(10)], rings: [20], because: 'due already'},
  {boot: [arm(30)], clockRate: 0.5, rings: [60], because: 'setTimeout runs faster than the clock'},
  {boot: [arm(30)], then: [append('a'), sync, arm(90), append('b'), sync, send('b')], rings: [90],
    because: 'set in the middle of other effects'},
];

interface FailureCase extends Row {
  readonly failsAt: number;
  readonly inputs: readonly (readonly MachineEffect[])[];
}

const write = (name: string): readonly MachineEffect[] => [append(name), sync, send(name)];

const failures: readonly FailureCase[] = [
  {failsAt: 1, inputs: [write('a')], because: 'the first sync fails'},
  {failsAt: 2, inputs: [write('a'), write('b')], because: 'the second sync fails'},
  {failsAt: 1, inputs: [[rewrite('snapshot'), send('done')]], because: 'a rewrite fails'},
  {failsAt: 1, inputs: [write('a'), [send('b')], write('c')], because: 'inputs wait behind it'},
];

lab('7d', 'runtime', () => {
  section('course notes', 'the timer', () => {
    table('the timer rings when its alarm is due, and not before', {
      points: 0.15, name: 'alarm',
    }, alarms, async (scene, {boot, then, timers = [], clockRate = 1, rings}) => {
      const driver = new DriverStory(scene, {timers, clockRate}).start(...boot);
      await driver.pass(20);
      if (then !== undefined) driver.receive('a', ...then);
      await driver.pass(130);

      await driver.expectRings(...rings);
    });

    scenario('a heartbeat that waited before the timer takes its alarm back', {
      points: 0.05, name: 'former-alarm',
    }, async scene => {
      const driver = new DriverStory(scene, {syncMs: 30}).start(arm(20));
      await driver.pass(5);
      driver.call(callId => [append('entry'), sync, result(callId)]);
      await driver.pass(5);
      driver.receive('heartbeat', arm(90));
      await driver.pass(100);

      await driver.expectRings(90);
    });

    scenario('a long queue does not keep the timer waiting', {
      points: 0.05, name: 'long-queue',
    }, async scene => {
      const driver = new DriverStory(scene, {syncMs: 3, stepMs: 2}).start(arm(20));
      for (let n = 0; n < 60; n++) {
        driver.receive(`message ${n}`, ...write(`${n}`));
        await driver.pass(n < 15 ? 1 : 3);
      }

      await driver.expectRings(70);
    });
  });

  section('course notes', 'a disk that fails', () => {
    table('when the disk fails nothing leaves any more', {
      points: 0.1, name: 'failing-disk',
    }, failures, async (scene, {failsAt, inputs}) => {
      const driver = new DriverStory(scene, {failsAt, timers: [write('tick')]}).start(arm(35));
      for (const [n, effects] of inputs.entries()) {
        driver.receive(`input ${n + 1}`, ...effects);
        await driver.pass(1);
      }
      await driver.pass(50);
      driver.receive('later', send('later'));
      await driver.pass(50);

      await driver.expectFailedOnce();
    });
  });

  section('course notes', 'the end', () => {
    scenario('after stop() nothing leaves and nothing rings', {
      points: 0.05, name: 'after-stop',
    }, async scene => {
      const driver = new DriverStory(scene, {timers: [[send('tick')]]}).start(arm(15));
      driver.receive('a', ...write('a'));
      await driver.pass(5);
      driver.receive('b', send('b'));
      driver.stop();
      await driver.pass(5);
      driver.receive('c', send('c'));
      await driver.pass(50);

      await driver.record();
    });
  });

  section('course notes', 'any machine', () => {
    scenario('whatever a machine wants, and whenever: no rule is broken', {
      points: 0.05, seeds: seedsUpTo(4), name: 'any-machine',
    }, async scene => {
      const {chance} = scene;
      const syncMs = chance.between(1, 12);
      const timers = [1, 2, 3, 4].map(n => wanted(chance, `tick ${n}`));
      const driver = new DriverStory(scene, {syncMs, stepMs: chance.between(0, 2), timers}).start();
      for (let n = 1; n <= 40; n++) {
        if (chance.happens(0.3)) driver.call(callId => [...wanted(chance, `${n}`), result(callId)]);
        else driver.receive(`message ${n}`, ...wanted(chance, `${n}`));
        await driver.pass(chance.happens(0.5) ? 0 : chance.between(1, 8));
      }
      await driver.pass(500);

      await driver.expectAllDone();
    });
  });
});

/** Effects as a server may want them: what they rest on first, or not at all. */
function wanted(chance: Chance, name: string): readonly MachineEffect[] {
  const alarm = chance.happens(0.2) ? [arm(chance.between(0, 300))] : [];
  return [...alarm, ...chance.pick([
    write(name), write(name), [send(name)], [append(name), send(name)], [],
    [send(`${name} early`), ...write(name)], [rewrite(name), send(name)],
    [append(name), ...write(`${name} again`), append(`${name} and again`)],
  ])];
}
