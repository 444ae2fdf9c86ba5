/**
 * Runs tasks on one set of a student's files: together, then what failed alone, then confirmed.
 *
 * All worlds share one process for speed, and a few advance together; so what fails is run again
 * alone, in a process that saw none of what passed, and that is its last word. What a limit ended
 * is run alone in a process that saw nothing at all. What passes is confirmed.
 * Promises: the same tasks and files give the same findings in the same order, whatever else the
 * machine does; findings hold no more than a grade needs.
 * Read next: confirm.ts; finding.ts.
 */
import type {Host} from '../../host/box';
import type {ScenarioResult} from '../../scenario/outcome';
import {resultFrom} from '../../scenario/results';
import {runSeed} from '../../scenario/run';
import type {SeedRun} from '../../scenario/run';
import type {ServedStudentTests} from '../../scenario/student-tests';
import type {Subject} from '../../scenario/subject';
import {failurePicture} from '../html/failure-picture';
import {confirm} from './confirm';
import type {RecordedWorld} from './confirm';
import type {Deaths} from './deaths';
import {findingOf, unconfirmed} from './finding';
import type {Finding} from './finding';
import {FreshHost} from './fresh-host';
import {RecordingHost} from './recording-host';
import {RenewableHost} from './renewable-host';
import {RoutingHost, isOfReference} from './routing-host';
import type {Task} from './tasks';

export interface Grounds {
  readonly subject: Subject;
  /** A fresh process for a student's boxes. */
  newHost(): Host;
  /** Of the whole submission: of what runs its code first, and of what confirms. */
  readonly deaths: {readonly running: Deaths; readonly confirming: Deaths};
  /** Runs students' own tests where they cannot know what they are run on. */
  readonly servedTests: ServedStudentTests;
  /** Whether what the code says may be shown: not if it could read what stands in. */
  readonly mayTell: boolean;
}

/**
 * Worlds under way at a time, seeds of one scenario or stories: their batches share lines to the
 * process. More at a time would save lines, and cost more than it saves: code runs fast while few
 * worlds take turns.
 */
const WORLDS_TOGETHER = 4;
const PICTURES_A_LAB = 4;

/** Findings in the order of the tasks. */
export async function runTasks(
  tasks: readonly Task[], grounds: Grounds,
): Promise<readonly Finding[]> {
  const run = new TaskRun(grounds);
  const findings = await run.alone(await run.together(tasks));
  return run.confirmed(findings);
}

interface Ran {
  readonly task: Task;
  readonly runs: readonly SeedRun[];
}

class TaskRun {
  private readonly recorded = new Map<Task, Map<number, RecordingHost>>();
  private readonly pictured = new Set<string>();

  constructor(private readonly grounds: Grounds) {}

  async together(tasks: readonly Task[]): Promise<readonly Ran[]> {
    const host = this.freshHost();
    try {
      const ran: Ran[] = [];
      for (const group of groupsOf(tasks)) {
        ran.push(...await Promise.all(
          group.map(async task => ({task, runs: await this.runSeeds(task, host)}))));
      }
      return ran;
    } finally {
      await host.close();
    }
  }

  /** The last word on seeds that failed: one at a time, where nothing ran that passed. */
  async alone(ran: readonly Ran[]): Promise<readonly Finding[]> {
    const host = new FreshHost(() => this.freshHost());
    try {
      return await this.findings(ran, host);
    } finally {
      await host.close();
    }
  }

