/**
 * The program `flotilla`: which command does what, and how a wrong word is answered.
 *
 * Promises: exit 0 all passed, 1 something failed, 2 wrong use (one line: what is wrong, what would
 * be right), 3 a bug in the kit, 141 nobody reads any more. Every command has --help. One thin file
 * a command.
 * Read next: test.ts.
 */
import {Command, CommanderError} from 'commander';
import {kitVersion} from '../scenario/token';
import {addCommands} from './commands';
import {leave} from './leave';
import {refuseSwallowed} from './swallowed';
import {WrongUse} from './wrong-use';

const EXIT = {
  passed: 0, failed: 1, wrongUse: 2, kitBug: 3,
  /** As if by SIGPIPE: whoever reads, as `head` does, had enough, and there is no verdict. */
  unread: 141,
} as const;

/** What they write is worth more than what they say, so they go on when nobody listens. */
const FINISHED_UNREAD = new Set(['grade', 'grade-one', 'gradescope', 'handout', 'samples']);

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
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (!FINISHED_UNREAD.has(words[0] ?? '')) process.exit(EXIT.unread);
    });
  }
  try {
    refuseSwallowed(program, words);
    await program.parseAsync([...words], {from: 'user'});
  } catch (error) {
    // What was loaded so far may hold the loop open.
    await leave(explain(error, helpFor(program, words)));
  }
}

/** The command whose help says more. */
function helpFor(program: Command, words: readonly string[]): string {
  const [first, second] = words;
  const command = program.commands.find(one => one.name() === first);
  const below = command?.commands.find(one => one.name() === second);
  return ['flotilla', command?.name(), below?.name(), '--help']
    .filter(word => word !== undefined).join(' ');
}

/** Says what was wrong, in one line, and chooses the exit code. */
function explain(error: unknown, help: string): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.passed;
    const said = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
      .replace(/\.$/, '');
    process.stderr.write(error.code === 'commander.help'
      ? 'flotilla: which command? See flotilla --help\n'
      : `flotilla: ${said}. See ${help}\n`);
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
