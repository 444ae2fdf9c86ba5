/**
 * Shuts submissions in: finds the best confinement this machine allows, and opens stages in it.
 *
 * Promises: which tier it is was found by trying, is in the report, and only tiers that shut the
 * files and the network are called secure. After `clear` and `close`, or if the grader is killed,
 * no process of a submission is left; folders are swept by the next grader at the latest. What a
 * tier shuts is in the command line that starts each program: if a part of it goes later, programs
 * do not start, and none starts in a lesser tier.
 * Hides: that student code of the same user could open Node's inspector in the grader by a signal.
 * Read next: confinement.ts, stage.ts; kept-sandbox.ts, for many submissions.
 */
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../../host/register.js';
import type {SandboxReport} from '../grade';
import type {CompiledBefore} from './compile';
import {CONFINEMENTS} from './confinement';
import type {Confinement, Mount, Tier} from './confinement';
import {packagesIn} from './guest-package';
import {claimPlace, isOpenTo, isRoot, sweepPlaces} from './place';
import type {Place} from './place';
import {isAvailable} from './probe';
import {Stage} from './stage';
import type {Equipment} from './stage';

export interface SandboxOptions {
  /** One for each submission graded at the same time: which user ids it takes. */
  readonly slot: number;
  /** A lesser tier than could be had. */
  readonly atMost?: Tier;
}

const TIERS: readonly Tier[] = [1, 2, 3, 4];
const CHECKER_PROGRAM = path.join(
  root, `node_modules/@typescript/typescript-${process.platform}-${process.arch}/lib`);

/** @throws Error if no process can be started at all. */
export async function findSandbox({slot, atMost = 1}: SandboxOptions): Promise<Sandbox> {
  refuseInspector();
  const place = claimPlace(slot);
  const node = nodeFor(place);
  for (const tier of TIERS) {
    const confinement = CONFINEMENTS[tier];
    if (tier < atMost || confinement.hasUsers && !isRoot() || tier === 2 && isRoot()) continue;
    if (await isAvailable(confinement, place, node)) {
      return new Sandbox(equip(confinement, place, node));
    }
  }
  place.leave();
  throw new Error('no process of its own can be started here');
}

export class Sandbox {
  private readonly stages = new Set<Stage>();
  private opened = 0;
  private last: {readonly folder: string; readonly compiled: CompiledBefore} | undefined;

  constructor(private equipment: Equipment) {}

  /** No other grader of this machine has it meanwhile. */
  get placeNumber(): number {
    return this.equipment.place.number;
  }

  get report(): SandboxReport {
    return this.equipment.confinement.report;
  }

  /**
   * Opened again for the same folder, a stage need not compile what an earlier one has.
   *
   * @param folder a submission's files, as intake takes them; they are copied. It is named once:
   * no other submission may come in a folder of the same name.
   */
  open(folder: string): Promise<Stage> {
    const made = this.equipment.place.makeFolder(`s${++this.opened}`);
    fs.cpSync(folder, path.join(made, 'skeleton'), {recursive: true});
    if (this.last?.folder !== folder) this.last = {folder, compiled: new Map()};
    const stage = new Stage(this.equipment, made, this.last.compiled);
    this.stages.add(stage);
    return Promise.resolve(stage);
  }

  /**
   * A program that ended without a word may never have begun, if what shuts it in is broken.
   *
   * @throws Error if it is: then nothing that was seen here says anything about the submission.
   */
  async expectSound(): Promise<void> {
    if (![...this.stages].some(stage => stage.hadSilentEnd)) return;
    const {confinement, place, node} = this.equipment;
    if (await isAvailable(confinement, place, node)) return;
    throw new Error(`the sandbox of tier ${this.report.tier} worked before, and no longer does`);
  }

  /** Ends and removes all of a submission. */
  async clear(): Promise<void> {
    await Promise.all([...this.stages].map(stage => stage.close()));
    this.stages.clear();
    this.last = undefined;
    this.opened = 0;
    this.equipment.place.clear();
  }

  /** Looks after what it needs as if it were found anew. False if it has lost its place. */
  renew(): boolean {
    const {confinement, place} = this.equipment;
    if (!place.isHeld) return false;
    sweepPlaces();
    this.equipment = equip(confinement, place, nodeFor(place));
    return true;
  }

  async close(): Promise<void> {
    await Promise.all([...this.stages].map(stage => stage.close()));
    this.equipment.place.leave();
  }
}

function nodeFor(place: Place): Mount {
  return {outside: openTo(place, process.execPath), inside: '/bin/node'};
}

function equip(confinement: Confinement, place: Place, node: Mount): Equipment {
  return {
    confinement, place, node, packages: packagesIn(place.shared),
    checkerProgram: openTo(place, CHECKER_PROGRAM),
  };
}

/** The file or folder itself, or a copy if the users of a place cannot get there. */
export function openTo(place: Pick<Place, 'folder' | 'shared'>, file: string): string {
  const real = fs.existsSync(file) ? fs.realpathSync(file) : file;
  if (!isRoot() || !fs.existsSync(real) || isOpenTo(path.dirname(real))) return real;
  const copy = path.join(place.shared, `${fs.statSync(real).mtimeMs}-${path.basename(real)}`);
  if (fs.existsSync(copy)) {
    // What nobody has asked for in a while is swept.
    const now = new Date();
    fs.utimesSync(copy, now, now);
    return copy;
  }
  const made = path.join(place.folder, path.basename(real));
  fs.cpSync(real, made, {recursive: true});
  try {
    fs.renameSync(made, copy);
  } catch (error) {
    // Another grader may have made the same copy meanwhile.
    if (!fs.existsSync(copy)) throw error;
    fs.rmSync(made, {recursive: true, force: true});
  }
  return copy;
}

const ignore = (): void => undefined;

/** Node opens its inspector on SIGUSR1 unless somebody listens to the signal. */
function refuseInspector(): void {
  if (!process.listeners('SIGUSR1').includes(ignore)) process.on('SIGUSR1', ignore);
}
