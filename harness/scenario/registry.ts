/**
 * Collects scenarios as spec files state them, so that a test, a replay, a grader and the matrix of
 * broken variants all run the very same ones.
 *
 * Promises: loading a spec file twice adds nothing. Under mocha each scenario is also an `it`.
 * Read next: run.ts.
 */
import type {ScenarioDefinition} from './definition';
import {folderOf, specFilesOf} from './labs';
import type {Lab, LabPart} from './labs';
import type {ResultOptions} from './results';

/** Where in a spec file a scenario is being stated. */
export interface Place {
  readonly lab: number;
  readonly labName: string;
  /** The letter of the lab's part, if it has parts. */
  readonly part?: string;
  readonly section: string;
  readonly group: string;
}

export class Registry {
  /** Set while `lab` and `section` run their bodies. */
  place: Place | undefined;
  /** What mocha's tests run on; the command line sets it before mocha starts. */
  options: ResultOptions | undefined;
  private readonly definitions = new Map<string, ScenarioDefinition>();
  private muted = false;

  /** Whether spec files being loaded now become mocha tests too. */
  get definesMochaTests(): boolean {
    return !this.muted && typeof Reflect.get(globalThis, 'describe') === 'function';
  }

  add(definition: ScenarioDefinition): void {
    const key = `${definition.lab}-${definition.name}`;
    const known = this.definitions.get(key);
    if (known !== undefined && known.title !== definition.title) {
      throw new Error(`two scenarios of lab ${definition.lab} are called ${definition.name}`);
    }
    this.definitions.set(key, definition);
  }

  /** The scenarios of a lab, in the order of its files; loads them if they are not yet known. */
  scenariosOf(lab: Lab, part?: LabPart): readonly ScenarioDefinition[] {
    this.muted = true;
    try {
      for (const file of specFilesOf(lab)) require(file);
    } finally {
      this.muted = false;
    }
    return [...this.definitions.values()].filter(definition => definition.lab === lab.number &&
      (part === undefined || definition.part === part.letter));
  }

  /** @throws Error naming what there is. */
  find(lab: Lab, name: string): ScenarioDefinition {
    const all = this.scenariosOf(lab);
    const found = all.find(definition => definition.name === name);
    if (found !== undefined) return found;
    throw new Error(`lab ${folderOf(lab)} has no scenario "${name}"; it has ` +
      all.map(definition => definition.name).join(', '));
  }
}

/** The one registry of this process. */
export const registry = new Registry();
