/**
 * Code shut in for a test: a submission of a few files, and programs in the place of the guest.
 *
 * Read next: sandbox.spec.ts.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {findSandbox} from '../../../../harness/grade/sandbox/sandbox';
import type {Sandbox} from '../../../../harness/grade/sandbox/sandbox';
import type {Stage} from '../../../../harness/grade/sandbox/stage';
import {HostDied} from '../../../../harness/host/box';
import type {Effect} from '../../../../harness/host/box';
import type {ProcessHost} from '../../../../harness/host/process-host';

/** Apart from the places that graders take. */
const SLOT = 100;

export class ShutIn {
  private constructor(readonly sandbox: Sandbox) {}

  /** Undefined, and the test is skipped, where there is no secure sandbox. */
  static async start(context: Mocha.Context, atMost?: 1 | 2 | 3 | 4): Promise<ShutIn> {
    const sandbox = await findSandbox({slot: SLOT, ...atMost === undefined ? {} : {atMost}});
    if (atMost === undefined && !sandbox.report.isSecure) {
      await sandbox.close();
      const suite = context.test?.parent;
      if (suite) suite.title += ` (SKIPPED: only tier ${sandbox.report.tier}; install bubblewrap)`;
      context.skip();
    }
    return new ShutIn(sandbox);
  }

  async stageOf(files: Readonly<Record<string, string>>): Promise<Stage> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-shut-in-'));
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
      fs.writeFileSync(path.join(folder, name), text);
    }
    try {
      return await this.sandbox.open(folder);
    } finally {
      fs.rmSync(folder, {recursive: true});
    }
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }
}

/** A process of a stage that runs `code` when it is first asked. `say` answers one input. */
export function hostOf(stage: Stage, code: string, deadlineMs = 20_000): ProcessHost {
  const {file} = stage.add('guest.js', `
    const say = value => process.stdout.write(
      JSON.stringify([[{kind: 'log', line: JSON.stringify(value)}]]) + '\\n');
    process.stdin.once('data', async () => { ${code} });`);
  return stage.newHost({guestFile: file, deadlineMs});
}

/** What a process says that runs `code`. */
export async function saidBy(stage: Stage, code: string): Promise<unknown> {
  const host = hostOf(stage, code);
  try {
    const [[effect] = []] = await ask(host);
    return effect?.kind === 'log' ? JSON.parse(effect.line) : effect;
  } finally {
    await host.close();
  }
}

/** What ends a process that runs `code`. */
export async function deathOf(stage: Stage, code: string, deadlineMs?: number): Promise<HostDied> {
  const host = hostOf(stage, code, deadlineMs);
  try {
    await ask(host);
  } catch (error) {
    if (error instanceof HostDied) return error;
    throw error;
  } finally {
    await host.close();
  }
  throw new Error('it answered');
}

async function ask(host: ProcessHost): Promise<readonly (readonly Effect[])[]> {
  return host.step([{box: host.newBox(), input: {kind: 'timer', nowMs: 0}}]);
}

/** Processes of the users of a place, but those that only wait to be buried. */
export function processesOf(
  {equipment: {place: {group}}}: {equipment: {place: {group: number}}},
): readonly string[] {
  return fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)).filter(pid => {
    const user = fs.statSync(`/proc/${pid}`, {throwIfNoEntry: false})?.uid ?? 0;
    return user > group && user < group + 64 && !isBuried(pid);
  });
}

function isBuried(pid: string): boolean {
  try {
    return /\) [ZX] /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
