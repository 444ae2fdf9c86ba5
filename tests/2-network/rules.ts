/**
 * The rules of a network that tests hold it to: the claim, why it matters, what to ask oneself.
 *
 * Paper: §2, what Raft may and may not expect of a network.
 * Promises: a hint is shown only for the symptom it stands under, and it is a question.
 * Read next: framing-rules.ts, the same for framing; 01-sending.spec.ts.
 */

/** More was seen than the rule allows, less, the same in another order, or something else. */
export type Symptom = 'more' | 'fewer' | 'order' | 'other';

export interface Rule {
  /** The second half of a claim, behind the dash. */
  readonly rule: string;
  readonly why: string;
  /** Where the rule stands; §2 if absent. */
  readonly source?: string;
  readonly hints?: Readonly<Partial<Record<Symptom, string>>>;
}

const CONTRACT = 'harness/raft/network-interface.ts';
const NO_QUEUE = 'Raft sends again whatever matters. A network that keeps messages for later ' +
  'floods a server that returns with news of terms long over.';

export const ASYNCHRONOUS: Rule = {
  rule: 'a message arrives by way of schedule, never while it is being sent',
  why: 'On a real network no answer comes before send() has returned. Code that is called back in ' +
    'the middle of its own work breaks in ways that no later test explains.',
  hints: {more: 'Does a message with a delay of 0ms go through options.schedule, too?'},
};

export const ARRIVES: Rule = {
  rule: 'on a whole network every message arrives, once',
  why: 'Loss and duplication are faults that a test switches on. Before it does, there are none.',
  hints: {
    fewer: 'Does the callback given to schedule put the message where receive() takes it from?',
    more: 'Does receive() also remove the message that it returns?',
    order: 'At which end of its list does a message arrive, and from which end does receive() take?',
  },
};

export const IN_ORDER: Rule = {
  rule: 'messages on a link that take the same time arrive in the order sent',
  why: 'Reordering is a fault that a test switches on; a later test counts what overtakes what.',
  hints: {order: 'At which end of its list does a message arrive, and from which is it taken?'},
};

export const THROWN_AWAY: Rule = {
  rule: 'what comes due while its receiver is away is thrown away, never queued',
  why: NO_QUEUE,
  hints: {more: 'Is anything kept for a server that has no endpoint yet?'},
};

export const STILL_COMES: Rule = {
  rule: 'who is away is asked when a message is due, not when it is sent',
  why: 'The network only finds out that nobody is there when it gets there.',
  hints: {fewer: 'Is the receiver\'s endpoint looked up in send(), or in the scheduled callback?'},
};

export const FRESH_ENDPOINT: Rule = {
  rule: 'what waited at a server that restarts is gone',
  why: 'What a server received but did not handle lay in its memory, and a crash empties that.',
  hints: {more: 'Does the new endpoint begin with the list of the one before it?'},
};

export const DEAD_ENDPOINT: Rule = {
  rule: 'an endpoint that was replaced neither sends nor receives',
  why: 'The process that held it has crashed. If its words still went out, one server would speak ' +
    'with two voices, and could vote twice in a term.',
  hints: {more: 'How does an endpoint know that it is no longer the one its server has?'},
};

export const CUTS_OUTLIVE: Rule = {
  rule: 'links stay as they are when a server restarts',
  why: 'A cable that is cut is not mended by rebooting what hangs on it.',
};

export const SENT_AS_IT_WAS: Rule = {
  rule: 'what arrives is the message as it was when it was sent',
  why: 'A sender goes on with its own objects: a log that grows would grow in messages long sent.',
  hints: {other: 'When is the message copied, and how deep does the copy go?'},
};

export const OWN_COPY: Rule = {
  rule: 'whoever holds a message has it alone',
  why: 'Servers are different machines. If two share one object, one changes the log of the other ' +
    'without a word on the network, and no message explains the failure.',
  hints: {other: 'How many copies of the message are made: one a send, or one for each holder?'},
};

export const SETTINGS_COPIED: Rule = {
  rule: 'a control keeps the values it was given, not the object they came in',
  why: 'A test that fills one object anew for each call would change what was set long before.',
  hints: {
    more: 'Does setDelay keep its argument, or a copy of it? And setReordering?',
    fewer: 'Does setDelay keep its argument, or a copy of it? And setReordering?',
  },
};

export const CUT: Rule = {
  rule: 'a link that is cut carries nothing, and every other link is whole',
  why: 'A partition that leaks, or cuts too much, tests something else than what it says.',
  hints: {
    more: 'Is a link\'s cut looked up by (from, to), in every place where a message passes?',
    fewer: 'Which links were cut besides those that were asked for?',
  },
};

export const ONE_WAY: Rule = {
  rule: 'a one-way cut leaves the way back whole',
  why: 'A server that hears and is not heard is a fault of its own: it knows of the leader, and ' +
    'the leader believes it dead.',
  hints: {fewer: 'Is a cut kept for a pair of servers, or for a direction?'},
};

export const CUTS_ADD_UP: Rule = {
  rule: 'cuts add up until heal() takes all of them back',
  why: 'A test that cuts off a second server relies on the first one being away still.',
  hints: {more: 'Does a new cut begin with a clean slate?', fewer: 'Does heal() forget every cut?'},
};

export const HEAL_IS_FOR_LINKS: Rule = {
  rule: 'heal() mends links and leaves loss, delay, duplication and reordering as they are',
  why: 'Tests heal a partition in a network that stays bad.',
};

export const ASKED_TWICE: Rule = {
  rule: 'a message is thrown away if its link is cut when it is sent or when it is due, else it arrives',
  why: NO_QUEUE,
  hints: {
    more: 'Is the link looked at twice: in send(), and in the scheduled callback?',
    fewer: 'Is anything but the links at these two instants looked at?',
  },
};

export const HAS_ARRIVED: Rule = {
  rule: 'what waits at its receiver has arrived, and no cut takes it away',
  why: 'Once delivered, a message lies in the receiver\'s own memory.',
  hints: {fewer: 'Does receive() ask whether a link is cut?'},
};

export const REFUSED: Rule = {
  rule: 'what is no server, no probability or no delay is refused with a RangeError that names it',
  why: 'A name mistyped in a test would otherwise cut nothing, and the test would pass for nothing.',
  source: CONTRACT,
};

export const REFUSED_CHANGES_NOTHING: Rule = {
  rule: 'a call that is refused changes nothing',
  why: 'All checks come before the first change; else a test goes on in a half-cut network.',
  source: CONTRACT,
  hints: {fewer: 'Are all groups checked before the first link is cut?'},
};

export const EXACT: Rule = {
  rule: 'a control set to 0 or 1, or to a range of one, leaves nothing to chance',
  why: 'Random is uniform in [0, 1): it may draw 0, and never draws 1. Stories that count ' +
    'messages rely on never and always.',
  hints: {
    more: 'Is a draw compared with <, or with <=?',
    fewer: 'Is a draw compared with <, or with <=?',
    other: 'Does the delay of reordering come on top of a message\'s own, and only when drawn?',
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
  why: 'Whoever owns schedule owns time: it can be stopped, replayed, and run faster than life. A ' +
    'timer of the network\'s own goes on behind its back.',
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
  why: 'Tests make a network each. What one leaves behind in a variable of the module changes the next.',
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
    more: 'How often is chance asked for one message, and is every draw compared the right way round?',
    fewer: 'How often is chance asked for one message, and is every draw compared the right way round?',
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
  why: 'Each copy meets exactly one end. A sum that does not hold is a message that was forgotten, ' +
    'or one that came from nowhere.',
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
