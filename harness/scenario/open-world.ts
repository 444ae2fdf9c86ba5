/**
 * The world a scenario asks for: its network, its disks, and what its boxes are told at boot.
 *
 * Promises: conditions that are drawn come from a stream of their own for each seed, so that
 * nothing else moves when a scenario begins to draw them.
 * Read next: world/world.ts.
 */
import {isResults} from '../cluster/is-results';
import type {Settings} from '../raft/raft-server';
import {Chance} from '../world/chance';
import {CALM} from '../world/network';
import type {Conditions} from '../world/network';
import {World} from '../world/world';
import type {ScenarioOptions} from './definition';
import {FaultWatch} from './fault-watch';
import type {RunOptions} from './run';

/** The conditions this seed begins with. */
export function conditionsOf({conditions = {}}: ScenarioOptions, seed: number): Conditions {
  const given = typeof conditions === 'function'
    ? conditions(new Chance(seed, 'conditions')) : conditions;
  return {...CALM, ...given};
}

export function openWorld(
  options: ScenarioOptions, run: RunOptions & {conditions: Conditions; settings: Settings},
): World {
  const {host, seed, conditions, settings} = run;
  const world = new World({
    host, seed, conditions, off: new Set(run.off ?? []), isResults,
    settings: toldAtBoot(options, settings), unsynced: options.unsynced ?? 'lost',
    traceCapacity: run.wholeTrace === true ? Infinity : 4_000,
  });
  run.prepare?.(world);
  return world;
}

/** A world beside the scenario's own, for one run of a student's tests. */
export function freshWorld(run: RunOptions, settings: object): World {
  const world = new World({host: run.host, seed: run.seed, conditions: CALM, settings});
  run.prepare?.(world);
  world.observe(new FaultWatch(() => world.nowMs));
  return world;
}

/** What the servers serve: the key/value store, if there are clients. */
export function serviceOf({service, clients}: ScenarioOptions): 'kv' | undefined {
  return clients === undefined ? service : 'kv';
}

/** A scripted object is told its module; servers, their settings; both, if there are both. */
function toldAtBoot(options: ScenarioOptions, settings: Settings): object {
  const {servers, module, snapshotEvery, snapshotBytes, requestTimeoutMs} = options;
  const named = module === undefined ? {} : {module: `#solution/${module}`};
  if (servers === undefined && module !== undefined) return named;
  return {
    ...settings, ...named, service: serviceOf(options), snapshotEvery, snapshotBytes,
    requestTimeoutMs,
  };
}
