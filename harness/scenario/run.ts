/**
 * Runs a scenario: one world, one seed, one outcome.
 *
 * Promises: whatever happens becomes an outcome. A failure of the student's code, a function not
 * written yet, and a bug of the kit are told apart, and only the first two are the student's.
 * Read next: language.ts.
 */
import {raftChecks} from '../checks';
import {expectLogMatching} from '../checks/log-matching';
import {CallAnswers} from '../cluster/call-answers';
import {Clients} from '../cluster/clients';
import type {ClientsParts} from '../cluster/clients';
import {TimedCluster} from '../cluster/timed-cluster';
import {RaftWatch} from '../cluster/raft-watch';
import type {RaftCheck} from '../cluster/raft-watch';
import {drawHeld} from '../cluster/server-view';
import type {ServerView} from '../cluster/server-view';
import type {BoxSpec, Host} from '../host/box';
import {Chance} from '../world/chance';
import {describeConditions} from '../world/describe-conditions';
import {LabFailure} from '../world/lab-failure';
import type {FailureParts} from '../world/lab-failure';
import type {Conditions} from '../world/network';
import type {Trace} from '../world/trace';
import type {World} from '../world/world';
import {codeOf, codeThatRan} from './code-that-ran';
import type {CodeOfRun} from './code-that-ran';
import {SETTINGS} from './definition';
import type {ScenarioDefinition, Scene} from './definition';
import {FaultWatch, NotWrittenFault} from './fault-watch';
import {GoalWatch} from './goals';
import {authorOf, checkMix} from './mixed-cluster';
import {conditionsOf, freshWorld, openWorld, serviceOf} from './open-world';
import type {Outcome, ServerRow} from './outcome';
import {OBJECT, ScriptedObject} from './scripted-object';
import {partsOfSlip, slipOf} from './slip';
import {StudentTests, TESTS_SEED, runsKnownOn} from './student-tests';
import type {ServedStudentTests} from './student-tests';
import {PROGRAMS, modulesOf} from './subject';
import type {Subject} from './subject';
import {kitVersion, writeToken} from './token';

export interface RunOptions {
  readonly subject: Subject;
  readonly host: Host;
  readonly seed: number;
  /** Kinds of fault that are switched off. */
  readonly off?: readonly string[];
  /** The Go labs' scenarios as long as they are there. */
  readonly fullLength?: boolean;
  /** Keep every step, not only the last ones. */
  readonly wholeTrace?: boolean;
  /** Runs students' own tests, if they are not trusted. */
  readonly servedTests?: ServedStudentTests;
  /** Sees the world before anything happens in it: digests, counters, recorders. */
  readonly prepare?: (world: World) => void;
}

/** An outcome, and which goals the run reached. */
export interface SeedRun {
  readonly outcome: Outcome;
  readonly goals: ReadonlySet<string>;
  readonly trace: Trace;
}

interface Stage {
  readonly world: World;
  /** Those the world began with. */
  readonly conditions: Conditions;
  readonly watch: RaftWatch;
  readonly cluster: TimedCluster;
  readonly clients: Clients;
  readonly goals: GoalWatch;
  readonly scene: Scene;
  readonly requests: {count: number};
}

/** Runs one seed of a scenario. Never throws: what nobody meant is a failure of the kit's. */
export async function runSeed(definition: ScenarioDefinition, run: RunOptions): Promise<SeedRun> {
  try {
    return await runToEnd(definition, run);
  } catch (error) {
    const outcome = slipOf(definition, run.seed, error);
    return {outcome, goals: new Set(), trace: outcome.failure!.trace};
  }
}

async function runToEnd(definition: ScenarioDefinition, run: RunOptions): Promise<SeedRun> {
  const stages: Stage[] = [];
  const open = (): Stage => {
    const stage = setStage(definition, run, again);
    stages.push(stage);
    return stage;
  };
  const again: Scene['again'] = async body => {
    const stage = open();
    await play(definition, stage, body);
    stage.world.end();
    stages.pop();
  };
  const first = open();
  const seen = (stage: Stage) => ({goals: stage.goals.reached, trace: stage.world.trace});
  try {
    await play(definition, first, definition.body);
    return {...seen(first), outcome: outcomeOf(run, first, {verdict: 'passed'})};
  } catch (error) {
    // The world that was opened last and is not over is the one that failed.
    const stage = stages.at(-1) ?? first;
    return {...seen(stage), outcome: failed(definition, run, stage, error)};
  } finally {
    for (const {world} of stages) world.end();
  }
}

/** Boots what a scenario names, runs a body and then the checks that look at the end. */
async function play(
  definition: ScenarioDefinition, stage: Stage, body: ScenarioDefinition['body'],
): Promise<void> {
  const {world, cluster, clients, watch} = stage;
  await boot(definition, stage);
  await body(stage.scene);
  await world.run(world.nowMs);
  await cluster.expectTrueReports();
  expectLogMatching(watch.views, world.nowMs);
  clients.history.expectLinearizable();
}

