/**
 * Questions from inside a box to the other side of a host, with the box waiting for the answer.
 *
 * Student's tests are synchronous code, so nothing here may wait for the event loop: lines are
 * written and read with blocking calls, on a pipe that the host has opened for them.
 * Read next: ../question-line.ts, the other end.
 */
import {readSync, writeSync} from 'node:fs';

/** Behind stdin, stdout and stderr. */
export const QUESTION_FD = 3;
const CHUNK_BYTES = 65_536;
const NEW_LINE = 0x0a;

export class QuestionPipe {
  private readonly chunk = Buffer.alloc(CHUNK_BYTES);
  /** What was read behind the last line. */
  private rest = Buffer.alloc(0);

  /** Gives a line to the host, and waits for one of its own. @throws Error if the pipe is closed */
  ask(text: string): string {
    this.write(text);
    return this.read();
  }

  private write(text: string): void {
    const bytes = Buffer.from(`${text}\n`, 'utf8');
    for (let written = 0; written < bytes.length;) {
      written += patiently(() => writeSync(QUESTION_FD, bytes, written));
    }
  }

  private read(): string {
    const parts = [this.rest];
    let end = this.rest.indexOf(NEW_LINE);
    while (end === -1) {
      const length = patiently(() => readSync(QUESTION_FD, this.chunk, 0, CHUNK_BYTES, null));
      if (length === 0) throw new Error('nobody answers');
      const part = Buffer.from(this.chunk.subarray(0, length));
      end = part.indexOf(NEW_LINE);
      parts.push(part);
    }
    const last = parts.pop()!;
    this.rest = last.subarray(end + 1);
    return Buffer.concat([...parts, last.subarray(0, end)]).toString('utf8');
  }
}

/** A pipe that does not block says that there is nothing yet. */
function patiently(step: () => number): number {
  for (;;) {
    try {
      return step();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
