/**
 * Tries an attack: graded as a class would be, and once in a plain process, to see it armed.
 *
 * Read next: attacks.spec.ts, which judges what comes back.
 */
import fs from 'node:fs';
import path from 'node:path';
import {gradeSubmission} from '../../../harness/grade/engine/grade-submission';
import type {Grade} from '../../../harness/grade/grade';
import {DEFAULT_POLICY} from '../../../harness/grade/policy';
import {ProcessHost} from '../../../harness/host/process-host';
import {root} from '../../../harness/host/register.js';
import {allLabs, findLab} from '../../../harness/scenario/labs';
import {registry} from '../../../harness/scenario/registry';
import {resultOf} from '../../../harness/scenario/results';
import type {Armed, Attack, Files} from './attack';
import type {Ground} from './ground';

export interface NamedAttack extends Attack {
  /** Folder and file: 'loops/regex'. */
  readonly id: string;
}

/**
 * Attacks by folder and name: every third of each kind, which `npm test` has the time for, or
 * those that ATTACKS in the environment names: 'loops|memory/heap', or '.' for all.
 */
export function chosenAttacks(): readonly NamedAttack[] {
  const {ATTACKS} = process.env;
  if (ATTACKS === undefined) return allAttacks((_id, n) => n % 3 === 0);
  const pattern = new RegExp(ATTACKS);
  return allAttacks(id => pattern.test(id));
}

/** @param isChosen is given the place within its kind, too. */
export function allAttacks(
  isChosen: (id: string, n: number) => boolean = () => true,
): readonly NamedAttack[] {
  return fs.readdirSync(__dirname, {withFileTypes: true}).filter(entry => entry.isDirectory())
    .flatMap(({name}) => fs.readdirSync(path.join(__dirname, name)).sort()
      .map(file => path.join(name, file.replace(/\.ts$/, '')))
      .filter(isChosen))
    .map(id => {
      const {attack} = require(path.join(__dirname, `${id}.ts`)) as {attack: Attack};
      return {id, ...attack};
    });
}

/** Wall-clock ms for an answer of those that stay silent; all others have what any code has. */
const PATIENCE_MS = 8_000;

/** What one run in a plain process showed. */
export interface Shown {
  readonly isPassed: boolean;
  /** Claims of what failed. */
  readonly told: string;
  readonly mark: string;
  readonly visitors: number;
  readonly strays: readonly string[];
}

export class Trial {
  private readonly honest = new Map<string, Promise<Grade>>();
  private count = 0;

  constructor(private readonly ground: Ground, private readonly plain: Ground) {}

  /** The grade of the attack, on the ground where nothing may be touched. */
  gradeAttack(attack: NamedAttack, slot: number): Promise<Grade> {
    return this.grade(attack, attack.files, slot);
  }

  /** The grade of the same code without its tricks; one for all attacks that share it. */
  gradeHonest(attack: NamedAttack, slot: number): Promise<Grade> {
    const {lab, scenarios, honest} = attack;
    const key = JSON.stringify([lab, scenarios, honest]);
    let grade = this.honest.get(key);
    if (grade === undefined) {
      this.honest.set(key, grade = this.grade({...attack, handIn: undefined}, honest, slot));
    }
    return grade;
  }

  /** One run in a plain process, with nothing around it. */
  async show(attack: NamedAttack): Promise<Shown> {
    const {lab, scenarios, files, armed, id} = attack;
    const before = this.plain.visitors;
    const folder = this.lay(this.plain, lab, this.filled(this.plain, id, blunted(files, armed)));
    const host = new ProcessHost(patienceWith(attack));
    const results = [];
    for (const name of scenarios) {
      const definition = registry.find(findLab(String(lab)), name);
      const seeds = definition.seeds.length > 1 ? [1, 2] : undefined;
      results.push(await resultOf(definition, {
        subject: {name: 'skeleton', folder}, host, explain: false, seeds,
      }));
    }
    await host.close();
    const strays = this.plain.strayProcesses();
    for (const stray of strays) end(Number.parseInt(stray, 10));
    return {
      isPassed: results.every(({verdict}) => verdict === 'passed'), strays,
      told: results.map(({shown}) => shown.failure?.parts.claim ?? '').join('\n'),
      mark: this.plain.takeMark(id), visitors: this.plain.visitors - before,
    };
  }

  private grade(
    attack: Omit<NamedAttack, 'handIn'> & {readonly handIn?: Attack['handIn'] | undefined},
    files: Files, slot: number,
  ): Promise<Grade> {
    const {ground} = this;
    const filled = this.filled(ground, attack.id, files);
    const folder = this.lay(ground, attack.lab, filled);
    const handedIn = attack.handIn?.(this.withReference(attack.lab, filled), folder) ?? folder;
    return gradeSubmission({name: 'mallory', path: handedIn}, {
      labs: [findLab(String(attack.lab))], policy: DEFAULT_POLICY, workFolder: ground.work, slot,
      sandbox: {require: false}, only: attack.scenarios, ...patienceWith(attack),
    });
  }

  private filled(ground: Ground, id: string, files: Files): Files {
    return Object.fromEntries(Object.entries(files)
      .map(([name, text]) => [name, ground.fill(text, id)]));
  }

  /** A folder of the reference's files up to a lab, with others laid over them. */
  private lay(ground: Ground, lab: number, files: Files): string {
    const folder = path.join(ground.handedIn, String(++this.count));
    for (const [name, text] of Object.entries(this.withReference(lab, files))) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
      fs.writeFileSync(path.join(folder, name), text);
    }
    return folder;
  }

  private withReference(lab: number, files: Files): Files {
    const needed = allLabs().filter(({number}) => number <= lab)
      .flatMap(one => one.files.map(({file}) => file));
    const read = (file: string): string =>
      fs.readFileSync(path.join(root, 'reference', file), 'utf8');
    return {...Object.fromEntries(needed.map(file => [file, read(file)])), ...files};
  }
}

function patienceWith({staysSilent}: Pick<Attack, 'staysSilent'>): {deadlineMs?: number} {
  return staysSilent === true ? {deadlineMs: PATIENCE_MS} : {};
}

function blunted(files: Files, armed: Armed): Files {
  const blunt = 'blunt' in armed ? armed.blunt : undefined;
  if (blunt === undefined) return files;
  const {find, replace} = blunt;
  const changed = Object.entries(files)
    .map(([name, text]) => [name, text.split(find).join(replace)] as const);
  if (changed.every(([name, text]) => files[name] === text)) throw new Error(`no ${find} in it`);
  return Object.fromEntries(changed);
}

/** A process that this trial has started, by its id. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