  private async findings(
    ran: readonly Ran[], host: FreshHost,
  ): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    for (const {task, runs} of ran) {
      const {subject, mayTell} = this.grounds;
      const last = await this.lastRuns(task, runs, host);
      const result = await resultFrom(task.definition, last, {
        subject, host, explain: mayTell, ...task.hasFewSeeds ? {seeds: task.seeds} : {},
      });
      findings.push(findingOf(task, result, {mayTell, picture: this.pictureOf(task, result)}));
    }
    return findings;
  }

  /** Of the first failures of a lab, one for each table. */
  private pictureOf({lab, definition}: Task, result: ScenarioResult): string | null {
    const {verdict, shown: {failure}} = result;
    if (verdict !== 'failed' || failure === undefined || !this.grounds.mayTell) return null;
    const table = `${lab.number} ${definition.name.replace(/-\d+$/, '')}`;
    const drawn = [...this.pictured].filter(one => one.startsWith(`${lab.number} `)).length;
    if (drawn >= PICTURES_A_LAB || this.pictured.has(table)) return null;
    this.pictured.add(table);
    return failurePicture(result);
  }

  /** A seed that a neighbour's end left without a run gets one, if nothing of its own ends it. */
  private async lastRuns(
    task: Task, runs: readonly SeedRun[], host: FreshHost,
  ): Promise<readonly SeedRun[]> {
    const last: SeedRun[] = [];
    for (const [n, seed] of task.seeds.entries()) {
      const known = runs[n];
      const isLast = known !== undefined && known.outcome.verdict !== 'failed';
      const run = isLast ? known : await this.runAlone(task, seed, host);
      last.push({...run, trace: isLast ? runs[0]!.trace : run.trace});
      if (isStopped(run)) break;
    }
    return last;
  }

  /** What a limit ended, it ends in a process that has done nothing before, or it was not this. */
  private async runAlone(task: Task, seed: number, host: FreshHost): Promise<SeedRun> {
    const {isFresh} = host;
    let run = await this.runSeed(task, {seed, host});
    if (!wasEnded(run)) return run;
    await host.renew();
    if (isFresh) return run;
    run = await this.runSeed(task, {seed, host});
    if (wasEnded(run)) await host.renew();
    return run;
  }

  async confirmed(findings: readonly Finding[]): Promise<readonly Finding[]> {
    const worlds = findings.filter(({verdict}) => verdict === 'passed')
      .flatMap(({task}) => this.worldsOf(task));
    const {confirming} = this.grounds.deaths;
    // None of these boxes is the reference's: there is nothing to route.
    const found = await confirm(worlds, () => this.givenHost(confirming));
    return findings.map(finding => {
      const {task} = finding;
      const differences = new Map(task.seeds.flatMap(seed => {
        const difference = found.get(keyOf(task, seed));
        return difference === undefined ? [] : [[seed, difference] as const];
      }));
      return differences.size === 0
        ? finding : unconfirmed(finding, differences, this.grounds.mayTell);
    });
  }

  private worldsOf(task: Task): readonly RecordedWorld[] {
    return [...this.recorded.get(task) ?? []].map(([seed, {records}]) => ({
      key: keyOf(task, seed),
      // What the reference did needs nobody's word.
      records: records.filter(({spec}) => !isOfReference(spec)),
    }));
  }

  /** All of a task's seeds; but one that stops the code, or finds it not written, is the last. */
  private async runSeeds(task: Task, host: Host): Promise<readonly SeedRun[]> {
    const runs: SeedRun[] = [];
    for (let first = 0; first < task.seeds.length; first += WORLDS_TOGETHER) {
      const group = task.seeds.slice(first, first + WORLDS_TOGETHER);
      const seen = await Promise.all(group.map(seed => this.runSeed(task, {seed, host})));
      // The steps of a run are many; the first run's stand for all.
      for (const run of seen) runs.push({...run, trace: runs[0]?.trace ?? run.trace});
      if (seen.some(isStopped)) break;
    }
    return runs;
  }

  private runSeed(
    task: Task, {seed, host}: {readonly seed: number; readonly host: Host},
  ): Promise<SeedRun> {
    const recording = new RecordingHost(host);
    const isConfirmed = task.confirmedSeeds.has(seed);
    if (isConfirmed) this.recordedOf(task).set(seed, recording);
    return runSeed(task.definition, {
      subject: this.grounds.subject, servedTests: this.grounds.servedTests,
      seed, host: isConfirmed ? recording : host,
    });
  }

  private recordedOf(task: Task): Map<number, RecordingHost> {
    const known = this.recorded.get(task) ?? new Map<number, RecordingHost>();
    this.recorded.set(task, known);
    return known;
  }

  private freshHost(): Host {
    return new RoutingHost({given: this.givenHost(this.grounds.deaths.running)});
  }

  private givenHost(deaths: Deaths): Host {
    return new RenewableHost(() => this.grounds.newHost(), deaths);
  }
}

/** Neighbours with one seed each go together. */
function groupsOf(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const groups: Task[][] = [];
  let open: Task[] | undefined;
  for (const task of tasks) {
    if (task.seeds.length > 1) {
      groups.push([task]);
      open = undefined;
    } else if (open !== undefined && open.length < WORLDS_TOGETHER) {
      open.push(task);
    } else {
      groups.push(open = [task]);
    }
  }
  return groups;
}

function isStopped({outcome}: SeedRun): boolean {
  return outcome.verdict === 'not written' || outcome.failure?.parts.cause !== undefined;
}

/** By the end of its process, which others may have brought near. */
function wasEnded({outcome}: SeedRun): boolean {
  const cause = outcome.failure?.parts.cause;
  return cause !== undefined && cause !== 'fault';
}

function keyOf({lab, definition}: Task, seed: number): string {
  return `${lab.number}-${definition.name}-s${seed}`;
}
