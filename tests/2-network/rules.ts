/**
 * The rules of a network that tests hold it to: the claim, why it matters, what to ask oneself.
 *
 * Paper: §2, what Raft may and may not expect of a network.
 * Promises: a hint is shown only for the symptom it stands under, and it is a question.
 * Read next: control-rules.ts and framing-rules.ts, the same for the rest of the lab.
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

/** The rule with one hint for whatever is seen: of a row that only one mistake breaks. */
export function hinting(rule: Rule, hint: string | undefined): Rule {
  if (hint === undefined) return rule;
  return {...rule, hints: {more: hint, fewer: hint, order: hint, other: hint}};
}

export const NO_QUEUE = 'Raft sends again whatever matters. A network that keeps messages for ' +
  'later floods a server that returns with news of terms long over.';

export const ASYNCHRONOUS: Rule = {
  rule: 'a message arrives by way of schedule, never while it is being sent',
  why: 'On a real network no answer comes before send() has returned. Code that is called back ' +
    'in the middle of its own work breaks in ways that no later test explains.',
  hints: {more: 'Does a message with a delay of 0ms go through options.schedule, too?'},
};

export const ARRIVES: Rule = {
  rule: 'on a whole network every message arrives, once',
  why: 'Loss and duplication are faults that a test switches on. Before it does, there are none.',
  hints: {
    fewer: 'Does the message get as far as schedule, and its callback to where receive() takes it?',
    more: 'Does receive() also remove the message that it returns?',
  },
};

export const ANY_JSON: Rule = {
  rule: 'any JSON is a message',
  why: 'A vote of false and a term of 0 are answers, too.',
  source: 'harness/raft/messages.ts',
  hints: {fewer: 'Is a message told from none by undefined, or by being falsy?'},
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
  why: 'The process that held it has crashed. If its words still went out, one server would ' +
    'speak with two voices, and could vote twice in a term.',
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
  why: 'Servers are different machines. If two share one object, one changes the log of the ' +
    'other without a word on the network, and no message explains the failure.',
  hints: {other: 'How many copies of the message are made: one a send, or one for each holder?'},
};

export const SETTINGS_COPIED: Rule = {
  rule: 'a control keeps the values it was given, not the object they came in',
  why: 'A test that fills one object anew for each call would change what was set long before.',
  hints: {
    other: 'Does the control keep its argument, or a copy of it?',
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

export const UNNAMED_IS_ALONE: Rule = {
  ...CUT,
  hints: {more: 'Which group is a server in that no group names?'},
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
  hints: {more: 'Does a new cut begin with a clean slate?'},
};

export const HEALED: Rule = {
  rule: 'heal() makes every link whole',
  why: 'Whatever a test has cut, in whatever order: after this a majority must make progress.',
  hints: {fewer: 'Does heal() forget every cut, of every server and both directions?'},
};

export const HEAL_IS_FOR_LINKS: Rule = {
  rule: 'heal() mends links and leaves loss, delay, duplication and reordering as they are',
  why: 'Tests heal a partition in a network that stays bad.',
};

export const ASKED_TWICE: Rule = {
  rule: 'a message is thrown away if its link is cut when sent or when due, and only then',
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
