/**
 * What a submission's scenarios come to together, alone and confirmed.
 */
import {expect} from 'chai';
import {HostDied} from '../../../../harness/host/box';
import type {BatchEffects, BoxInput, Host} from '../../../../harness/host/box';
import {InProcessHost} from '../../../../harness/host/in-process-host';
import {Deaths} from '../../../../harness/grade/engine/deaths';
import {findingOf} from '../../../../harness/grade/engine/finding';
import type {Finding} from '../../../../harness/grade/engine/finding';
import {runTasks} from '../../../../harness/grade/engine/run-tasks';
import {tasksOf} from '../../../../harness/grade/engine/tasks';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {findLab} from '../../../../harness/scenario/labs';
import {resultOf} from '../../../../harness/scenario/results';
import {findSubject} from '../../../../harness/scenario/subject';
import {allMutants, layOver} from '../../mutants/lay-over';

const replication = tasksOf(findLab('3'), DEFAULT_POLICY);
// The reference itself is trusted, and runs elsewhere.
const subject = findSubject('harness/grade/samples/ada-complete');

/** A process of code that keeps a little of every life: it ends when there were too many. */
class Leaky implements Host {
  readonly name = 'process';
  private readonly host = new InProcessHost();
  private lives = 0;

  constructor(private readonly livesMost: number) {}

  newBox(): number {
    return this.host.newBox();
  }

  /** Later, since boxes need a turn of the loop of their own. */
  async step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    await new Promise(resolve => { setImmediate(resolve); });
    this.lives += batch.filter(({input}) => input.kind === 'boot').length;
    if (this.lives > this.livesMost) throw new HostDied('it took too much memory', 'memory');
    return this.host.step(batch);
  }

  drop(box: number): void {
    this.host.drop(box);
  }

  close(): Promise<void> {
    return this.host.close();
  }
}

/** Stories of five servers, none of which takes more lives than a process of theirs has. */
function played(confirming: Deaths): Promise<readonly Finding[]> {
  const few = replication.filter(({seeds, definition: {options: {servers = 0}}}) =>
    seeds.length === 1 && servers === 5);
  return runTasks(few, {
    subject, mayTell: true, newHost: () => new Leaky(8),
    deaths: {running: new Deaths(), confirming},
    servedTests: {run: () => Promise.reject(new Error('none of these has tests'))},
  });
}

describe('scenarios', () => {
  it('pass, though their processes end of what was before them', async () => {
    const findings = await played(new Deaths());
    expect(findings).to.have.length.above(5);
    for (const {verdict, told, task} of findings) {
      expect(verdict, `${task.definition.name}: ${told.reason}`).to.equal('passed');
    }
  }).timeout(30_000);

  it('are confirmed with a patience of its own', async () => {
    const none = new Deaths({silencesMost: 0, minutesMost: 15});
    for (const {verdict, told} of await played(none)) {
      expect(verdict).to.equal('failed');
      expect(told).to.include({cause: 'unconfirmed'});
      expect(told.reason).to.match(/0 of its processes took too long/);
    }
  }).timeout(30_000);

  it('tell nothing of a failure where the code could read what stands in', async () => {
    const mutant = allMutants().find(({lab}) => lab === 3)!;
    const task = replication.find(({definition: {name}}) => name === mutant.caughtBy[0])!;
    const host = new InProcessHost();
    const result = await resultOf(task.definition, {subject: layOver(mutant), host});
    await host.close();
    expect(result.verdict).to.equal('failed');

    const open = findingOf(task, result, {mayTell: true, picture: null});
    const shut = findingOf(task, result, {mayTell: false, picture: null});

    expect(open.told).to.include.keys('text', 'token', 'reason');
    expect(Object.keys(shut.told).filter(key => key !== 'seedFailed').sort())
      .to.deep.equal(['cause', 'reason']);
    expect(shut.told.reason).to.equal(
      `failed, also with earlier labs stood in (${task.definition.section})`);
  }).timeout(30_000);
});
