/**
 * Any messages through encodeFrame, any chunks through FrameDecoder, and back again.
 *
 * Promises: what fails is made smaller until nothing can be left out (fast-check); the failure
 * shows that smallest case. The scenario's seed decides everything.
 * Read next: 10-random-worlds.spec.ts.
 */
import fc from 'fast-check';
import type {Json} from '../../harness/raft';
import type {Scene} from '../../harness/scenario/definition';
import {EncodingScript} from './encoding-script';
import type {Cutting} from './frame-stream';
import {ANY_CHUNKS} from './framing-rules';
import {FramingScript} from './framing-script';

interface Case {
  readonly messages: readonly Json[];
  /** Lengths of chunks, used in turn until the stream is over. */
  readonly chunks: readonly number[];
}

/** JSON as it is after one trip through text, so that -0 is 0. */
const anyJson = fc.jsonValue({maxDepth: 2}).map(value => JSON.parse(JSON.stringify(value)) as Json);

const anyCase: fc.Arbitrary<Case> = fc.record({
  messages: fc.array(anyJson, {minLength: 1, maxLength: 4}),
  chunks: fc.array(fc.integer({min: 1, max: 40}), {minLength: 1, maxLength: 5}),
});

export class RandomStreams {
  constructor(private readonly scene: Scene) {}

  async expectRoundTrip({tries}: {readonly tries: number}): Promise<void> {
    const property = fc.asyncProperty(anyCase, each => this.roundTrip(each));
    const result = await fc.check(property, {seed: this.scene.seed, numRuns: tries});
    // Whatever the smallest case threw is the failure: of a rule, or of the box.
    if (result.failed) throw result.errorInstance;
  }

  private async roundTrip({messages, chunks}: Case): Promise<void> {
    const bytes = await new EncodingScript(this.scene).encoded(messages);
    const cutting: Cutting = cuttingOf(bytes.length, chunks);
    const frames = messages.map(message => ({message}));
    await new FramingScript(this.scene).expectFrames({bytes, frames}, [cutting], ANY_CHUNKS);
  }
}

function cuttingOf(bytes: number, chunks: readonly number[]): Cutting {
  const lengths: number[] = [];
  for (let left = bytes, n = 0; left > 0; n++) {
    const length = Math.min(left, chunks[n % chunks.length] ?? left);
    lengths.push(length);
    left -= length;
  }
  return lengths;
}
