/**
 * The rules of controls, time, chance and the debug log that tests hold a network to.
 *
 * Source: harness/raft/network-interface.ts; §2 where none is named.
 * Read next: 05-controls.spec.ts.
 */
import {NO_QUEUE} from './rules';
import type {Rule} from './rules';

const CONTRACT = 'harness/raft/network-interface.ts';

export const REFUSED: Rule = {
  rule: 'what is no server, no probability or no delay is refused with a RangeError that names it',
  why: 'A name mistyped in a test would else cut nothing, and the test would pass for nothing.',
  source: CONTRACT,
};

export const REFUSED_CHANGES_NOTHING: Rule = {
  rule: 'a call that is refused changes nothing',
  why: 'All checks come before the first change; else a test goes on in a half-cut network.',
  source: CONTRACT,
  hints: {fewer: 'Is everything checked before the first change?'},
};

export const EXACT: Rule = {
  rule: 'a control set to 0 or 1, or to a range of one, leaves nothing to chance',
  why: 'Random is uniform in [0, 1): it may draw 0, and never draws 1. Stories that count ' +
    'messages rely on never and always.',
  hints: {
    more: 'Which way round is a draw compared with the probability, and with < or with <=?',
    fewer: 'Which way round is a draw compared with the probability, and with < or with <=?',
    other: 'Which delays are added up for this message?',
  },
};

export const TELLS_THE_LOG: Rule = {
  rule: 'the debug log is told once of each thing that happens to a message',
  why: 'Once nothing is on its way, sent + duplicated = delivered + lost + cut + away. Whoever ' +
    'debugs a later lab counts on it.',
  source: CONTRACT,
  hints: {
    fewer: 'Which way out of send() and of the scheduled callback writes no event?',
    more: 'Is something told twice, or told before it has happened?',
  },
};

export const NO_TIMER: Rule = {
  rule: 'time comes only from the schedule it is given',
  why: 'Whoever owns schedule owns time, and can stop it, replay it, and run it faster than ' +
    'life. A timer of the network\'s own goes on behind its back.',
  source: CONTRACT,
  hints: {more: 'Which line calls setTimeout, setInterval or setImmediate?'},
};

export const REPEATABLE: Rule = {
  rule: 'the same random gives the same run',
  why: 'A failure that cannot be repeated cannot be taken apart. All chance comes from ' +
    'options.random, so that one seed decides a whole run.',
  source: CONTRACT,
  hints: {other: 'Does anything ask Math.random or Date.now, or a variable outside the class?'},
};

export const ALL_CHANCE_IS_GIVEN: Rule = {
  rule: 'another random gives another run',
  why: 'A network with a random of its own repeats one run for ever, and the seeds that later ' +
    'labs try would all be the same.',
  source: CONTRACT,
  hints: {other: 'Which draws do not come from options.random?'},
};

export const APART: Rule = {
  rule: 'two networks know nothing of each other',
  why: 'Each test makes its network. What one leaves behind in a variable changes the next.',
  hints: {
    more: 'Is anything kept outside the classes, or in a static field?',
    fewer: 'Is anything kept outside the classes, or in a static field?',
  },
};

export const FROM_THEN_ON: Rule = {
  rule: 'a control that changes holds for what is sent from then on',
  why: 'What is on its way has had its dice thrown.',
  source: CONTRACT,
  hints: {
    fewer: 'Are all draws made in send(), or some in the scheduled callback?',
    more: 'Are all draws made in send(), or some in the scheduled callback?',
  },
};

export const LOG_IS_REPLACED: Rule = {
  rule: 'only the log set last is told, and undefined stops it',
  why: 'A log that cannot be silenced fills the screen of every later test.',
  source: CONTRACT,
};

export const RATE: Rule = {
  rule: 'a probability is drawn for each message on its own',
  why: 'Tests choose rates at which a cluster still makes progress. Twice the loss, or loss in ' +
    'long runs, is another world. The bounds here are seven standard deviations wide.',
  hints: {
    more: 'How often is chance asked for one message, and which way round is it compared?',
    fewer: 'How often is chance asked for one message, and which way round is it compared?',
  },
};

export const EACH_ON_ITS_OWN: Rule = {
  ...RATE,
  hints: {
    fewer: 'Is chance asked for each message, or does a counter decide?',
    more: 'Is chance asked for each message, or for several at once?',
  },
};

export const UNIFORM: Rule = {
  rule: 'a delay is drawn from min to max, both included, each millisecond as often as any other',
  why: 'Timeouts are chosen for the whole range, and the rare ends are where they fail.',
  source: CONTRACT,
  hints: {
    more: 'How many whole numbers are there from min to max?',
    fewer: 'Does rounding make some of the range rarer than the rest, or leave max out?',
  },
};

export const OWN_DELAY: Rule = {
  rule: 'each copy of a duplicated message has a delay of its own',
  why: 'A copy that comes much later is the one that finds a server which has moved on.',
  source: CONTRACT,
  hints: {fewer: 'Is the delay drawn once for the message, or once for each copy?'},
};

export const OVERTAKEN: Rule = {
  rule: 'a message held back arrives after its delay and that of reordering, and is overtaken',
  why: 'An old request that comes late is what a stale leader sounds like.',
  source: CONTRACT,
  hints: {
    more: 'Is a message held back although its draw said no?',
    fewer: 'Is a message held back for its whole time?',
  },
};

export const ADDS_UP: Rule = {
  rule: 'once nothing is on its way, sent + duplicated = delivered + lost + cut + away',
  why: 'Each copy meets exactly one end. A sum that does not hold is a message forgotten, or one ' +
    'that came from nowhere.',
  source: CONTRACT,
  hints: {
    more: 'Which way out of send() and of the scheduled callback writes no event?',
    fewer: 'Which copy has two ends: is something delivered that was told as lost?',
  },
};

export const NOTHING_FROM_NOWHERE: Rule = {
  rule: 'a message is received as it was sent, by whom it was sent to, at most twice',
  why: 'Raft lives with every fault of a network but one: words that nobody said.',
};

export const CUT_AT_SENDING: Rule = {
  rule: 'a message sent into a cut link never arrives',
  why: NO_QUEUE,
  hints: {more: 'Is the link looked at in send(), too?'},
};

export const CALM_AGAIN: Rule = {
  rule: 'once healed and with all faults at 0, the network is as good as new',
  why: 'Every random world ends in a calm phase, in which a cluster must make progress.',
  hints: {fewer: 'What outlives heal() and the controls set back to 0?'},
};
