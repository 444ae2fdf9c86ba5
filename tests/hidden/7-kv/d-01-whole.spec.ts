/**
 * Whole servers, with everything a student has written in them, and worse crashes.
 */
import {hiddenLab, scenario, section} from '../../../harness/scenario';
import {LabFailure} from '../../../harness/world/lab-failure';
import {WholeCluster} from '../../7-kv/d-whole';

hiddenLab('7d', 'runtime', () => {
  section('§8', 'the whole server', () => {
    scenario('three whole servers that crash at once have every acknowledged write', {
      points: 1, service: 'kv', name: 'all-crash',
    }, async scene => {
      const cluster = new WholeCluster(scene);
      for (let round = 0; round < 4; round++) {
        for (let n = 0; n < 5; n++) {
          await cluster.perform({op: 'append', key: 'x', value: `${round}${n} `});
        }
        for (const server of ['S1', 'S2', 'S3']) cluster.crash(server);
        for (const server of ['S3', 'S1', 'S2']) cluster.restart(server);
      }
      const found = await cluster.perform({op: 'get', key: 'x'});
      for (let round = 0; round < 4; round++) {
        for (let n = 0; n < 5; n++) {
          if (typeof found === 'string' && found.includes(`${round}${n} `)) continue;
          throw lost(`${round}${n}`, cluster.lastAnswerBy);
        }
      }
    });

    scenario('whole servers that crash in turn, leader or not, go on', {
      points: 1, service: 'kv', name: 'crash-in-turn',
    }, async scene => {
      const cluster = new WholeCluster(scene);
      for (const [round, server] of ['S1', 'S2', 'S3', 'S2', 'S1', 'S3'].entries()) {
        cluster.crash(server);
        await cluster.perform({op: 'set', key: `key ${round}`, value: `value ${round}`});
        cluster.restart(server);
        const found = await cluster.perform({op: 'get', key: `key ${round}`});
        if (found !== `value ${round}`) throw lost(`value ${round}`, cluster.lastAnswerBy);
      }
    });
  });
});

function lost(value: string, server: string): LabFailure {
  return new LabFailure({
    kind: 'contract',
    claim: `The cluster lost "${value}" — what was acknowledged is never lost.`,
    facts: [{who: server, what: 'answered the read'}],
    why: {
      source: '§8', text: 'A client that was told that its write is done will not repeat it.',
    },
    hint: 'Which effects of a server leave before the sync that they stand behind?',
  });
}
