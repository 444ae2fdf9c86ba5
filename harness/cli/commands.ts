/**
 * The commands and their options, as --help shows them.
 *
 * Read next: one file a command beside this one.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {Command} from 'commander';

/** Commands of the kit's own repository; a student's copy has not got the file. */
const INSTRUCTORS = './instructors-commands';
type Instructors = {addInstructorsCommands(program: Command): void};

type Loaded = (...values: never[]) => Promise<void>;

/** A command's file is loaded only when it is run, so that --help and errors answer at once. */
export function lazily(file: string, name: string): (...values: unknown[]) => Promise<void> {
  return async (...values) => {
    const command = (require(file) as Record<string, Loaded>)[name];
    await command?.(...values as never[]);
  };
}

/** A student's copy has no reference. */
export const SUBJECT = fs.existsSync(path.join(__dirname, '../../reference'))
  ? 'whose code: skeleton, reference, or a folder' : 'whose code: skeleton, or a folder';

export function addCommands(program: Command): void {
  program.command('test')
    .description('run labs on the subject; without a lab, all of them')
    .argument('[labs...]', 'a number, a name or a file: 5, election, 5-election, terms')
    .option('--subject <subject>', SUBJECT)
    .option('--grep <text>', 'only claims whose title has this text')
    .option('--seed <number>', 'run random worlds on this seed only')
    .option('--seeds <count>', 'run random worlds on seeds 1 to count')
    .option('--watch', 'run again whenever a file of the subject is saved')
    .option('--trace', 'write the whole trace of every claim to traces/')
    .option('--plain', 'no colours, ASCII only')
    .addHelpText('after', '\nThrough npm: npm test -- election --seed 7')
    .action(lazily('./test', 'testCommand'));
  program.command('replay')
    .description('run a failing world again and print its whole trace')
    .argument('<token>', 'as a failure prints it: 5-random-five-s7-v0.1.0')
    .option('--subject <subject>', SUBJECT)
    .option('--plain', 'no colours, ASCII only')
    .action(lazily('./replay', 'replayCommand'));
  program.command('coverage')
    .description('run a lab and show which lines of the subject ran (nyc)')
    .argument('[labs...]', 'a number, a name or a file')
    .option('--subject <subject>', SUBJECT)
    .action(lazily('./coverage', 'coverageCommand'));
  if (isHere('./cluster')) addCluster(program);
  if (!isHere(INSTRUCTORS)) return;
  const {addInstructorsCommands} = require(INSTRUCTORS) as Instructors;
  addInstructorsCommands(program);
}

/** A copy without lab 7 has nothing to run it with. */
function addCluster(program: Command): void {
  program.command('cluster')
    .description('start a real cluster of processes that redis-cli can talk to (lab 7)')
    .option('--servers <count>', 'how many servers, 1 to 9 (default: 3)')
    .option('--subject <subject>', SUBJECT)
    .option('--data <folder>', 'where records are kept (default: cluster-data/<subject>-<count>)')
    .option('--port <port>', 'the first server\'s port; the others have the next (default: 7001)')
    .option('--server-port <port>', 'as --port, between servers (default: 10000 beyond --port)')
    .option('--kill-every <time>', 'kill -9 a random server again and again: 2s, 500ms, 1m')
    .option('--hold-unsynced', 'keep unsynced records in memory, so that kill -9 loses them')
    .option('--plain', 'print changes line by line, also on a terminal')
    .addHelpText('after', '\nThrough npm: npm run cluster -- --servers 3')
    .action(lazily('./cluster', 'clusterCommand'));
}

function isHere(file: string): boolean {
  return fs.existsSync(path.join(__dirname, `${file}.ts`));
}
