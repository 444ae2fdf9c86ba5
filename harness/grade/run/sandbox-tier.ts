/**
 * How well student code will be shut in, known before anything is graded.
 *
 * Read next: ../sandbox/sandbox.ts.
 */
import type {SandboxOptions} from '../engine/grade-submission';
import type {SandboxReport} from '../grade';
import {findSandbox} from '../sandbox/sandbox';

/** Less than a secure sandbox, and somebody asked for one. */
export class NotSecure extends Error {
  override readonly name = 'NotSecure';
}

/** @throws NotSecure */
export async function sandboxReport({atMost, require}: SandboxOptions): Promise<SandboxReport> {
  const sandbox = await findSandbox({slot: 0, ...atMost === undefined ? {} : {atMost}});
  const {report} = sandbox;
  await sandbox.close();
  if (!require || report.isSecure) return report;
  throw new NotSecure(`--require-sandbox: the best here is tier ${report.tier}, ${report.name}, ` +
    'which is not secure');
}
