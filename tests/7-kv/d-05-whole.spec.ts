/**
 * All of it together: three servers with everything you have written in them, and a crash.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {LabFailure} from '../../harness/world/lab-failure';
import {WholeCluster} from './d-whole';

lab('7d', 'runtime', () => {
  section('§8', 'the whole server', () => {
    scenario('three whole servers lose a leader and no acknowledged write', {
      points: 0.25, service: 'kv', name: 'whole-servers',
    }, async scene => {
      const cluster = new WholeCluster(scene);
      await cluster.perform({op: 'set', key: 'first', value: 'yes'});

      const writes = Array.from({length: 12}, (_, n) => (
        {op: 'set', key: `key ${n}`, value: `value ${n}`} as const
      ));
      const isDone = await cluster.performMany(writes, 6);
      const leader = cluster.lastAnswerBy;
      cluster.crash(leader);
      for (const [n, {key, value}] of writes.entries()) {
        const found = await cluster.perform({op: 'get', key});
        if (found !== value && isDone[n] === true) throw lost(key, value, leader);
      }

      cluster.restart(leader);
      await cluster.perform({op: 'set', key: 'second', value: 'yes'});
      cluster.crash(cluster.lastAnswerBy);
      await cluster.perform({op: 'append', key: 'first', value: ', still'});
      const found = await cluster.perform({op: 'get', key: 'first'});
      if (found !== 'yes, still') throw lost('first', 'yes, still', cluster.lastAnswerBy);
    });
  });
});

function lost(key: string, value: string, leader: string): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: `The cluster lost "${value}" of "${key}" — what was acknowledged is never lost.`,
    facts: [{who: leader, what: 'had answered the write, and crashed'}],
    why: {
      source: '§8', text: 'A client that was told that its write is done will not repeat it.',
    },
    hint: 'Which effects of a server leave before the sync that they stand behind?',
  });
}
