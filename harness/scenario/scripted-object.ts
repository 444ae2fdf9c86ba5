/**
 * Labs 1 and 2: a stand-alone object in a box, to which a test sends scripts.
 *
 * The object is built and used inside the box; what each operation answered is judged outside. So
 * the same tests run on code in another process, and a test cannot hand it a live reference.
 * Read next: host/script.ts, the operations.
 */
import type {ModuleSource} from '../host/box';
import {describeFrames} from '../host/script';
import type {Answer, Operation, Thrown} from '../host/script';
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
    return JSON.parse(call.value) as readonly Answer[];
  }

  /** The student's own frames of an error, for a failure: 'RaftLog.append (skeleton/log.ts:61)'. */
  framesOf({frames}: Thrown): readonly string[] {
    return describeFrames(frames, this.modules);
  }
}
