/**
 * Questions that code in another process asks in the middle of an input, and waits for.
 *
 * A line comes, and a line goes back; before it does, this side may interject lines of its own,
 * each with one line in answer. Promises: one question at a time, of a bounded length, and only
 * while the process is at work; anything else spoils the line.
 * Read next: served/question-pipe.ts, the other end; process-host.ts.
 */
import type {Duplex} from 'node:stream';

/** Characters of one line. */
const LINE_LIMIT = 8 * 1024 * 1024;

export interface QuestionLineOptions {
  readonly answer: (line: string) => Promise<string>;
  /** Whose turn it is now; false if it is nobody's, since the other side has nothing to do. */
  readonly turn: (whose: 'ours' | 'theirs') => boolean;
  /** The line is of no use any more. */
  readonly spoil: (reason: string) => void;
}

export class QuestionLine {
  private parts: string[] = [];
  private length = 0;
  private isAnswering = false;
  private interjected: ((line: string) => void) | undefined;

  constructor(private readonly stream: Duplex, private readonly options: QuestionLineOptions) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => this.receive(chunk));
    stream.on('error', () => undefined);
  }

  /** Asks the other side, which waits for an answer of its own. */
  interject(line: string): Promise<string> {
    return new Promise(resolve => {
      this.interjected = resolve;
      this.write(line);
    });
  }

  private receive(chunk: string): void {
    const end = chunk.indexOf('\n');
    this.length += chunk.length;
    if (this.length > LINE_LIMIT || (end !== -1 && end !== chunk.length - 1)) {
      this.options.spoil('asked too much at once');
      return;
    }
    this.parts.push(end === -1 ? chunk : chunk.slice(0, -1));
    if (end !== -1) this.take();
  }

  private take(): void {
    const line = this.parts.join('');
    this.parts = [];
    this.length = 0;
    if (!this.options.turn('ours')) return;
    const {interjected} = this;
    if (interjected !== undefined) {
      this.interjected = undefined;
      interjected(line);
    } else if (this.isAnswering) {
      this.options.spoil('asked again before there was an answer');
    } else {
      this.answer(line);
    }
  }

  private answer(line: string): void {
    this.isAnswering = true;
    this.options.answer(line).then(text => {
      this.isAnswering = false;
      this.write(text);
    }, (error: unknown) => {
      this.options.spoil(error instanceof Error ? error.message : String(error));
    });
  }

  private write(line: string): void {
    if (this.options.turn('theirs')) this.stream.write(`${line}\n`);
  }
}
