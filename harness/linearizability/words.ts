/**
 * Operations in words: for a claim, and for a line of evidence.
 *
 * Read next: explain.ts.
 */
import type {Operation} from './history';
import type {Model} from './model';

export class Words<Input, Output> {
  constructor(
    private readonly model: Pick<
      Model<Input, Output, unknown>, 'describeInput' | 'describeOutput'>,
  ) {}

  /** 'C1's set "x" = "b"'. */
  named({client, input}: Operation<Input, Output>): string {
    return `${client}'s ${this.model.describeInput(input)}`;
  }

  /** 'C1's get "x" returned "b" at t=640ms'. */
  returned(operation: Operation<Input, Output>): string {
    return `${this.named(operation)} ${this.result(operation)}`;
  }

  /** 'C1's get "x" had returned "b" at t=640ms'. */
  hadReturned(operation: Operation<Input, Output>): string {
    return `${this.named(operation)} had ${this.result(operation)}`;
  }

  /** 'returned "b" at t=640ms'. */
  result(operation: Operation<Input, Output>): string {
    return `returned${this.output(operation)} at t=${operation.returnedAtMs}ms`;
  }

  /** Times and words, for a table in which times are as wide as the widest. */
  line(operation: Operation<Input, Output>): readonly [string, string] {
    const {input, invokedAtMs, returnedAtMs} = operation;
    const what = this.model.describeInput(input);
    if (returnedAtMs === null) return [`t=${invokedAtMs}–?ms`, `${what}, outcome unknown`];
    const output = this.output(operation);
    return [
      `t=${invokedAtMs}–${returnedAtMs}ms`, output === '' ? what : `${what} returned${output}`,
    ];
  }

  /** With a space before it; empty if it tells nothing. */
  private output({input, output}: Operation<Input, Output>): string {
    const shown = this.model.describeOutput(input, output as Output);
    return shown === '' ? '' : ` ${shown}`;
  }
}
