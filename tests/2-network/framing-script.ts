/**
 * The words that tests of FrameDecoder are written in: chunks go in, frames come out.
 *
 * Promises: a failure shows the stream, the chunks that it came in, and what each of them gave.
 * Read next: frame-stream.ts, frame-words.ts; 07-frames.spec.ts.
 */
import {isDeepStrictEqual} from 'node:util';
import type {Frame} from '../../harness/raft';
import type {Scene} from '../../harness/scenario/definition';
import {cutInto} from './frame-stream';
import type {Cutting, Stream} from './frame-stream';
import {
  bytesOf, cuttingWords, framesIn, framesWords, frameWords, hexWords, pushFacts,
} from './frame-words';
import {symptomOf} from './network-words';
import {RecordedScript} from './recorded-script';
import type {ToldOperation} from './recorded-script';
import type {Rule} from './rules';

export class FramingScript extends RecordedScript {
  /** @param frameBytesMax the decoders' limit; their own default if absent. */
  constructor(scene: Scene, private readonly frameBytesMax?: number) {
    super(scene);
  }

  makeDecoder(as: string): void {
    const {frameBytesMax} = this;
    const limits = frameBytesMax === undefined ? {} : {arguments: [{frameBytesMax}]};
    this.add({
      operation: {construct: 'FrameDecoder', as, ...limits}, told: `makes ${as}`, silent: true,
    });
  }

  /** Names bytes, so that a test can change them afterwards. */
  keepBytes(as: string, bytes: Uint8Array): void {
    this.add({
      operation: {make: bytesOf(bytes), as}, told: `makes ${as} of ${bytes.length} bytes`,
    });
  }

  /** Overwrites kept bytes, as a socket does that uses its buffer again. */
  overwrite(name: string): void {
    this.add({
      operation: {call: 'fill', on: name, arguments: [0x2a], as: 'filled'},
      told: `fills ${name} with other bytes`,
    });
  }

  /** Pushes bytes, kept ones or others, and judges what this push alone gives. */
  async expectPush(
    decoder: string, chunk: Uint8Array | string, awaited: readonly Frame[], rule: Rule,
  ): Promise<void> {
    const found = framesIn(await this.ask(pushing(decoder, chunk)));
    if (isDeepStrictEqual(found, awaited)) return;
    this.break(rule, {
      what: `FrameDecoder.push gave ${framesWords(found)}`,
      facts: [
        {who: 'this chunk', what: `gave ${framesWords(found)}`},
        {who: 'the rule', what: `it gives ${framesWords(awaited)}`},
      ],
      hint: rule.hints?.[symptomOf(found.map(frameWords), awaited.map(frameWords))],
    });
  }

  /** Feeds a stream to a new decoder for each cutting, and judges all that comes out. */
  async expectFrames(stream: Stream, cuttings: readonly Cutting[], rule: Rule): Promise<void> {
    const said = cuttings.length === 1 ? '' : `, cut in ${cuttings.length} ways`;
    this.scene.world.act(`the stream ${hexWords(stream.bytes)}${said}`);
    for (const cutting of cuttings) {
      this.makeDecoder('decoder');
      for (const chunk of cutInto(stream, cutting)) {
        this.add({...pushing('decoder', chunk), silent: true});
      }
    }
    const answers = [...await this.runAll()];
    for (const cutting of cuttings) {
      const pushes = answers.splice(0, 1 + cutting.length).slice(1).map(framesIn);
      this.judge(stream, cutting, {pushes, rule});
    }
  }

  private judge(
    stream: Stream, cutting: Cutting,
    {pushes, rule}: {readonly pushes: readonly (readonly Frame[])[]; readonly rule: Rule},
  ): void {
    const found = pushes.flat();
    if (isDeepStrictEqual(found, stream.frames)) return;
    const chunks = cutting.length === 1 ? 'in one chunk' : `cut into ${cuttingWords(cutting)}`;
    this.break(rule, {
      what: `FrameDecoder gave ${framesWords(found)} for ${stream.bytes.length} bytes ${chunks}`,
      facts: [
        ...pushFacts(cutInto(stream, cutting), pushes),
        {who: 'in all', what: framesWords(found)},
        {who: 'the rule', what: framesWords(stream.frames)},
      ],
      hint: rule.hints?.[symptomOf(found.map(frameWords), stream.frames.map(frameWords))],
    });
  }

  /** Pushes kept bytes many times into an oversize frame, and weighs what the decoder holds. */
  async expectSkipped(
    decoder: string, chunk: string, {times, bytesAtMost, rule}: {
      readonly times: number; readonly bytesAtMost: number; readonly rule: Rule;
    },
  ): Promise<void> {
    this.scene.world.act(`${decoder}.push(${chunk}) ${times} times`);
    for (let n = 0; n < times; n++) this.add({...pushing(decoder, chunk), silent: true});
    const told = (await this.runAll()).slice(-times).flatMap(framesIn);
    const held = await this.weigh(decoder);
    if (told.length === 0 && held <= bytesAtMost) return;
    this.break(rule, {
      what: told.length > 0
        ? `FrameDecoder gave ${framesWords(told)} for bytes that it skips`
        : `FrameDecoder holds ${held} bytes in the middle of an oversize frame`,
      facts: [
        {who: decoder, what: `gave ${framesWords(told)} and holds ${held} bytes`},
        {who: 'the rule', what: `gives no frame and holds at most ${bytesAtMost} bytes`},
      ],
      hint: rule.hints?.other,
    });
  }

  private async weigh(decoder: string): Promise<number> {
    const answer = await this.ask({
      operation: {weigh: decoder}, told: `weighs ${decoder}`, silent: true,
    });
    return 'value' in answer ? Number(answer.value) : NaN;
  }
}

/** @param chunk bytes, or the name of kept ones. */
function pushing(decoder: string, chunk: Uint8Array | string): ToldOperation {
  const isName = typeof chunk === 'string';
  return {
    operation: {
      call: 'push', on: decoder, arguments: [isName ? {$ref: chunk} : bytesOf(chunk)],
    },
    told: `${decoder}.push(${isName ? chunk : hexWords(chunk)})`,
  };
}