function setStage(
  definition: ScenarioDefinition, run: RunOptions, again: Scene['again'],
): Stage {
  const {options} = definition;
  const settings = {...SETTINGS, ...options.settings};
  const conditions = conditionsOf(options, run.seed);
  const world = openWorld(options, {...run, conditions, settings});
  const servers = Array.from({length: options.servers ?? 0}, (_, n) => `S${n + 1}`);
  const watch = new RaftWatch(servers, () => world.nowMs);
  const goals = new GoalWatch();
  const requests = {count: 0};
  const modules = modulesOf(run.subject, definition.lab);
  const specOf = (id: string): BoxSpec => specFor(id, PROGRAMS.server, definition, run.subject);
  // Faults first: a box that stopped must not be judged by the rules of Raft.
  world.observe(new FaultWatch(() => world.nowMs));
  world.observe(new CallAnswers(() => world.nowMs));
  if (servers.length > 0) {
    watch.add(goals);
    watch.add({
      sent: (_server, _to, {type}) => {
        if (!type.endsWith('Results')) requests.count++;
      },
    });
    for (const check of checksFor(definition, servers)) watch.add(check);
    world.observe(watch);
  }
  if (servers.length === 0 || options.module !== undefined) {
    world.add({id: OBJECT, program: PROGRAMS.scripted, modules}, [OBJECT]);
  }
  const cluster = new TimedCluster({
    world, watch, servers, settings, specOf, initial: options.initial ?? {},
    isTimed: definition.lab >= 6,
  });
  const clients = clientsOf(definition, run.subject, {world, servers});
  const scene: Scene = {
    cluster, clients, world, object: new ScriptedObject(world, modules), seed: run.seed,
    studentTests: studentTestsOf(run),
    addBox: (program, id, group) => {
      world.add({id, program: PROGRAMS[program], modules}, group);
      world.boot(id);
    },
    chance: new Chance(run.seed, 'test'),
    allows: fault => run.off?.includes(fault) !== true,
    isFullLength: run.fullLength === true,
    reached: goal => goals.reach(goal),
    again,
  };
  return {world, conditions, watch, cluster, clients, goals, scene, requests};
}

function studentTestsOf(run: RunOptions): StudentTests {
  return new StudentTests(run.subject, {
    freshWorld: told => freshWorld({...run, seed: TESTS_SEED}, told), served: run.servedTests,
    // Whoever looks at every world is to see each of them.
    known: run.prepare === undefined ? runsKnownOn(run.host) : undefined,
  });
}

function clientsOf(
  definition: ScenarioDefinition, subject: Subject,
  parts: Pick<ClientsParts, 'world' | 'servers'>,
): Clients {
  const {clients} = definition.options;
  const names = Array.from({length: clients ?? 0}, (_, n) => `C${n + 1}`);
  checkMix(definition.options, [...parts.servers, ...names]);
  return new Clients({
    ...parts, clients: names, isAsked: clients !== undefined,
    specOf: id => specFor(id, PROGRAMS.client, definition, subject),
  });
}

function checksFor({lab, options}: ScenarioDefinition, servers: readonly string[]): RaftCheck[] {
  const isRecording = serviceOf(options) === undefined && options.snapshotEvery !== undefined;
  return raftChecks({servers, ownRecords: lab >= 7, isRecording});
}

async function boot(definition: ScenarioDefinition, stage: Stage): Promise<void> {
  if (definition.options.module !== undefined) stage.world.boot(OBJECT);
  if (definition.options.serversPlayed !== true) await stage.cluster.boot();
  await stage.clients.boot();
}

function specFor(
  id: string, program: string, {lab, options}: ScenarioDefinition, subject: Subject,
): BoxSpec {
  return {id, program, modules: modulesOf(authorOf(id, options, subject), lab)};
}

function outcomeOf(
  run: RunOptions, {world, requests}: Stage,
  parts: Pick<Outcome, 'verdict' | 'failure' | 'notWritten'>,
): Outcome {
  const {messages, bytes, inputs, effects} = world.counts;
  return {
    ...parts, seed: run.seed, virtualMs: world.nowMs, messages, requests: requests.count, bytes,
    events: inputs + effects,
  };
}

function failed(
  definition: ScenarioDefinition, run: RunOptions, stage: Stage, error: unknown,
): Outcome {
  if (error instanceof NotWrittenFault) {
    return outcomeOf(run, stage, {verdict: 'not written', notWritten: error.missing});
  }
  const {world, watch} = stage;
  const {lab, name} = definition;
  const off = run.off ?? [];
  return outcomeOf(run, stage, {
    verdict: 'failed',
    failure: {
      parts: withCode(error instanceof LabFailure ? error.parts : partsOfSlip(error), {
        trace: world.trace, modules: modulesOf(run.subject, lab),
        isSubjects: box => authorOf(box, definition.options, run.subject) === run.subject,
      }),
      atMs: world.nowMs,
      servers: watch.views.map(view => rowOf(view, stage.cluster.playedByTest)),
      trace: world.trace, needs: [],
      token: writeToken({lab, name, seed: run.seed, off, version: kitVersion()}),
      ...run.subject.named === undefined ? {} : {subject: run.subject.named},
      conditions: describeConditions(stage.conditions, new Set(off)),
    },
  });
}

/** A broken property has no stack: the functions that ran in that step lead to the line. */
function withCode(parts: FailureParts, code: CodeOfRun): FailureParts {
  const {functions} = parts;
  if (parts.stack !== undefined) return parts;
  if (functions !== undefined) return {...parts, stack: codeOf(functions, code.modules)};
  return parts.kind === 'safety' ? {...parts, stack: codeThatRan(code)} : parts;
}

function rowOf(view: ServerView, playedByTest: ReadonlySet<string>): ServerRow {
  const {id, isUp, incarnation} = view;
  const {role, currentTerm, votedFor, commitIndex, lastApplied} = view.state;
  if (playedByTest.has(id)) return {id, role: 'played by the test'};
  if (incarnation === -1) return {id, role: 'not started'};
  const log = drawHeld(view);
  return isUp
    ? {id, role, currentTerm, votedFor, commitIndex, lastApplied, log}
    : {id, role: 'crashed', currentTerm, votedFor, log};
}
