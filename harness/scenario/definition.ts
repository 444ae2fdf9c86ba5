/**
 * What a test states about itself, and what its body is given.
 *
 * Read next: language.ts, in which tests are written.
 */
import type {TimedCluster} from '../cluster/timed-cluster';
import type {Clients} from '../cluster/clients';
import type {InitialServer} from '../cluster/cluster-base';
import type {Settings} from '../raft/raft-server';
import type {Chance} from '../world/chance';
import type {Unsynced} from '../world/disk';
import type {Conditions} from '../world/network';
import type {World} from '../world/world';
import type {ScriptedObject} from './scripted-object';
import type {StudentTests} from './student-tests';

/** What the body of a scenario may use. */
export interface Scene {
  readonly cluster: TimedCluster;
  /** Lab 7c: what they ask for is one history, which must be linearizable in the end. */
  readonly clients: Clients;
  /** Labs 1 and 2: a stand-alone object in a box, driven by scripts. */
  readonly object: ScriptedObject;
  /** The tests that students write, run on implementations that the scenario names. */
  readonly studentTests: StudentTests;
  readonly world: World;
  readonly seed: number;
  /** Lab 7d: boots a box that runs another given program around the subject's files. */
  addBox(
    program: 'transport' | 'driver' | 'wholeServer' | 'silent', id: string, group: string[],
  ): void;
  /** The test's own draws: which server to crash, how long to wait. */
  readonly chance: Chance;
  /** Whether a kind of fault may be used in this run. */
  allows(fault: string): boolean;
  /**
   * Whether the Go labs' scenarios are to be as long as they are there. `npm test` is content with
   * fewer rounds of the same; `npm run bench -- go-labs` is not.
   */
  readonly isFullLength: boolean;
  /** Says that something worth seeing has happened; see `mustReach`. */
  reached(goal: string): void;
  /**
   * A world beside this one, with the same seed, options and checks: up to the first thing that is
   * done differently, the same happens in it. If it fails, its trace and its servers are shown.
   */
  again(body: (scene: Scene) => Promise<void>): Promise<void>;
}

export interface ScenarioOptions {
  readonly points: number;
  /** The name in replay tokens; made from the title if absent. */
  readonly name?: string;
  /** How many servers. Absent: no cluster, but the scripted object of `module`. */
  readonly servers?: number;
  /**
   * Labs 1 and 2: the module the scripted object comes from, such as 'log'. With `servers` the
   * object stands beside them in the same world.
   */
  readonly module?: string;
  /** Disks before the first boot. */
  readonly initial?: Readonly<Record<string, InitialServer>>;
  /** Of the network; calm where nothing is said. As a function: drawn anew for each seed. */
  readonly conditions?: Partial<Conditions> | ((chance: Chance) => Partial<Conditions>);
  /** What a crash does to records that were not synced; they are lost if absent. */
  readonly unsynced?: Unsynced;
  readonly settings?: Partial<Settings>;
  /** Lab 7: 'kv' runs the student's key/value service instead of one that only takes notes. */
  readonly service?: 'kv';
  /** Lab 7: the service that takes notes hands over a snapshot after every so many entries. */
  readonly snapshotEvery?: number;
  /** Lab 7: the key/value service takes a snapshot when more bytes than these are stored. */
  readonly snapshotBytes?: number;
  /** Lab 7c: the test answers in the place of the servers, and none of them is started. */
  readonly serversPlayed?: boolean;
  /** Lab 7c: how many clients. The servers then run the key/value service. */
  readonly clients?: number;
  /** Lab 7c: how long a client waits for results before it asks another server. */
  readonly requestTimeoutMs?: number;
  /**
   * These boxes run the reference, and only the others the subject: all servers, all clients, or
   * those named, such as `['S1', 'C2']`. Where there is no reference, as in a student's copy, all
   * of them run the subject.
   */
  readonly reference?: 'servers' | 'clients' | readonly string[];
  /**
   * The default seeds; one if absent. A grade runs the first few (see grade/engine/tasks.ts), so
   * those that reach most, and catch most, stand first.
   */
  readonly seeds?: readonly number[];
  /**
   * In place of `seeds`, where a seed draws nothing and says which case it is: which order, or a
   * crash after which step. There are so many, seed n is case n, and none of them is left out.
   */
  readonly cases?: number;
  /** Kinds of fault in play, that can be switched off to take a failing seed apart. */
  readonly faults?: readonly string[];
  /** Goals that the default seeds together must reach, else the pass is worth nothing. */
  readonly mustReach?: readonly string[];
}

export interface ScenarioDefinition {
  readonly lab: number;
  readonly labName: string;
  /** The letter of the lab's part, if it has parts. */
  readonly part?: string;
  /** Whether it only grades. Its points are then a weight beside the other hidden ones'. */
  readonly isHidden?: boolean;
  readonly section: string;
  readonly group: string;
  readonly title: string;
  readonly name: string;
  readonly points: number;
  readonly seeds: readonly number[];
  readonly options: ScenarioOptions;
  readonly body: (scene: Scene) => Promise<void>;
}

/** Whether its seeds are cases, each of which is to be run once, rather than random worlds. */
export function hasCases({options}: ScenarioDefinition): boolean {
  return options.cases !== undefined;
}

/** Whether it is tried in random worlds, of which there are always more. */
export function isRandom(definition: ScenarioDefinition): boolean {
  return definition.seeds.length > 1 && !hasCases(definition);
}

/** The kit's settings, in ms; tests also run with another T. */
export const SETTINGS: Settings = {
  heartbeatIntervalMs: 50, electionTimeoutMs: 500, rpcTimeoutMs: 200,
};
