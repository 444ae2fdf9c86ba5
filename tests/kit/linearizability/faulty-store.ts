/**
 * A store that makes one kind of mistake, now and then: what lab 7's mistakes look like to clients.
 *
 * Read next: explain.spec.ts.
 */
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';
import {Chance} from '../../../harness/world/chance';
import {PlainStore} from './plain-store';

/** A read by a server that lags · a write only acknowledged · a command applied again, later. */
export type Mistake = 'stale' | 'lost' | 'twice';

const LAG = 30;

export class FaultyStore extends PlainStore {
  private readonly applied: KvInput[] = [];
  private readonly repeats: {readonly input: KvInput; readonly after: number}[] = [];
  private readonly chance: Chance;

  constructor(
    private readonly mistake: Mistake, private readonly probability: number, seed: number,
  ) {
    super();
    this.chance = new Chance(seed, mistake);
  }

  override run(input: KvInput): KvOutput {
    const isRead = input.op === 'get';
    const isMistaken = this.chance.happens(this.probability);
    if (isMistaken && this.mistake === 'stale' && isRead) return this.lagging(LAG).run(input);
    if (isMistaken && this.mistake === 'lost' && !isRead) return this.lagging(0).run(input);
    const output = this.apply(input);
    if (isMistaken && this.mistake === 'twice' && !isRead) {
      this.repeats.push({input, after: this.applied.length + this.chance.between(1, LAG)});
    }
    for (const {input: again} of this.due()) this.apply(again);
    return output;
  }

  private apply(input: KvInput): KvOutput {
    this.applied.push(input);
    return super.run(input);
  }

  private due(): readonly {readonly input: KvInput}[] {
    const isDue = ({after}: {readonly after: number}): boolean => after <= this.applied.length;
    const due = this.repeats.filter(isDue);
    for (const each of due) this.repeats.splice(this.repeats.indexOf(each), 1);
    return due;
  }

  /** A copy that has not applied the last few commands. */
  private lagging(by: number): PlainStore {
    const store = new PlainStore();
    for (const input of this.applied.slice(0, Math.max(0, this.applied.length - by))) {
      store.run(input);
    }
    return store;
  }
}
