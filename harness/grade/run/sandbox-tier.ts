/**
 * How well student code will be shut in, known before anything is graded.
 *
 * Read next: grade-class.ts.
 */
import type {SandboxOptions} from '../engine/grade-submission';
import type {SandboxReport} from '../grade';

export function sandboxReport(_options: SandboxOptions): SandboxReport {
  return {tier: 4, name: 'a process of its own', isSecure: false};
}
