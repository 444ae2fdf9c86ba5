/**
 * Whether code did the same each time, as far as it could know: next steps follow from answers.
 *
 * Tests that run in a process of their own see nothing of what they test but its answers. So where
 * two runs got the same answers up to a point, they must go on with the same question, or end with
 * the same verdicts. Tests that do not have another source: chance, a clock, the number of the run.
 * Promises: nothing is asked of runs that got different answers.
 * Read next: served-tests.ts, which records each run.
 */
import {createHash} from 'node:crypto';

export class Steadiness {
  /** What was said after all that was said and heard before. */
  private readonly next = new Map<string, string>();
  private broken = false;

  get isBroken(): boolean {
    return this.broken;
  }

  /** A run that begins. */
  record(): Recording {
    return new Recording((before, said) => {
      const known = this.next.get(before);
      if (known === undefined) this.next.set(before, said);
      else if (known !== said) this.broken = true;
    });
  }
}

export class Recording {
  private before = '';

  constructor(private readonly note: (before: string, said: string) => void) {}

  /** By the code that is to be steady. */
  said(text: string): void {
    const said = digest('said', text);
    this.note(this.before, said);
    this.before = digest(this.before, said);
  }

  /** By what answers it. */
  heard(text: string): void {
    this.before = digest(this.before, digest('heard', text));
  }
}

function digest(first: string, second: string): string {
  return createHash('sha1').update(first).update('\n').update(second).digest('base64');
}
