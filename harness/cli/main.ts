/**
 * The program `flotilla`: which command does what, and how a wrong word is answered.
 *
 * Promises: exit 0 all passed, 1 something failed, 2 wrong use (one line: what is wrong, what would
 * be right), 3 a bug in the kit. Every command has --help. One thin file a command.
 * Read next: test.ts.
 */
import {Command, CommanderError} from 'commander';
import {kitVersion} from '../scenario/token';
import {addCommands} from './commands';
import {leave} from './leave';
import {WrongUse} from './wrong-use';

export const EXIT = {passed: 0, failed: 1, wrongUse: 2, kitBug: 3} as const;

/** Errors of other rooms that are a person's slip, not a bug. */
const SLIPS = new Set(['UnknownLab', 'UnknownSubject', 'UnusableFile', 'WrongUse']);

/** Runs a command and sets the process's exit code. */
export async function main(words: readonly string[]): Promise<void> {
  const program = new Command('flotilla');
  program
    .description('Learn distributed systems by building Raft, lab by lab.')
    .version(kitVersion(), '--version', 'print the kit\'s version')
    .exitOverride()
    .configureOutput({writeErr: () => undefined})
    .showSuggestionAfterError();
  addCommands(program);
  // Whoever reads may have seen enough, as `head` has.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.passed);
    throw error;
  });
  try {
    await program.parseAsync([...words], {from: 'user'});
  } catch (error) {
    // What was loaded so far may hold the loop open.
    await leave(explain(error));
  }
}

/** Says what was wrong, in one line, and chooses the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.passed;
    const said = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
    process.stderr.write(error.code === 'commander.help'
      ? 'flotilla: which command? See flotilla --help\n'
      : `flotilla: ${said}. See flotilla --help\n`);
    return EXIT.wrongUse;
  }
  if (error instanceof WrongUse || (error instanceof Error && SLIPS.has(error.name))) {
    process.stderr.write(`flotilla: ${error.message}\n`);
    return EXIT.wrongUse;
  }
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(
    `This is a bug in the lab kit, not in your code. Please send us these lines:\n${text}\n`);
  return EXIT.kitBug;
}
