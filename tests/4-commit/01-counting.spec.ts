/**
 * Tables: how far the leader commits, by the logs of all servers.
 *
 * The first log is S1's, who leads; the others' are prefixes of it, and S1 has just heard from each
 * follower how far that is.
 * Paper: §5.3, §5.4.2; Figure 2, "Rules for Servers", leaders.
 */
import type {Cluster} from '../../harness/cluster/cluster';
import {entriesOf, lab, section, table} from '../../harness/scenario';
import type {Because, ScenarioOptions} from '../../harness/scenario';
import {expectCommitted} from './expectations';

interface CountCase {
  readonly servers: number;
  readonly logs: readonly string[];
  /** S1's; of its last entry if absent. */
  readonly term?: number;
  readonly commits: number;
  readonly because: string;
}

const eleven = '1 1 1 1 1 1 1 1 1 1 1';
const ten = '1 1 1 1 1 1 1 1 1 1';
const nine = '1 1 1 1 1 1 1 1 1';

const majorities: CountCase[] = [
  {servers: 2, logs: ['1', ''], commits: 0,
    because: 'one of two is only half'},
  {servers: 2, logs: ['1', '1'], commits: 1,
    because: 'two of two hold index 1'},
  {servers: 3, logs: ['1', '', ''], commits: 0,
    because: 'the leader is only one of three'},
  {servers: 3, logs: ['1 1 1', '1 1', ''], commits: 2,
    because: 'the leader is one of two of three'},
  {servers: 4, logs: ['1 1', '1 1', '', ''], commits: 0,
    because: 'two of four are only half'},
  {servers: 4, logs: ['1 1', '1 1', '1', ''], commits: 1,
    because: 'three of four hold index 1'},
  {servers: 5, logs: ['1 1', '1 1', '', '', ''], commits: 0,
    because: 'two of five are too few'},
  {servers: 5, logs: ['1 1 1 1', '1 1 1', '1 1', '1', ''], commits: 2,
    because: 'each index is counted by itself'},
  {servers: 6, logs: ['1 1', '1 1', '1 1', '1', '', ''], commits: 1,
    because: 'three of six are only half'},
  {servers: 7, logs: ['1 1', '1 1', '1 1', '1', '', '', ''], commits: 1,
    because: 'three of seven are too few for index 2'},
  {servers: 7, logs: ['1 1', '1 1', '1 1', '1 1', '', '', ''], commits: 2,
    because: 'four of seven hold index 2'},
  {servers: 3, logs: [eleven, ten, nine], commits: 10,
    because: 'index 10 comes after index 9'},
];

const terms: CountCase[] = [
  {servers: 3, logs: ['1 2', '1 2', '1 2'], term: 3, commits: 0,
    because: 'all hold everything, but nothing is of term 3'},
  {servers: 3, logs: ['1 2', '1', '1'], term: 2, commits: 0,
    because: 'on a majority is only an entry of term 1'},
  {servers: 5, logs: ['1 2 4', '1 2', '1 2', '1', '1'], term: 4, commits: 0,
    because: 'term 2 on a majority in term 4, Figure 8 (c)'},
  {servers: 5, logs: ['1 2 4', '1 2 4', '1 2 4', '1', '1'], term: 4, commits: 3,
    because: 'term 4 on a majority as well, Figure 8 (e)'},
  {servers: 3, logs: ['1 1 3 3', '1 1 3', '1'], term: 3, commits: 3,
    because: 'one of its own brings those before along'},
];

lab(4, 'commit', () => {
  section('§5.3', 'what a leader counts', () => {
    table<CountCase>(
      'a majority commits', {name: 'majority', points: 1.2}, majorities,
      async ({cluster}, row) => {
        await hearFromAll(cluster, row);
        expectCommitted(cluster, {S1: row.commits}, {
          source: '§5.3',
          text: 'An entry is committed once it is on a majority of the servers: more than half ' +
            `of all of them, the leader included. Here ${row.because}.`,
        });
      }, initialOf);
  });

  section('§5.4.2', 'which terms a leader counts', () => {
    table<CountCase>(
      'only its own term counts', {name: 'own-term', points: 1}, terms,
      async ({cluster}, row) => {
        await hearFromAll(cluster, row);
        expectCommitted(cluster, {S1: row.commits}, ownTerm(row.because));
      }, initialOf);
  });
});

function ownTerm(because: string): Because {
  return {
    source: '§5.4.2, Figure 8',
    text: 'An entry of an earlier term may be on a majority and still be overwritten. A leader ' +
      'counts for entries of its own term, and what stands before them comes along. Here ' +
      `${because}.`,
  };
}

/** S1 is told by every follower how far their logs agree; nothing else arrives. */
async function hearFromAll(cluster: Cluster, {logs, term}: CountCase): Promise<void> {
  const own = term ?? entriesOf(logs[0] ?? '').at(-1)?.term ?? 0;
  cluster.hold({});
  await cluster.appoint('S1', {term: own});
  for (const follower of cluster.others('S1')) {
    await cluster.receive('S1', follower, {
      type: 'AppendEntriesResults', term: own, success: true,
      matchIndex: cluster.view(follower).log.length,
    });
  }
}

function initialOf({logs, term}: CountCase): ScenarioOptions['initial'] {
  return Object.fromEntries(logs.map((log, n) => [
    `S${n + 1}`, {log, ...(term === undefined ? {} : {currentTerm: term})},
  ]));
}
