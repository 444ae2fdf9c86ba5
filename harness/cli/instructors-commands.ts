/**
 * The commands of instructors, and of those who work on the kit, as --help shows them.
 *
 * A student's copy is made without this file, and without what it names.
 * Read next: one file a command beside this one.
 */
import type {Command} from 'commander';
import {lazily, SUBJECT} from './commands';
import {collect} from './options';
import {addPlatformCommands} from './platform-commands';

export function addInstructorsCommands(program: Command): void {
  // Options behind a command's name are its own: those of `grade merge` are not those of `grade`.
  program.enablePositionalOptions();
  addGradeCommand(program);
  addPlatformCommands(program);
  program.command('similarity')
    .description('rank submissions by the code they share: a list to look at, never a verdict')
    .argument('<folder>', 'a folder with a folder, a zip or a tarball for each submission')
    .option('--past <folders...>', 'the same of former classes, to compare with')
    .option('--top <count>', 'how many pairs to tell', '20')
    .option('--csv <file>', 'write the list as CSV too')
    .action(lazily('./similarity', 'similarityCommand'));
  program.command('samples')
    .description('build the bundled sample submissions anew from the reference')
    .action(lazily('./samples', 'samplesCommand'));
  program.command('mutants')
    .description('run every broken variant of the reference against every scenario of its lab')
    .argument('[labs...]', 'a number, a name or a file')
    .action(lazily('./mutants', 'mutantsCommand'));
  program.command('bench')
    .description('measure the kit: events, labs, go-labs, cluster, grade, suite; without one, all')
    .argument('[names...]', 'events, labs, go-labs, cluster, grade or suite')
    .option('--class <count>', 'how many submissions grade has', '100')
    .action(lazily('./bench', 'benchCommand'));
  program.command('soak')
    .description('run every random world of the labs on many seeds')
    .argument('[labs...]', 'a number, a name or a file')
    .option('--subject <subject>', SUBJECT)
    .option('--seeds <count>', 'how many seeds', '1000')
    .action(lazily('./soak', 'soakCommand'));
  program.command('handout')
    .description('build the students\' copy, and prove that it works and holds no solutions')
    .option('--out <folder>', 'where it goes: a folder that is not there yet')
    .option('--labs <labs>', 'hand out part of the course: 1-3, or 1,2,5, or log,network')
    .option('--unlock <labs...>', 'put the finished files of a lab into it: log, 3, 7a')
    .option('--proof <extent>', 'what to run on it: all labs, or quick', 'all')
    .option('--no-proof', 'only build it')
    .addHelpText('after', '\nThrough npm: npm run handout -- --out ../student-kit')
    .action(lazily('./handout', 'handoutCommand'));
}

function addGradeCommand(program: Command): void {
  const grade = program.command('grade').enablePositionalOptions()
    .description('grade a folder of submissions; without one, the bundled samples')
    .argument('[folder]', 'a folder with a folder, a zip or a tarball for each submission')
    .option('--jobs <count>', 'submissions graded at a time; by default one a core')
    .option('--policy <file>', 'what counts, in JSON: see harness/grade/POLICY.md')
    .option('--roster <file>', 'who is who, in CSV: file, id, name, email, submitted_at')
    .option('--only <name>', 'grade this submission only; may be given more than once', collect)
    .option('--lab <lab>', 'grade this lab only; may be given more than once', collect)
    .option('--force', 'grade again what has not changed')
    .option('--similarity', 'rank pairs by the code they share: a list to look at, no verdict')
    .option('--past <folders...>', 'with --similarity: submissions of former classes')
    .option('--shard <i/n>', 'grade the i-th of n parts of the class; then: grade merge')
    .option('--require-sandbox', 'grade nothing unless code can be shut in securely')
    .option('--sandbox-at-most <tier>', 'no better sandbox than tier 1, 2, 3 or 4')
    .action(lazily('./grade', 'gradeCommand'));
  addReportingOptions(grade)
    .addHelpText('after', '\nThrough npm: npm run grade -- submissions/ --out results/');
  const merge = grade.command('merge')
    .description('make one class of the results of shards')
    .argument('<folders...>', 'folders of results, or their journals')
    .action(lazily('./grade-merge', 'gradeMergeCommand'));
  addReportingOptions(merge)
    .addHelpText('after', '\nThrough npm: npm run grade -- merge results-*/ --out results/');
}

function addReportingOptions(command: Command): Command {
  return command
    .option('--out <folder>', 'where the results go', 'results')
    .option('--format <names>', 'further reports, with commas between', collect)
    .option('--canvas <file>', 'fill in this gradebook, which Canvas exported')
    .option('--canvas-column <title>', 'its column for the total, or 5=title for lab 5', collect)
    .option('--moodle <file>', 'fill in this grading worksheet, which Moodle exported')
    .option('--moodle-lab <lab>', 'with the points of this lab, not the total')
    .option('--compare <folder>', 'say who has more or fewer points than in these results')
    .option('--plain', 'no colours, no bar, ASCII only');
}
