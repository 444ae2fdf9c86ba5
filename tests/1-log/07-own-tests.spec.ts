/**
 * Tables of logs that the student's own tests are run on: skeleton/tests/log.test.ts.
 *
 * Paper: §5.3, Figures 2 and 3, as in the rest of this lab: a mistake breaks what is tested there.
 */
import {lab, scenario, section, table} from '../../harness/scenario';
import {expectAccepted, expectCounting, expectFound, findsAny, foundNone} from './own-tests';

interface BrokenLog {
  readonly name: string;
  readonly because: string;
  readonly hint: string;
}

const broken: BrokenLog[] = [
  {
    name: 'cuts-always', because: 'a request cuts what follows its entries, conflict or not',
    hint: 'What if an old, short request arrives after a longer one?',
  },
  {
    name: 'cuts-on-heartbeat', because: 'a request without entries cuts what follows prevLogIndex',
    hint: 'What if a heartbeat fits in the middle of the log?',
  },
  {
    name: 'never-cuts', because: 'an entry in conflict is replaced, and what followed it stays',
    hint: 'What if the conflict is not at the end of the log?',
  },
  {
    name: 'ignores-prev-term', because: 'any entry at prevLogIndex is taken for the right one',
    hint: 'What if there is an entry at prevLogIndex, of another term?',
  },
  {
    name: 'believes-heartbeats', because: 'every request without entries is answered with true',
    hint: 'When is a heartbeat refused?',
  },
  {
    name: 'closes-gaps', because: 'entries behind a gap are put right behind the last entry',
    hint: 'What if prevLogIndex is past the end?',
  },
  {
    name: 'adds-again', because: 'entries that are there already are added once more',
    hint: 'What if a request arrives twice?',
  },
  {
    name: 'shallow-copies', because: 'an entry is copied, but not what its command holds',
    hint: 'Who may still hold a part of a command that was appended?',
  },
  {
    name: 'lends-entries', because: 'it hands out the entries that it keeps',
    hint: 'What may the caller of entryAt do with the answer?',
  },
  {
    name: 'later-term-wins',
    because: 'in a conflict it keeps its own entries if they are of a later term',
    hint: 'Which term wins a conflict (Figure 8)?',
  },
  {
    name: 'half-done', because: 'it has taken half of a request when it refuses the other half',
    hint: 'What does the log hold after it refused a request for its second entry?',
  },
  {
    name: 'lets-terms-fall', because: 'append takes an entry of an earlier term than the last one',
    hint: 'Which terms may follow an entry of term 3?',
  },
];

lab(1, 'log', () => {
  section('Figure 2', 'your own tests', () => {
    scenario('your tests pass on every correct log, and not on all others', {
      points: 0.6, name: 'own-tests',
    }, async scene => {
      await expectAccepted(scene);
      if (!await findsAny(scene, broken.map(({name}) => name))) throw foundNone(broken.length);
    });
  });

  section('§5.3', 'your own tests on broken logs', () => {
    table('your tests find the mistake', {points: 2.4, name: 'broken'}, broken,
      async (scene, {name, because, hint}) => {
        await expectCounting(scene);
        await expectFound(scene, {name, mistake: because, hint});
      });
  });
});
