/**
 * Where things stand in the extended Raft paper: its sections and figures, in the kit's own words.
 *
 * Every source that a check, a test or a file of yours names is looked up here, so that nobody is
 * sent to a section that does not exist.
 * Paper: "In Search of an Understandable Consensus Algorithm (Extended Version)".
 * Read next: index.ts.
 */

/** Section or figure, and what a reader finds there. */
export const PAPER: Readonly<Record<string, string>> = {
  '§1': 'What Raft is for',
  '§2': 'Replicated state machines',
  '§3': 'What is wrong with Paxos',
  '§4': 'Designing for people who must understand it',
  '§5': 'The algorithm',
  '§5.1': 'Terms, roles and the two RPCs',
  '§5.2': 'Electing a leader',
  '§5.3': 'Replicating the log',
  '§5.4': 'What keeps it safe',
  '§5.4.1': 'Who may be elected',
  '§5.4.2': 'Entries of earlier terms',
  '§5.4.3': 'Why it is safe: the argument',
  '§5.5': 'Followers and candidates that crash',
  '§5.6': 'What the timeouts must be for a leader to last',
  '§6': 'Changing the servers of a cluster',
  '§7': 'Snapshots: making the log shorter',
  '§8': 'Clients',
  '§9': 'How it was tested and measured',
  '§9.1': 'Is it easier to learn?',
  '§9.2': 'Proofs',
  '§9.3': 'How fast leaders are elected',
  '§10': 'Other work',
  '§11': 'Looking back',
  'Figure 1': 'A replicated state machine: client, log, state',
  'Figure 2': 'All of Raft on one page, without snapshots and new servers',
  'Figure 3': 'The five properties that always hold',
  'Figure 4': 'Three roles, and what leads from one to another',
  'Figure 5': 'Time is divided into terms',
  'Figure 6': 'Logs, their entries, and which are committed',
  'Figure 7': 'How the logs of followers can differ from a new leader\'s',
  'Figure 8': 'Why entries of earlier terms are not committed by counting',
  'Figure 9': 'The voter that would have to exist if a committed entry were missing',
  'Figure 10': 'Two majorities at once, if servers change all in one step',
  'Figure 11': 'The two steps of a change of servers',
  'Figure 12': 'A snapshot in place of the first entries',
  'Figure 13': 'The InstallSnapshot RPC',
  'Figure 14': 'What students scored on Raft and on Paxos',
  'Figure 15': 'Which of the two they would rather build',
  'Figure 16': 'How long it takes to replace a leader',
};

/** The sections and figures a text names: '§5.3; Figures 6 and 8 (e)' names three. */
export function citations(text: string): readonly string[] {
  const sections = [...text.matchAll(/§\d+(?:\.\d+)*/g)].map(([section]) => section);
  const figures = [...text.matchAll(/\bFigures? (\d+(?:(?:, | and | to )\d+)*)/g)]
    .flatMap(([, numbers]) => [...(numbers ?? '').matchAll(/\d+/g)])
    .map(([figure]) => `Figure ${figure}`);
  return [...sections, ...figures];
}

export function isInThePaper(citation: string): boolean {
  return Object.hasOwn(PAPER, citation);
}
