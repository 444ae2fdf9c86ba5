/**
 * Collects scenarios as spec files state them, so that a test, a replay, a grader and the matrix of
 * broken variants all run the very same ones.
 *
 * Promises: loading a spec file twice adds nothing. Under mocha each scenario is also an `it`.
 * Read next: run.ts.
 */
import type {ScenarioDefinition} from './definition';
import {folderOf, hasHiddenTests, specFilesOf} from './labs';
import type {Lab, LabPart, NamedLab} from './labs';
import type {ResultOptions} from './results';

/** Where in a spec file a scenario is being stated. */
export interface Place {
  readonly lab: number;
  readonly labName: string;
  /** The letter of the lab's part, if it has parts. */
  readonly part?: string;
  /** Whether it is one of tests/hidden, which only grade. */
  readonly isHidden?: boolean;
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

  /**
   * The scenarios of a lab that everybody has, in the order of its files; loads them if they are
   * not yet known.
   */
  scenariosOf(lab: Lab, part?: LabPart): readonly ScenarioDefinition[] {
    return this.load({lab, ...part === undefined ? {} : {part}});
  }

  /** The same for those that only grade. In a student's copy there are none. */
  hiddenScenariosOf(lab: Lab, part?: LabPart): readonly ScenarioDefinition[] {
    return this.load({lab, isHidden: true, ...part === undefined ? {} : {part}});
  }

  /** The scenarios of what was named: hidden ones, or those that everybody has. */
  scenariosNamed({lab, part, isHidden}: NamedLab): readonly ScenarioDefinition[] {
    return isHidden === true ? this.hiddenScenariosOf(lab, part) : this.scenariosOf(lab, part);
  }

  /** By the name in its token, hidden or not. @throws Error naming what there is, in one line. */
  find(lab: Lab, name: string): ScenarioDefinition {
    const all = [...this.scenariosOf(lab), ...this.hiddenScenariosOf(lab)];
    const found = all.find(definition => definition.name === name);
    if (found !== undefined) return found;
    const none = `lab ${folderOf(lab)} has no scenario "${name}"`;
    throw new Error(hasHiddenTests()
      ? `${none}; it has ${all.map(definition => definition.name).join(', ')}`
      : `${none} in this copy: it is mistyped, or one of the tests that only grade`);
  }

  private load({lab, part, isHidden = false}: NamedLab): readonly ScenarioDefinition[] {
    this.muted = true;
    try {
      for (const file of specFilesOf({lab, isHidden})) require(file);
    } finally {
      this.muted = false;
    }
    return [...this.definitions.values()].filter(definition => definition.lab === lab.number &&
      (definition.isHidden === true) === isHidden &&
      (part === undefined || definition.part === part.letter));
  }
}

/** The one registry of this process. */
export const registry = new Registry();
