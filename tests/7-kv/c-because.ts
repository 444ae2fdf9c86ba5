/**
 * Why the expectations of this part's stories must hold.
 *
 * Paper: §7, §8.
 * Read next: c-02-sessions.spec.ts.
 */
import type {Because} from '../../harness/scenario';

export const ONCE: Because = {
  source: '§8',
  text: 'A client that was not answered asks again, with the same number. The server remembers ' +
    'for each client the last number it has done and what came of it, and says that again.',
};

export const ONE_LOG: Because = {
  source: '§8',
  text: 'Whether a request is a copy cannot be known when it arrives: the first one may be in ' +
    'the log and not applied yet, here or put there by another leader. It is known when the ' +
    'second is applied.',
};

export const EACH_ITS_OWN: Because = {
  source: '§8',
  text: 'Every client numbers its operations from 1. An operation is known by its client and its ' +
    'number together.',
};

export const READ_ANEW: Because = {
  source: '§8',
  text: 'A read with a number of its own is a new read. It sees every write that was done before ' +
    'it was asked for.',
};

export const NEVER_FORGOTTEN: Because = {
  source: '§8',
  text: 'A store that forgets a session does its last operation again when the retry comes. If ' +
    'the clock or the size of a table says when, servers do not even forget the same.',
};

export const NO_SESSION: Because = {
  source: '§8',
  text: 'Without a session nobody can say that two commands are one, and so they are two: each ' +
    'entry of the log is applied once, no more and no less, whatever is restarted.',
};

export const IN_THE_SNAPSHOT: Because = {
  source: '§7, §8',
  text: 'A snapshot stands for all that was applied. What a server must remember to recognise a ' +
    'retry is part of it, and what was there before a snapshot was installed is not.',
};

export const HINT: Because = {
  source: '§8',
  text: 'A client finds the leader by chance, or because somebody tells it. A server that does ' +
    'not lead refuses, and names the leader it has heard from last, never itself.',
};

export const NOT_YET: Because = {
  source: '§8, §5.3',
  text: 'An entry on a minority of the servers may be overwritten. A client that was told "done" ' +
    'would not ask again, and what it wrote would be gone.',
};

export const ANOTHER_ENTRY: Because = {
  source: '§8, §5.3',
  text: 'A leader that was deposed may have its entries replaced by others. What is committed at ' +
    'an index need not be what was put there: index and term together name an entry.',
};

export const IN_THE_PAST: Because = {
  source: '§8',
  text: 'A leader that was cut off does not know that another one leads, and writes. Before it ' +
    'answers a read, a majority must have told it that it still leads.',
};

export const LATEST: Because = {
  source: '§8',
  text: 'A read sees every write that was answered before it was asked for, whoever leads now. A ' +
    'new leader has all committed entries, but may not have applied them yet.',
};

export const NO_ENTRY: Because = {
  source: '§8',
  text: 'A read changes nothing, so it needs no entry: that would be written to the disks of all ' +
    'servers. It needs to know that the leader leads, and that is one round of heartbeats.',
};

export const ASKS_ON: Because = {
  source: '§8',
  text: 'A server that does not answer may be down, cut off, or waiting for a majority that does ' +
    'not come. Some other one leads by then, or will: a client asks until it is answered.',
};

export const SAME_NUMBER: Because = {
  source: '§8',
  text: 'The same number means the same question, and a new one a new question. That is all by ' +
    'which a server can tell a retry from an operation that is to be done too.',
};

export const OF_ANOTHER: Because = {
  source: '§8',
  text: 'Results come late, and twice. They carry the number of the question they answer; those ' +
    'of an earlier one, or of a former life with numbers of its own, say nothing about this one.',
};

export const LATE_IS_GOOD: Because = {
  source: '§8',
  text: 'In a slow network every answer comes after the timeout. A client that hears only the ' +
    'server it asked last never hears anything there.',
};

export const FOLLOWS_HINTS: Because = {
  source: '§8',
  text: 'A server that refuses supplies the leader it knows of, so that a client need not try ' +
    'them all. The hint may be old; then that server will know better, or not answer.',
};

export const STAYS: Because = {
  source: '§8',
  text: 'Leaders change rarely. A client that begins each operation with some server pays a ' +
    'refusal or a timeout for each.',
};

export const NO_FLOOD: Because = {
  source: '§8, §5.2',
  text: 'While an election is under way everybody refuses, at once. Clients that ask again at ' +
    'once keep the servers busy with refusing, and the election late.',
};

export const OWN_ID: Because = {
  source: '§8',
  text: 'Two with one clientId share their numbers: what one of them asks for is taken for a ' +
    'retry of what the other one asked for, and is not done.',
};

export const SPEED: Because = {
  source: '§8, §5.3',
  text: 'A leader sends a new entry at once, answers as soon as it is applied, and is asked ' +
    'first by a client that knows it. Who waits for heartbeats or refusals is ten times slower.',
};

export const ALL_ONCE: Because = {
  source: '§8',
  text: 'Requests and results are lost here, so clients ask again and again. Each text is still ' +
    'appended once, and those of one client in the order in which it asked.',
};

export const NOT_BEFORE_HEALED: Because = {
  source: '§8, §5.3',
  text: 'A leader that cannot reach a majority can commit nothing, and cannot know whether it ' +
    'still leads, so it can neither write nor read.',
};

export const SNAPSHOT_BOUND: Because = {
  source: '§7',
  text: 'A log without bound fills the disk and makes a restart take longer each day. A snapshot ' +
    'holds the state and nothing of how it came about.',
};

export const NOT_EACH_TIME: Because = {
  source: '§7',
  text: 'A snapshot writes all of the state. If the state alone is above the limit, the limit ' +
    'alone says that one is due after every entry; then each small write costs a large one.',
};

export const NO_LIMIT: Because = {
  source: '§7',
  text: 'When to take snapshots is a setting of the service. Where snapshotBytes is null, the ' +
    'whole log is to be kept.',
};

export const NEW_LIFE: Because = {
  source: '§8',
  text: 'A client that starts anew counts from 1 again. If it is known by the same clientId, its ' +
    'first operations are taken for retries of those it did in its former life.',
};
