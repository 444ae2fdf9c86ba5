/**
 * The boxes of lab 7d (sockets, slow disks, whole servers) do the same on every host.
 *
 * Each drives student code from its own timers and promises, so this is where hosts might differ.
 * Read next: three-hosts.ts.
 */
import {expect} from 'chai';
import {findNamed} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import {Hosts, digestOf} from './three-hosts';

const NAMES = [
  'transport-faults', 'transport-closed', 'any-machine', 'failing-disk-4', 'whole-servers',
];
/** Two of the three hosts are slow. */
const LIMIT_MS = 60_000;

describe('the boxes of the runtime', () => {
  const {lab} = findNamed('7d');
  const subject = findSubject('reference');
  const hosts = new Hosts();
  after(() => hosts.close());

  for (const name of NAMES) {
    it(`leave one trace on every host: ${name}`, async () => {
      const definition = registry.find(lab, name);
      const digests = new Set<string>();
      for (const [, host] of hosts.all) {
        const run = await runSeed(definition, {subject, host, seed: 2, wholeTrace: true});
        expect(run.outcome.verdict).to.equal('passed');
        digests.add(digestOf(run.trace));
      }
      expect(digests).to.have.lengthOf(1);
    }).timeout(LIMIT_MS);
  }
});
