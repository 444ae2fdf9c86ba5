/**
 * Random histories of one log: appends, requests early and late, bad calls, meddling from outside.
 *
 * A step is drawn without looking at the log and made to fit it when it is taken, so that any part
 * of a history is a history too: that is what lets a failing one be made short.
 * Promises: the steps drawn do not depend on which kinds of trouble are switched off.
 * Read next: 06-histories.spec.ts.
 */
import fc from 'fast-check';
import type {Scene} from '../../harness/scenario/definition';
import {judgeRequest} from './log-model';
import type {ModelLog, ModelRequest} from './log-model';
import {LogScript} from './log-script';

export const MEDDLING = 'changes from outside';
export const BAD_CALLS = 'bad calls';

interface Append {
  readonly kind: 'append';
  /** How much later than the last term. */
  readonly rise: number;
  readonly meddling: boolean;
}

interface Request {
  readonly kind: 'request';
  /** Taken modulo the places there are, one behind the end included. */
  readonly place: number;
  /** How much later prevLogTerm is than the truth; mostly 0. */
  readonly slip: number;
  /** How many entries repeat what the log holds. */
  readonly repeats: number;
  /** How the terms of the entries after those rise. */
  readonly rises: readonly number[];
}

interface BadCall {
  readonly kind: 'bad call';
  readonly which: number;
}

export type HistoryStep = Append | Request | BadCall;

const few = (most: number): fc.Arbitrary<number> => fc.nat({max: most});

const step: fc.Arbitrary<HistoryStep> = fc.oneof(
  {weight: 3, arbitrary: fc.record({
    kind: fc.constant('append' as const), rise: few(2), meddling: fc.boolean(),
  })},
  {weight: 6, arbitrary: fc.record({
    kind: fc.constant('request' as const), place: few(15),
    slip: fc.oneof({weight: 5, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: few(2)}),
    repeats: few(4), rises: fc.array(few(2), {maxLength: 4}),
  })},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('bad call' as const), which: few(3)})},
);

export const history: fc.Arbitrary<readonly HistoryStep[]> =
  fc.array(step, {minLength: 1, maxLength: 14, size: 'max'});

/** Takes the steps on one log, reading it after each. @throws LabFailure */
export async function play(steps: readonly HistoryStep[], scene: Scene): Promise<void> {
  const stage: Stage = {
    script: new LogScript(scene.object), scene, logs: new Map<string, string>(),
  };
  let log: ModelLog = [];
  for (const each of steps) log = take(each, log, stage);
  await stage.script.holds(drawn(log)).run();
}

interface Stage {
  readonly script: LogScript;
  readonly scene: Scene;
  /** For 'index/term', the one log that leads to such an entry (Log Matching). */
  readonly logs: Map<string, string>;
}

function take(each: HistoryStep, log: ModelLog, stage: Stage): ModelLog {
  switch (each.kind) {
    case 'append': return takeAppend(each, log, stage);
    case 'request': return takeRequest(each, log, stage);
    case 'bad call':
      if (stage.scene.allows(BAD_CALLS)) takeBadCall(each, log, stage.script);
      return log;
  }
}

function takeAppend({rise, meddling}: Append, log: ModelLog, stage: Stage): ModelLog {
  const {script, scene} = stage;
  const term = possibleTerm(log, Math.max(1, log.at(-1) ?? 0) + rise, stage);
  const after = [...log, term];
  const entry = {term, command: `${after.length}/${term}`};
  if (!meddling || !scene.allows(MEDDLING)) script.appendAll([entry]);
  else script.keep('entry', entry).append('entry', entry).spoil('entry', ['term'], term + 7);
  script.holdsBriefly(drawn(after));
  return after;
}

function takeRequest(each: Request, log: ModelLog, stage: Stage): ModelLog {
  const request = fitted(each, log, stage);
  const {success, after, outcomes} = judgeRequest(log, request);
  for (const outcome of outcomes) stage.scene.reached(outcome);
  stage.script
    .appendEntries(`${request.prevLogIndex}/${request.prevLogTerm}`, drawn(request.terms), success)
    .holdsBriefly(drawn(after));
  return after;
}

/** What a leader could send at this point. */
function fitted(
  {place, slip, repeats, rises}: Request, log: ModelLog, stage: Stage,
): ModelRequest {
  const prevLogIndex = place % (log.length + 2);
  const truth = prevLogIndex === 0 ? 0 : log[prevLogIndex - 1] ?? 1;
  const prevLogTerm = prevLogIndex === 0 ? 0 : truth + slip;
  const terms = log.slice(prevLogIndex, prevLogIndex + repeats)
    .filter(term => term >= prevLogTerm);
  const before = prevLogIndex === 0 ? [] : [...log.slice(0, prevLogIndex - 1), prevLogTerm];
  for (const rise of rises) {
    const least = Math.max(1, terms.at(-1) ?? prevLogTerm) + rise;
    terms.push(possibleTerm([...before, ...terms], least, stage));
  }
  return {prevLogIndex, prevLogTerm, terms};
}

/** The first term from `least` on that can follow: no other log leads to the same entry. */
function possibleTerm(log: ModelLog, least: number, {logs}: Stage): number {
  const path = drawn(log);
  for (let term = least; ; term++) {
    const place = `${log.length + 1}/${term}`;
    if (!logs.has(place)) logs.set(place, path);
    if (logs.get(place) === path) return term;
  }
}

function takeBadCall({which}: BadCall, log: ModelLog, script: LogScript): void {
  const last = log.at(-1) ?? 0;
  const bad = {term: 0, command: 'bad'};
  const good = {term: last + 1, command: 'good'};
  const half = {term: last + 1.5, command: 'half'};
  switch (which) {
    case 0: script.refuses('append', [bad], 'term'); break;
    case 1: script.refuses('appendEntries', [log.length, last, [good, bad]], 'term'); break;
    case 2: script.refuses('appendEntries', [0, 0, [good, half]], 'term'); break;
    default: script.refuses('appendEntries', [-1, 0, [good]], 'prevLogIndex');
  }
  script.holdsBriefly(drawn(log));
}

function drawn(log: ModelLog): string {
  return log.join(' ');
}
