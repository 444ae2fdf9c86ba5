/**
 * Stories of a log that only grows: what append takes, and what the log then answers.
 *
 * Paper: §5.3; Figure 2, "State"; Figure 3, Leader Append-Only.
 */
import {lab, scenario, section} from '../../harness/scenario';
import {LogScript} from './log-script';

const options = {points: 0.1, module: 'log'};

lab(1, 'log', () => {
  section('Figure 2', 'a log that grows', () => {
    scenario('an empty log ends at index 0, in term 0', {
      ...options, name: 'empty',
    }, async ({object}) => {
      await new LogScript(object).holds('').run();
    });

    scenario('an appended entry is found at the index that append returns', {
      ...options, name: 'append',
    }, async ({object}) => {
      await new LogScript(object).start('1').holds('1').run();
      await new LogScript(object).start('1 1 2 5').holds('1 1 2 5').run();
    });

    scenario('commands of every kind come back as they were', {
      ...options, name: 'commands',
    }, async ({object}) => {
      const commands = [
        null, 0, '', false, [], {}, 'x = 1', [1, [2]], {put: {key: 'k', value: null}},
      ];
      const entries = commands.map(command => ({term: 3, command}));
      await new LogScript(object).appendAll(entries).holdsEntries(entries, 'whole').run();
    });
  });

  section('§5.3', 'terms in a log', () => {
    scenario('append refuses a term below the last one', {
      ...options, name: 'terms-rise',
    }, async ({object}) => {
      await new LogScript(object)
        .start('1 3')
        .refuses('append', [{term: 2, command: 'late'}], 'term').holds('1 3')
        .appendAll([{term: 3, command: '3/3'}]).holds('1 3 3')
        .run();
    });

    scenario('two logs do not know of each other', {
      ...options, name: 'two-logs',
    }, async ({object}) => {
      await new LogScript(object).start('1 1 1').run();
      await new LogScript(object).holds('').start('2').holds('2').run();
    });
  });
});
