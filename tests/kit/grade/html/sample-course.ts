/**
 * The labs of the sample class, with some of the scenarios they really have.
 *
 * Read next: sample-students.ts.
 */
export interface CourseScenario {
  readonly name: string;
  readonly part?: string;
  readonly section: string;
  readonly group: string;
  readonly title: string;
  readonly points: number;
  readonly seeds?: number;
  readonly isHidden?: boolean;
}

export interface CourseLab {
  readonly lab: number;
  readonly name: string;
  readonly title: string;
  readonly points: number;
  readonly scenarios: readonly CourseScenario[];
}

type Row = readonly [name: string, section: string, group: string, title: string];

const LOG: readonly Row[] = [
  ['check-3', 'Figure 2', 'the check',
    'an AppendEntries is taken only behind an entry that is there: the entry before is there'],
  ['check-6', 'Figure 2', 'the check',
    'an AppendEntries is taken only behind an entry that is there: an empty log has no entry 1'],
  ['conflict-4', '§5.3', 'conflicts',
    'a conflict cuts the log, and the new entries take its place: the very first entry'],
  ['figure7-6', 'Figure 7', 'repair', 'a leader backs up until its log fits: follower f'],
  ['two-logs', '§5.3', 'two logs', 'two logs do not know of each other'],
];

const NETWORK: readonly Row[] = [
  ['split-1', 'framing', 'streams', 'a stream cut in two anywhere gives the same frames'],
  ['refused-9', '§2', 'nonsense', 'nonsense is refused and changes nothing: none is below 0'],
  ['exact-3', '§2', 'chance', 'at 0 and at 1 nothing is left to chance: a duplication of 0'],
];

const REPLICATION: readonly Row[] = [
  ['receiver-4', 'Figure 2', 'the receiver',
    'an answer follows the rules: each entry keeps the term in which it was created'],
  ['receiver-5', 'Figure 2', 'the receiver',
    'an answer follows the rules: its log ends before prevLogIndex, and a log has no holes'],
  ['sender-1', 'Figure 2', 'the sender', 'a request begins at nextIndex: it lacks two entries'],
  ['sender-6', 'Figure 2', 'the sender', 'a request begins at nextIndex: it has everything'],
  ['hint-1', '§5.3', 'hints', 'a hint is true: its log is empty'],
  ['results-8', '§5.3', 'results',
    'results say what is replicated: a refusal arrives a second time, after its success'],
];

const COMMIT: readonly Row[] = [
  ['majority-2', '§5.3', 'what a leader counts', 'a majority commits: two of two hold index 1'],
  ['majority-9', '§5.3', 'what a leader counts', 'a majority commits: three of six are only half'],
  ['own-term-3', '§5.4.2', 'which terms a leader counts',
    'only its own term counts: term 2 on a majority in term 4, Figure 8 (c)'],
  ['own-term-4', '§5.4.2', 'which terms a leader counts',
    'only its own term counts: term 4 on a majority as well, Figure 8 (e)'],
  ['figure-8-d', 'Figure 8', 'entries of earlier terms',
    'term 4 does not commit an entry of term 2 by counting'],
  ['one-answers-often', '§5.3', 'what a leader counts',
    'one follower that answers five times is still one server'],
];

const ELECTION: readonly Row[] = [
  ['one-vote-1', '§5.2', 'one vote a term', 'a server votes once in a term: it voted for another'],
  ['one-vote-3', '§5.2', 'one vote a term', 'a server votes once in a term: it is a candidate'],
  ['timer-4', '§5.2', 'the election timer',
    'the timer starts afresh exactly when it must: it is behind, but that was its leader'],
  ['timer-6', '§5.2', 'the election timer',
    'the timer starts afresh exactly when it must: the leader of a later term sends one too'],
  ['timer-10', '§5.2', 'the election timer',
    'the timer starts afresh exactly when it must: the request is of an earlier term'],
  ['cut-off', '§5.1', 'later terms',
    'a leader that was cut off is replaced, and steps down when it returns'],
  ['vote-and-crash', '§5.2', 'crashes',
    'a server that voted, crashed and returned does not vote again'],
  ['random-five', 'Figure 3', 'random worlds', 'five servers keep every property of Figure 3'],
];

const TIMING: readonly Row[] = [
  ['first-leader', 'Go labs', '3A', 'a leader is elected, and stays'],
  ['returns', '§5.2', 'staying the leader', 'a leader keeps its followers for ten seconds'],
  ['idle-cost', '§5.2', 'what standing and leading cost', 'an idle cluster sends heartbeats alone'],
  ['batched-cost', '§5.3', 'what entries cost', 'a hundred commands need few messages'],
  ['small-three', '§5.6', 'other settings', 'three servers elect with a timeout of 300 ms'],
  ['stale-read-1', '§8', 'stale reads', 'a leader that was replaced returns no old value'],
];

const SERVICE: readonly (readonly [part: string, ...row: Row])[] = [
  ['a', 'restart-vote', '§5.2', 'votes', 'a vote is kept through a restart'],
  ['a', 'crash-points', 'Figure 2', 'a crash after every effect', 'nothing is told before synced'],
  ['a', 'random-disks', 'Figure 3', 'random worlds', 'five servers with disks that fail'],
  ['b', 'snapshot-1', 'Figure 13', 'a follower is sent a snapshot', 'a snapshot replaces the log'],
  ['b', 'snapshot-late', '§7', 'late, twice', 'an old snapshot changes nothing'],
  ['c', 'large-store', '§8', 'the store', 'a store of two thousand keys'],
  ['c', 'random-worlds', '§8', 'histories', 'clients see one store, whatever fails'],
  ['d', 'driver-1', 'given', 'the runtime', 'inputs are taken one at a time'],
];

export const COURSE: readonly CourseLab[] = [
  labOf({lab: 1, name: 'log', title: 'The log', points: 8}, LOG),
  labOf({lab: 2, name: 'network', title: 'The network', points: 7}, NETWORK),
  labOf({lab: 3, name: 'replication', title: 'Replication', points: 15}, REPLICATION),
  labOf({lab: 4, name: 'commit', title: 'Commit', points: 10}, COMMIT),
  labOf({lab: 5, name: 'election', title: 'Election', points: 20}, ELECTION),
  labOf({lab: 6, name: 'timing', title: 'Timing', points: 15}, TIMING),
  labOf({lab: 7, name: 'kv', title: 'The key/value system', points: 25},
    SERVICE.map(([, ...row]) => row)),
];

function labOf(lab: Omit<CourseLab, 'scenarios'>, rows: readonly Row[]): CourseLab {
  const scenarios = rows.map(([name, section, group, title]): CourseScenario => {
    const part = SERVICE.find(([, of]) => of === name)?.[0];
    const isRandom = name.startsWith('random');
    return {
      name, ...part === undefined ? {} : {part}, section, group, title,
      points: lab.points / rows.length, ...isRandom ? {seeds: 12} : {},
      ...name === 'stale-read-1' ? {isHidden: true, seeds: 8} : {},
    };
  });
  return {...lab, scenarios};
}
