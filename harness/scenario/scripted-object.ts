/**
 * Labs 1 and 2: a stand-alone object in a box, to which a test sends scripts.
 *
 * The object is built and used inside the box; what each operation answered is judged outside. So
 * the same tests run on code in another process, and a test cannot hand it a live reference.
 * Read next: host/script.ts, the operations.
 */
import type {ModuleSource} from '../host/box';
import {describeFrames} from '../host/script';
import type {Answer, Operation, Thrown, ThrownFrame} from '../host/script';
import {LabFailure} from '../world/lab-failure';
import type {World} from '../world/world';

/** The name of the box. */
export const OBJECT = 'the object';

export class ScriptedObject {
  constructor(
    private readonly world: World,
    private readonly modules: Readonly<Record<string, ModuleSource>>,
  ) {}

  /** Runs a script inside the box, names kept from call to call, and returns its answers. */
  async run(script: readonly Operation[]): Promise<readonly Answer[]> {
    const call = this.world.call(OBJECT, 'run', script);
    await this.world.run(this.world.nowMs);
    if (call.value === undefined) {
      throw new LabFailure({
        kind: 'contract',
        claim: `The code gave no answer to ${script.length} operations` +
          `${call.error === undefined ? '' : `: ${call.error}`}.`,
      });
    }
    const answers = JSON.parse(call.value) as unknown;
    if (areAnswers(answers, script.length)) return answers;
    throw new LabFailure({
      kind: 'contract', cause: 'process',
      claim: 'The process of the object answered as no object can — nobody but the kit writes ' +
        'answers.',
    });
  }

  /** The student's own frames of an error, for a failure: 'RaftLog.append (skeleton/log.ts:61)'. */
  framesOf({frames}: Thrown): readonly string[] {
    return describeFrames(frames, this.modules);
  }
}

/** The other side may be anybody: code that broke out of its box writes what it likes. */
function areAnswers(value: unknown, count: number): value is readonly Answer[] {
  return Array.isArray(value) && value.length === count && value.every(isAnswer);
}

function isAnswer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const [[key, told] = ['', null], ...others] = Object.entries(value);
  if (others.length > 0) return false;
  if (key === 'value') return true;
  if (key === 'undefined') return told === true;
  if (key === 'threw') return isThrown(told);
  return ['bytes', 'kept', 'refused', 'skipped'].includes(key) && typeof told === 'string';
}

function isThrown(value: unknown): boolean {
  const {name, message, frames} = Object(value) as Partial<Record<keyof Thrown, unknown>>;
  return typeof name === 'string' && typeof message === 'string' && Array.isArray(frames) &&
    frames.every(isFrame);
}

function isFrame(value: unknown): boolean {
  const {name, module, line} = Object(value) as Partial<Record<keyof ThrownFrame, unknown>>;
  return typeof name === 'string' && typeof module === 'string' && typeof line === 'number';
}
