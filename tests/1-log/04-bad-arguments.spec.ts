/**
 * Tables of arguments that no log can take: each is refused with an error that names it, and the
 * log stays as it was.
 *
 * Paper: Figure 2, "State": indexes and terms are whole numbers, and the first index is 1.
 */
import {lab, section, table} from '../../harness/scenario';
import type {ScriptValue} from '../../harness/host/script';
import {LogScript} from './log-script';

const LOG = '1 1 4 4';

interface BadIndex {
  readonly index: ScriptValue;
  readonly because: string;
}

const indexes: BadIndex[] = [
  {index: -1, because: 'no index is below 0'},
  {index: 1.5, because: 'nothing lies between two entries'},
  {index: {$special: 'NaN'}, because: 'NaN is no number to count with'},
  {index: {$special: 'Infinity'}, because: 'a log has an end'},
  {index: '1', because: 'a text is no number, though + and < take it for one'},
];

interface BadEntries {
  /** LOG if absent. */
  readonly log?: string;
  readonly method: 'append' | 'appendEntries';
  readonly given: readonly ScriptValue[];
  readonly because: string;
}

const entry = (term: ScriptValue): ScriptValue => ({term, command: 'x'});
const after2 = (...entries: ScriptValue[]): readonly ScriptValue[] => [2, 1, entries];

const NAN: ScriptValue = {$special: 'NaN'};

const terms: BadEntries[] = [
  {method: 'append', given: [entry(0)], log: '', because: 'the first term is 1, not 0'},
  {method: 'append', given: [entry(4.5)], because: 'no election has half a term'},
  {method: 'append', given: [entry(NAN)], because: 'NaN is no term: no comparison with it holds'},
  {method: 'append', given: [entry('4')], because: 'a text is no term'},
  {method: 'appendEntries', given: after2(entry(-1)), because: 'no term is below 0'},
  {method: 'appendEntries', given: after2(entry(NAN)), because: 'NaN is no term to send either'},
  {
    method: 'appendEntries', given: after2(entry(5), entry('5')),
    because: 'the second entry is bad, and the first is not kept',
  },
  {
    method: 'appendEntries', given: after2(entry(5), entry(4)),
    because: 'terms may not fall from one new entry to the next',
  },
  {
    method: 'appendEntries', given: [4, 4, [entry(3)]],
    because: 'terms may not fall from prevLogTerm to the first entry',
  },
];

lab(1, 'log', () => {
  section('Figure 2', 'bad indexes', () => {
    table('a bad index is refused', {
      points: 0.25, name: 'bad-index', module: 'log',
    }, indexes, async ({object}, {index}) => {
      await new LogScript(object).start(LOG)
        .refuses('termAt', [index], 'index')
        .refuses('entryAt', [index], 'index')
        .refuses('entriesFrom', [index], 'index')
        .refuses('appendEntries', [index, 1, [entry(5)]], 'prevLogIndex')
        .holds(LOG).run();
    });
  });

  section('§5.3', 'bad terms', () => {
    table('an entry with a bad term is refused', {
      points: 0.35, name: 'bad-term', module: 'log',
    }, terms, async ({object}, {method, given, log = LOG}) => {
      await new LogScript(object).start(log).refuses(method, given, 'term').holds(log).run();
    });
  });
});
