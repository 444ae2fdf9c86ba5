/**
 * The commands for platforms that grade each submission as it comes in, as --help shows them.
 *
 * Read next: grade-one.ts, gradescope.ts.
 */
import type {Command} from 'commander';
import {lazily} from './commands';
import {collect} from './options';

export function addPlatformCommands(program: Command): void {
  program.command('grade-one')
    .description('grade one submission and write one report: for Gradescope, GitHub Classroom')
    .argument('<submission>', 'a folder, a zip or a tarball')
    .requiredOption('--format <name>', 'gradescope, classroom, junit or json')
    .requiredOption('--out <file>', 'where the report goes')
    .option('--lab <lab>', 'grade this lab only; may be given more than once', collect)
    .option('--name <name>', 'what the submission is called')
    .option('--policy <file>', 'what counts, and what students are told')
    .option('--seconds <count>', 'stop after so long, and say so in the report')
    .option('--metadata <file>', 'whose it is and when it was due: submission_metadata.json')
    .option('--settings <file>', 'autograder.json of a Gradescope autograder')
    .option('--require-sandbox', 'grade nothing unless code can be shut in securely')
    .addHelpText('after', '\nThe format classroom also writes the step output "result", if ' +
      'GITHUB_OUTPUT is set.')
    .action(lazily('./grade-one', 'gradeOneCommand'));
  program.command('gradescope')
    .description('build the autograder zip for Gradescope; it holds the reference')
    .requiredOption('--out <file>', 'the zip')
    .option('--lab <lab>', 'grade this lab only; may be given more than once', collect)
    .option('--policy <file>', 'what counts, and what students are told')
    .option('--minutes <count>', 'the time limit set on Gradescope', '10')
    .option('--require-sandbox', 'grade nothing unless code can be shut in securely')
    .action(lazily('./gradescope', 'gradescopeCommand'));
}
