/**
 * Small hand-made traces and results for the tests of the renderers.
 *
 * Read next: render-failure.spec.ts.
 */
import type {Effect} from '../../../harness/host/box';
import type {
  FailureReport, Outcome, ScenarioResult, ServerRow,
} from '../../../harness/scenario/outcome';
import type {FailureParts} from '../../../harness/world/lab-failure';
import type {Fate, NewStep} from '../../../harness/world/trace';
import {Trace} from '../../../harness/world/trace';

type Untimed<S> = S extends NewStep ? Omit<S, 'atMs'> : never;
type UntimedStep = Untimed<NewStep>;

/** Writes a trace in the words of a story; `at` moves the clock. */
export class TraceBuilder {
  readonly trace = new Trace(Infinity);
  private nowMs = 0;

  at(nowMs: number): this {
    this.nowMs = nowMs;
    return this;
  }

  boot(boxes: readonly string[], incarnation = 0, disk: readonly string[] = []): this {
    for (const box of boxes) {
      this.add({kind: 'input', box, input: {
        kind: 'boot', nowMs: this.nowMs, servers: boxes, settings: '{}', seed: 1, incarnation, disk,
      }});
    }
    return this;
  }

  send(from: string, to: string, message: object): this {
    return this.effect(from, {kind: 'send', to, message: JSON.stringify(message)});
  }

  receive(to: string, from: string, message: object): this {
    return this.add({kind: 'input', box: to, input: {
      kind: 'receive', nowMs: this.nowMs, from, message: JSON.stringify(message),
    }});
  }

  fate(from: string, to: string, message: object, fate: Fate): this {
    return this.add({kind: 'fate', from, to, message: JSON.stringify(message), fate});
  }

  changed(box: string, fields: object, log?: object): this {
    return this.effect(box, {
      kind: 'changed', fields: JSON.stringify(fields),
      log: log === undefined ? null : JSON.stringify(log),
    });
  }

  apply(box: string, index: number, term: number, command: unknown): this {
    return this.effect(box, {kind: 'apply', index, term, command: JSON.stringify(command)});
  }

  timer(box: string): this {
    return this.add({kind: 'input', box, input: {kind: 'timer', nowMs: this.nowMs}});
  }

  effect(box: string, effect: Effect): this {
    return this.add({kind: 'effect', box, effect, position: 0});
  }

  add(step: UntimedStep): this {
    this.trace.add({...step, atMs: this.nowMs} as NewStep);
    return this;
  }
}

export function outcome(fields: Partial<Outcome> = {}): Outcome {
  return {
    verdict: 'passed', seed: 7, virtualMs: 1830, messages: 41, requests: 41, bytes: 5120,
    events: 300, ...fields,
  };
}

export function passed(fields: Partial<ScenarioResult> = {}): ScenarioResult {
  return {
    lab: 4, labName: 'commit', section: '§5.4.2', group: 'entries of earlier terms',
    name: 'figure8', points: 2, verdict: 'passed', seedsRun: 1, seedsPassed: 1, shown: outcome(),
    title: 'a leader never commits an old-term entry by counting replicas (Figure 8)', ...fields,
  };
}

export function failed(
  parts: FailureParts, report: Partial<FailureReport> = {}, fields: Partial<ScenarioResult> = {},
): ScenarioResult {
  const failure: FailureReport = {
    parts, atMs: 2015, servers: [], trace: new TraceBuilder().trace, needs: [],
    token: '4-figure8-7f3a', conditions: null, ...report,
  };
  return passed({
    verdict: 'failed', seedsPassed: 0, shown: outcome({verdict: 'failed', failure}), ...fields,
  });
}

export function waiting(
  functionName: string, line: number, fields: Partial<ScenarioResult> = {},
): ScenarioResult {
  const notWritten = {lab: 5, functionName, file: 'skeleton/election.ts', line};
  return passed({
    lab: 5, labName: 'election', section: '§5.2', group: 'votes', verdict: 'not written',
    seedsPassed: 0, shown: outcome({verdict: 'not written', notWritten}), ...fields,
  });
}

export const FIGURE_8_ROWS: readonly ServerRow[] = [
  {id: 'S1', role: 'crashed', currentTerm: 4, votedFor: 'S1', log: '1 2 4'},
  ...['S2', 'S3', 'S4'].map(id => ({
    id, role: 'follower', currentTerm: 5, votedFor: 'S5', commitIndex: 1, lastApplied: 1,
    log: id === 'S4' ? '1' : '1 3',
  })),
  {
    id: 'S5', role: 'leader', currentTerm: 5, votedFor: 'S5', commitIndex: 2, lastApplied: 2,
    log: '1 3',
  },
];
