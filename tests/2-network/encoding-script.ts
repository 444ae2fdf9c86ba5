/**
 * The words that tests of encodeFrame are written in: a message goes in, bytes come out.
 *
 * Promises: a frame is judged by what its bytes say, however it writes the JSON.
 * Read next: frame-words.ts; 07-frames.spec.ts.
 */
import {isDeepStrictEqual} from 'node:util';
import type {ScriptValue} from '../../harness/host/script';
import type {Json} from '../../harness/raft';
import {bytesIn, faultIn, hexWords} from './frame-words';
import {message} from './frame-stream';
import {ENCODED, NO_JSON_TEXT} from './framing-rules';
import {RecordedScript, shown, written} from './recorded-script';
import type {ToldOperation} from './recorded-script';
import type {Rule} from './rules';

export class EncodingScript extends RecordedScript {
  /** Judges encodeFrame by what its bytes say, however it writes the JSON. */
  async expectEncoded(value: Json): Promise<void> {
    const told = `encodeFrame(${shown(value)})`;
    const answer = await this.ask({
      operation: {callFunction: 'encodeFrame', arguments: [{$json: value}]}, told,
    });
    this.judgeEncoded(value, bytesIn(answer));
  }

  /** The stream of several messages, each frame judged on the way. */
  async encoded(values: readonly Json[]): Promise<Uint8Array> {
    for (const value of values) {
      this.add({
        operation: {callFunction: 'encodeFrame', arguments: [{$json: value}]},
        told: `encodeFrame(${shown(value)})`,
      });
    }
    const frames = (await this.runAll()).map(bytesIn);
    values.forEach((value, n) => this.judgeEncoded(value, frames[n]));
    return Buffer.concat(frames.flatMap(frame => frame ?? []));
  }

  private judgeEncoded(value: Json, frame: Uint8Array | undefined): void {
    const fault = faultIn(frame, value);
    if (fault === undefined) return;
    this.break(ENCODED, {
      what: `The frame of ${shown(value)} ${fault.words}`,
      facts: [
        {who: 'the frame', what: frame === undefined ? 'no Uint8Array' : hexWords(frame)},
        {who: 'one that is right', what: hexWords(message(value).bytes)},
      ],
      hint: fault.hint,
    });
  }

  /** Encodes one message, then another, and looks at the first one's bytes again. */
  async expectKeepsBytes(first: Json, second: Json, rule: Rule): Promise<void> {
    const encoding = (value: Json, as: string): ToldOperation => ({
      operation: {callFunction: 'encodeFrame', arguments: [{$json: value}], as},
      told: `encodeFrame(${shown(value)})`,
    });
    const looking = {operation: {read: 'frame'}, told: 'looks at the first frame'};
    this.add(encoding(first, 'frame'));
    const before = bytesIn(await this.ask(looking)) ?? new Uint8Array();
    this.add(encoding(second, 'other frame'));
    const after = bytesIn(await this.ask(looking)) ?? new Uint8Array();
    if (before.length > 0 && isDeepStrictEqual(before, after)) return;
    this.break(rule, {
      what: `The frame of ${shown(first)} changed when ${shown(second)} was encoded`,
      facts: [
        {who: 'before', what: hexWords(before)}, {who: 'after', what: hexWords(after)},
      ],
      hint: rule.hints?.other,
    });
  }

  async expectNotEncoded(value: ScriptValue): Promise<void> {
    const told = `encodeFrame(${written(value)})`;
    const answer = await this.attempt({
      operation: {callFunction: 'encodeFrame', arguments: [value], as: 'frame'}, told,
    });
    const thrown = 'threw' in answer ? answer.threw : undefined;
    if (thrown?.name === 'TypeError') return;
    const found = thrown === undefined ? 'was accepted' : `threw ${thrown.name}: ${thrown.message}`;
    this.break(NO_JSON_TEXT, {
      what: `The call ${told} ${found}`,
      facts: [{who: 'the call', what: found}, {who: 'the rule', what: 'throws a TypeError'}],
      ...(thrown === undefined ? {} : {thrown}),
    });
  }
}
