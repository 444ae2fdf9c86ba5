/**
 * One of the processes that grade: takes a submission, sends back its grade.
 *
 * It is trusted: it holds the tests, the rules and the score, and starts the processes that run
 * student code. Promises: when the run that started it is gone, however it went, so is it, with
 * everything it started and wrote.
 * Read next: engine/grade-submission.ts; worker-pool.ts, the other side.
 */
import fs from 'node:fs';
import path from 'node:path';
import {allLabs} from '../../scenario/labs';
import {gradeIn} from '../engine/grade-submission';
import {Refused, take} from '../intake/submission';
import type {Taken} from '../intake/submission';
import {runDigestOf} from '../policy';
import {KeptSandbox} from '../sandbox/kept-sandbox';
import {stayOnOneCore} from '../sandbox/one-core';
import {findSandbox} from '../sandbox/sandbox';
import type {Sandbox} from '../sandbox/sandbox';
import {digestOfBytes, keyOf} from './standing';
import {timed} from './timed';
import type {WorkerAnswer, WorkerStart, WorkerTask} from './worker-messages';

/** Errors that say the machine is full, not that a submission is bad. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE']);

const ignore = (): void => undefined;

interface Started extends WorkerStart {
  readonly sandbox: KeptSandbox;
}

function serve(): void {
  let started: Started | undefined;
  process.on('message', (message: WorkerStart | WorkerTask) => {
    if (message.kind === 'start') {
      started = {...message, sandbox: new KeptSandbox(() => findFor(message))};
    } else if (started !== undefined) {
      void answer(started, message).then(said => process.send?.(said));
    }
  });
  process.on('disconnect', () => {
    const givenUp = started?.sandbox.close() ?? Promise.resolve();
    void givenUp.finally(() => end(started?.workFolder));
  });
  // The run decides when to stop; a terminal's Ctrl-C reaches everybody.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ignore);
  // Left alone, Node would answer this one by opening its inspector to anybody on the machine.
  process.on('SIGUSR1', ignore);
}

async function findFor({orders: {sandbox: {atMost}}, slot}: WorkerStart): Promise<Sandbox> {
  const sandbox = await findSandbox({slot, ...atMost === undefined ? {} : {atMost}});
  stayOnOneCore(sandbox.placeNumber);
  return sandbox;
}

async function answer(started: Started, task: WorkerTask): Promise<WorkerAnswer> {
  try {
    return await grade(started, task);
  } catch (error) {
    const {code, stack, message} = error as NodeJS.ErrnoException;
    const kind = NO_ROOM.has(code ?? '') ? 'no room' : 'slipped';
    return {kind, why: kind === 'slipped' ? stack ?? message : message};
  }
}

async function grade(
  {orders, workFolder, sandbox: kept}: Started, {submission, keysDone, tier}: WorkerTask,
): Promise<WorkerAnswer> {
  const taken = await takeOrRefuse(submission);
  const by = {kitDigest: orders.kitDigest, runDigest: runDigestOf(orders.policy)};
  const known = keyOf(digestOf(taken), {...by, tier});
  if (keysDone.includes(known)) return {kind: 'known', key: known};
  const labs = allLabs().filter(({number}) => orders.labs.includes(number));
  const graded = await timed(() => kept.use(sandbox =>
    gradeIn(sandbox, submission, {...orders, labs, workFolder})));
  if (graded.slips.length > 0) await kept.close();
  const newest = taken instanceof Refused ? undefined : taken.newestAt;
  return {
    kind: 'graded', grade: graded,
    key: keyOf(digestOfBytes(graded), {...by, tier: graded.sandbox.tier}),
    ...newest === undefined ? {} : {newestAt: newest},
  };
}

async function takeOrRefuse(submission: WorkerTask['submission']): Promise<Taken | Refused> {
  try {
    return await take(submission);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function digestOf(taken: Taken | Refused): string {
  return digestOfBytes(taken instanceof Refused ? {digest: '', refused: taken.message} : taken);
}

/** Kills its group: itself, and what it started. */
function end(workFolder: string | undefined): void {
  if (workFolder !== undefined) {
    fs.rmSync(workFolder, {recursive: true, force: true});
    try {
      fs.rmdirSync(path.dirname(workFolder));
    } catch {
      // The last worker to go removes the folder of them all.
    }
  }
  try {
    process.kill(-process.pid, 'SIGKILL');
  } finally {
    process.exit(1);
  }
}

serve();
