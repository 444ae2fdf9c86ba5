/**
 * Boxes that run one file of a student's, in a world of their own.
 *
 * Read next: fixtures/student-guest.ts, the program inside.
 */
import path from 'node:path';
import type {BoxSpec, Host} from '../../../harness/host/box';
import type {Json} from '../../../harness/host/json';
import {root} from '../../../harness/host/register.js';
import {FaultWatch} from '../../../harness/scenario/fault-watch';
import {CALM} from '../../../harness/world/network';
import {World} from '../../../harness/world/world';
import type {WorldOptions} from '../../../harness/world/world';
import {writeFiles} from './broken-subject';

export interface StudentWorld extends Partial<Omit<WorldOptions, 'host'>> {
  readonly host: Host;
  /** Names the folder of the file. */
  readonly id: string;
  /** student.ts, whose functions get a GuestContext and what the test gives. */
  readonly text: string;
  readonly servers?: number;
}

export class StudentBoxes {
  readonly servers: readonly string[];
  readonly world: World;
  private readonly file: string;

  constructor({host, id, text, servers = 1, ...options}: StudentWorld) {
    this.servers = Array.from({length: servers}, (_, n) => `S${n + 1}`);
    this.world = new World({
      seed: 1, settings: {}, conditions: CALM, traceCapacity: Infinity, ...options, host,
    });
    this.world.observe(new FaultWatch(() => this.world.nowMs));
    this.file = writeFiles(id, {'student.ts': text})['student.ts']!;
    for (const server of this.servers) this.add(server);
  }

  /** Adds a box that knows the servers, and boots it. It need not be one of them. */
  add(id: string): void {
    this.world.add(specOf(id, this.file), this.servers);
    this.world.boot(id);
  }

  /** What a function of the student's answers at this instant; undefined if it does not. */
  async call(
    server: string, method: string, ...values: readonly Json[]
  ): Promise<Json | undefined> {
    const call = this.world.call(server, method, values);
    await this.world.run(this.world.nowMs);
    if (call.error !== undefined) throw new Error(call.error);
    return call.value === undefined ? undefined : JSON.parse(call.value) as Json;
  }

  async runFor(ms: number): Promise<void> {
    await this.world.run(this.world.nowMs + ms);
  }

  /** Crashes a server and boots it again at this instant. */
  async restart(server: string): Promise<void> {
    if (this.world.isUp(server)) this.world.crash(server);
    this.world.boot(server);
    await this.runFor(0);
  }

  /** The messages that reached a server, as 'S1: "hello"'. */
  receivedBy(server: string): readonly string[] {
    return this.world.trace.steps.flatMap(step =>
      step.kind === 'input' && step.box === server && step.input.kind === 'receive'
        ? [`${step.input.from}: ${step.input.message}`] : []);
  }

  /** What a server printed. */
  printedBy(server: string): readonly string[] {
    return this.world.trace.steps.flatMap(step =>
      step.kind === 'effect' && step.box === server && step.effect.kind === 'log'
        ? [step.effect.line] : []);
  }

  /** What became of messages that did not simply arrive. */
  get fates(): readonly string[] {
    return this.world.trace.steps.flatMap(step =>
      step.kind === 'fate' ? [`${step.from} → ${step.to} ${step.fate}`] : []);
  }
}

function specOf(id: string, file: string): BoxSpec {
  return {
    id, program: path.join(__dirname, 'fixtures/student-guest.ts'),
    modules: {
      '#raft': {file: path.join(root, 'harness/raft/index.ts'), shownAs: 'harness/raft/index.ts'},
      '#solution/student': {file, shownAs: 'skeleton/student.ts'},
    },
  };
}
