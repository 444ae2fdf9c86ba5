/**
 * Keeps what each box of one world was given and did, so that it can be fed the same again.
 *
 * Promises: changes nothing: inputs go on, and effects come back, as they are.
 * Read next: confirm.ts, which feeds them again.
 */
import type {BatchEffects, BoxInput, BoxSpec, Effect, Host, Input} from '../../host/box';

/** One life of one box, from its boot to its crash or to the end. */
export interface BoxRecord {
  readonly spec: BoxSpec;
  readonly inputs: Input[];
  /** Of each input. */
  readonly effects: (readonly Effect[])[];
}

/** One for each world; many of them share a host. */
export class RecordingHost implements Host {
  readonly name: Host['name'];
  private readonly lives = new Map<number, BoxRecord>();

  constructor(private readonly host: Host) {
    this.name = host.name;
  }

  /** In the order of their boots. */
  get records(): readonly BoxRecord[] {
    return [...this.lives.values()];
  }

  newBox(): number {
    return this.host.newBox();
  }

  async step(batch: readonly BoxInput[]): Promise<BatchEffects> {
    const effects = await this.host.step(batch);
    batch.forEach((item, n) => this.keep(item, effects[n] ?? []));
    return effects;
  }

  drop(box: number): void {
    this.host.drop(box);
  }

  /** The host is shared: who made it closes it. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  private keep({box, input, spec}: BoxInput, effects: readonly Effect[]): void {
    let life = this.lives.get(box);
    if (life === undefined && spec !== undefined) {
      this.lives.set(box, life = {spec, inputs: [], effects: []});
    }
    life?.inputs.push(input);
    life?.effects.push(effects);
  }
}
