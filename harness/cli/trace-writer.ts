/**
 * Writes traces: a picture and a text in columns for each failure, or for every claim.
 *
 * Promises: a failing world is run once more with every step kept. A folder that cannot be written
 * to is no reason to fail a test.
 * Read next: report/trace-columns.ts, report/trace-picture.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {Host} from '../host/box';
import {root} from '../host/register.js';
import {PLAIN} from '../report/look';
import {renderTrace} from '../report/trace-columns';
import {tracePicture} from '../report/trace-picture';
import type {ScenarioDefinition} from '../scenario/definition';
import type {ScenarioResult} from '../scenario/outcome';
import {runSeed} from '../scenario/run';
import type {Subject} from '../scenario/subject';
import {kitVersion, writeToken} from '../scenario/token';
import {digestOf, noteDigest} from './subject-digest';

export interface TraceWriterOptions {
  readonly subject: Subject;
  readonly host: Host;
  /** Also for claims that passed. */
  readonly all: boolean;
}

/** A trace of more steps than this is of no use to a person as a picture. */
const STEPS_IN_PICTURE = 4_000;

export class TraceWriter {
  private readonly paths = new Map<ScenarioResult, string>();

  constructor(private readonly options: TraceWriterOptions) {}

  /** Where the trace of a result was written, relative to the project; null if it was not. */
  pathOf(result: ScenarioResult): string | null {
    return this.paths.get(result) ?? null;
  }

  async write(definition: ScenarioDefinition, result: ScenarioResult): Promise<void> {
    if (result.verdict === 'not written') return;
    if (result.verdict === 'passed' && !this.options.all) return;
    const {subject, host} = this.options;
    const {lab, name} = definition;
    const {seed} = result.shown;
    const {trace} = await runSeed(definition, {subject, host, seed, wholeTrace: true});
    const token = writeToken({lab, name, seed, off: [], version: kitVersion()});
    noteDigest(token, digestOf(subject, lab));
    const text = `${renderTrace(trace, PLAIN).join('\n')}\n`;
    const written = this.keep(`${token}.txt`, text);
    const picture = trace.length > STEPS_IN_PICTURE ? null
      : this.keep(`${token}.html`, tracePicture(result, trace));
    const shown = picture ?? written;
    if (shown !== null) this.paths.set(result, shown);
  }

  private keep(name: string, text: string): string | null {
    const folder = path.join(root, 'traces');
    try {
      fs.mkdirSync(folder, {recursive: true});
      fs.writeFileSync(path.join(folder, name), text);
    } catch {
      return null;
    }
    return `traces/${name}`;
  }
}
