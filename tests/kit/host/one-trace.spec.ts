/** The same seed gives the same trace, byte for byte, on every host. Read next: chaos.ts. */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import type {Host} from '../../../harness/host/box';
import type {ScenarioDefinition} from '../../../harness/scenario/definition';
import {runSeed} from '../../../harness/scenario/run';
import {findSubject} from '../../../harness/scenario/subject';
import type {Subject} from '../../../harness/scenario/subject';
import {referenceBut} from './broken-subject';
import {chaosOf, roundOfElections, roundOfFaults, roundUnderOneLeader} from './chaos';
import {logChaos, networkChaos} from './scripted-chaos';
import {Hosts, digestOf} from './three-hosts';

const SEEDS = [1, 2, 3];
const reference = findSubject('reference');

/** The reference, whose servers fidget whenever they hear of a term. */
function restless(): Subject {
  const text = fs.readFileSync(path.join(reference.folder, 'terms.ts'), 'utf8');
  return referenceBut('restless', {
    'restless.ts': fs.readFileSync(path.join(__dirname, 'fixtures/restless.ts'), 'utf8'),
    'terms.ts': text
      .replace(/^import /m, "import {fidget} from '#solution/restless';\nimport ")
      .replace(/(function observeTerm.*\n)/, '$1  fidget(server);\n'),
  });
}

describe('one seed', () => {
  const hosts = new Hosts();
  after(() => hosts.close());

  async function run(definition: ScenarioDefinition, subject: Subject, seed: number, host: Host) {
    return runSeed(definition, {subject, host, seed, wholeTrace: true});
  }

  /** Twice on each host, both at once, and says what every run came to. */
  async function digests(
    definition: ScenarioDefinition, subject: Subject, seeds = SEEDS,
  ): Promise<string[][]> {
    return Promise.all(seeds.map(async seed => {
      const runs = hosts.all.flatMap(([, host]) => [host, host])
        .map(host => run(definition, subject, seed, host));
      return (await Promise.all(runs)).map(({trace, outcome}) => {
        expect(outcome.failure?.parts.claim).to.equal(undefined);
        return digestOf(trace);
      });
    }));
  }

  function expectOneEach(found: readonly (readonly string[])[]): void {
    for (const ofSeed of found) expect(new Set(ofSeed)).to.have.lengthOf(1);
    expect(new Set(found.flat()), 'seeds').to.have.lengthOf(found.length);
  }

  for (const lab of [3, 4, 5]) {
    const round = lab < 5 ? roundUnderOneLeader : roundOfElections;

    it(`gives one trace, whatever goes wrong: lab ${lab}`, async () => {
      expectOneEach(await digests(chaosOf(lab, round), reference));
    });

    it(`gives one trace with timers, chance, promises and prints: lab ${lab}`, async () => {
      expectOneEach(await digests(chaosOf(lab, round), restless(), SEEDS.slice(0, 2)));
    });
  }

  it('gives one trace with clocks that drift and disks of the student\'s own', async () => {
    expectOneEach(await digests(chaosOf(6, roundOfFaults), reference, SEEDS.slice(0, 2)));
    expectOneEach(await digests(
      chaosOf(7, roundOfFaults, {snapshotEvery: 5}), reference, SEEDS.slice(0, 2)));
  });

  it('gives one trace with clients', async () => {
    expectOneEach(await digests(
      chaosOf(7, roundOfFaults, {clients: 2, snapshotBytes: 2_000}), reference, SEEDS.slice(0, 2)));
  });

  it('gives one trace with a log in a box', async () => {
    expectOneEach(await digests(logChaos, reference));
  });

  it('gives one trace with a network in a box', async () => {
    expectOneEach(await digests(networkChaos, reference));
  });

  it('is enough to see that something did go wrong', async () => {
    const {trace, outcome} = await run(chaosOf(5, roundOfElections), reference, 1, hosts.inProcess);
    const kinds = new Set(trace.steps.map(step => step.kind === 'fate' ? step.fate : step.kind));

    expect(outcome.failure?.parts).to.equal(undefined);
    expect([...kinds]).to.include.members([
      'lost', 'duplicated', 'held back', 'cut off', 'receiver is down', 'crash',
    ]);
  });
});
