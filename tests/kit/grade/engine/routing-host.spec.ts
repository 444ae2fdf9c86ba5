/** Two authors in two processes give the trace that one host gives. Read next: routing-host.ts. */
import {expect} from 'chai';
import path from 'node:path';
import type {BatchEffects, BoxInput, BoxSpec, Host} from '../../../../harness/host/box';
import {InProcessHost} from '../../../../harness/host/in-process-host';
import {ProcessHost} from '../../../../harness/host/process-host';
import {RoutingHost, isOfReference} from '../../../../harness/grade/engine/routing-host';
import type {ScenarioDefinition, ScenarioOptions} from '../../../../harness/scenario/definition';
import {runSeed} from '../../../../harness/scenario/run';
import {PROGRAMS, findSubject, modulesOf} from '../../../../harness/scenario/subject';
import type {Subject} from '../../../../harness/scenario/subject';
import {referenceBut} from '../../host/broken-subject';
import {chaosOf, roundOfElections, roundOfFaults} from '../../host/chaos';
import {digestOf} from '../../host/three-hosts';

/** Two processes, 80 rounds of faults, two seeds. */
const LIMIT_MS = 60_000;

const reference = findSubject('reference');
/** The same code in another folder, as a submission's is. */
const student = referenceBut('a-students-copy', {});

/** Passes everything on, and counts. */
class CountingHost implements Host {
  readonly name = 'process';
  readonly booted: BoxSpec[] = [];
  inputs = 0;
  dropped = 0;
  private readonly host = new ProcessHost();

  newBox(): number {
    return this.host.newBox();
  }

  step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    this.inputs += batch.length;
    this.booted.push(...batch.flatMap(({spec}) => (spec === undefined ? [] : [spec])));
    return this.host.step(batch);
  }

  drop(box: number): void {
    this.dropped++;
    this.host.drop(box);
  }

  close(): Promise<void> {
    return this.host.close();
  }
}

describe('a host for two authors', () => {
  const one = new InProcessHost();
  after(() => one.close());

  async function run(definition: ScenarioDefinition, host: Host, seed = 1): Promise<string> {
    const {trace, outcome} = await runSeed(
      definition, {subject: student, host, seed, wholeTrace: true});
    expect(outcome.failure?.parts.claim).to.equal(undefined);
    return digestOf(trace);
  }

  async function expectOneTrace(definition: ScenarioDefinition): Promise<void> {
    const given = new CountingHost();
    const trusted = new CountingHost();
    const two = new RoutingHost({given, makeTrusted: () => trusted});
    for (const seed of [1, 2]) {
      expect(await run(definition, two, seed)).to.equal(await run(definition, one, seed));
    }
    await two.close();

    expect(given.booted.length, 'boots of the student\'s boxes').to.be.greaterThan(0);
    expect(trusted.booted.length, 'boots of our boxes').to.be.greaterThan(0);
    expect(given.booted.every(spec => !isOfReference(spec))).to.equal(true);
    expect(trusted.booted.every(isOfReference)).to.equal(true);
    expect([given.dropped, trusted.dropped])
      .to.deep.equal([given.booted.length, trusted.booted.length]);
  }

  it('gives one trace with elections among two authors', () => (
    expectOneTrace(chaosOf(5, roundOfElections, {reference: ['S1', 'S2']}))
  )).timeout(LIMIT_MS);

  it('gives one trace with clients of one and servers of both', () => (
    expectOneTrace(chaosOf(7, roundOfFaults, {
      clients: 2, snapshotBytes: 2_000, reference: ['S1', 'S4', 'C2'],
    }))
  )).timeout(LIMIT_MS);

  it('starts no process of ours where there is nothing of the reference', async () => {
    const two = new RoutingHost({
      given: new ProcessHost(),
      makeTrusted: () => { throw new Error('a process nobody needs'); },
    });
    const definition = chaosOf(5, roundOfElections);
    expect(await run(definition, two)).to.equal(await run(definition, one));
    await two.close();
  });

  it('puts effects back in the batch\'s order, whoever answers first', async () => {
    const log: string[] = [];
    const slow = answering('given', 3, log);
    const two = new RoutingHost({given: slow, makeTrusted: () => answering('trusted', 1, log)});
    const theirs = {id: 'S1', program: PROGRAMS.server, modules: modulesOf(student, 5)};
    const ours = {id: 'S2', program: PROGRAMS.server, modules: modulesOf(reference, 5)};
    const batch = [theirs, ours, theirs, ours, ours].map((spec, n) =>
      ({box: two.newBox(), spec, input: {kind: 'timer', nowMs: n} as const}));
    const effects = await two.step(batch);

    expect(effects.flat().map(effect => (effect.kind === 'log' ? effect.line : ''))).to.deep.equal(
      ['given 0', 'trusted 1', 'given 2', 'trusted 3', 'trusted 4']);
    expect(log, 'both were asked before either answered')
      .to.deep.equal(['ask given', 'ask trusted', 'answer trusted', 'answer given']);
  });

  it('does not trust a box that holds a single file of a student\'s', () => {
    const specOf = (subject: Subject, lab = 5): BoxSpec =>
      ({id: 'S1', program: PROGRAMS.server, modules: modulesOf(subject, lab)});
    const overlay = {'election.ts': path.join(student.folder, 'election.ts')};

    expect(isOfReference(specOf(reference))).to.equal(true);
    expect(isOfReference(specOf(reference, 7))).to.equal(true);
    expect(isOfReference(specOf(student))).to.equal(false);
    expect(isOfReference(specOf({...reference, overlay}))).to.equal(false);
    const beside = {...reference, folder: `${reference.folder}-2`};
    const table = Object.fromEntries(Object.entries(modulesOf(reference, 5)).map(([name, source]) =>
      [name, {...source, file: source.file.replace(reference.folder, beside.folder)}]));
    expect(isOfReference({...specOf(reference), modules: table})).to.equal(false);
    expect(isOfReference({...specOf(reference), modules: {}})).to.equal(false);
  });
});

describe('a mix of authors', () => {
  it('names only boxes that are there', async () => {
    const host = new InProcessHost();
    const mix = (reference: ScenarioOptions['reference']) =>
      runSeed(chaosOf(5, roundOfElections, {reference: reference!}), {
        subject: student, host, seed: 1,
      });
    const {outcome} = await mix(['S6']);
    await host.close();
    expect(outcome.failure?.parts).to.include({kind: 'kit'});
    expect(outcome.failure?.parts.claim).to.match(/no box of this scenario is called S6$/);
  });
});

/** A host that says who answered, after so many turns of the event loop. */
function answering(name: string, turns: number, log: string[]): Host {
  let boxes = 0;
  return {
    name: 'process',
    newBox: () => boxes++,
    step: async batch => {
      log.push(`ask ${name}`);
      for (let n = 0; n < turns; n++) await new Promise(resolve => setImmediate(resolve));
      log.push(`answer ${name}`);
      return batch.map(({input}) => [{kind: 'log', line: `${name} ${input.nowMs}`}]);
    },
    drop: () => undefined,
    close: () => Promise.resolve(),
  };
}
