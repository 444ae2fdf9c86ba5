/**
 * The other process of `npm test` in the kit's repository: runs the spec files it is named, and
 * sends each test's result to the one that prints them.
 *
 * Read next: beside.ts, the other side.
 */
import {reporters as Reporters} from 'mocha';
import type {PlainTest} from '../report/plain-test';

const TIMEOUT_MS = 60_000;

/** What crosses: an error is not plain data. */
export interface SentTest extends Omit<PlainTest, 'error'> {
  readonly error?: {readonly name: string; readonly message: string; readonly stack?: string};
}

async function run(files: readonly string[]): Promise<void> {
  const {default: Mocha} = require('mocha') as {default: typeof import('mocha')};
  const mocha = new Mocha({reporter: Silent, timeout: TIMEOUT_MS});
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const runner = mocha.run(() => {
    process.send?.({over: true}, () => process.exit(0));
  });
  const send = (test: Mocha.Test, state: PlainTest['state'], error?: Error): void => {
    const path = test.titlePath();
    const {skipReason: reason} = test as {readonly skipReason?: string};
    const sent: SentTest = {
      path: path.slice(0, -1), title: path.at(-1) ?? '', state,
      ...reason === undefined ? {} : {reason},
      ...error === undefined ? {} : {error: plainError(error)},
    };
    process.send?.(sent);
  };
  runner.on('pass', test => send(test, 'passed'));
  runner.on('fail', (test, error) => send(test, 'failed', error as Error));
  runner.on('pending', test => send(test, 'skipped'));
}

function plainError({name, message, stack}: Error): NonNullable<SentTest['error']> {
  return {name, message, ...stack === undefined ? {} : {stack}};
}

/** Mocha wants a reporter; this one sends instead of printing. */
class Silent extends Reporters.Base {
  override epilogue(): void {
    // Whoever gets the results prints them.
  }
}

process.on('disconnect', () => process.exit(1));
void run(process.argv.slice(2));
