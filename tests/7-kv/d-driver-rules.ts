/**
 * The rules of a driver: the claim, why it matters, what to ask oneself.
 *
 * Source: skeleton/driver.ts, whose numbers they have.
 */
import type {Rule} from './d-rule';

export const ONE_AT_A_TIME: Rule = {
  rule: 'the machine takes no input while another runs (rule 1)',
  why: 'A server in the middle of a message has changed half of its state. What comes in between ' +
    'sees that half, and no test of labs 1 to 6 has ever tried it.',
  hint: 'What happens if an input arrives while `await machine.step(…)` waits?',
};

export const IN_ORDER: Rule = {
  rule: 'inputs are taken in the order of their arrival, whatever their kind (rule 1)',
  why: 'With two queues, or one that is emptied from the wrong end, one kind of input can keep ' +
    'another waiting for ever.',
  hint: 'How many queues are there, and from which end is an input taken?',
};

export const NONE_LOST: Rule = {
  rule: 'no input is lost (rule 1)',
  why: 'A network may lose messages, and a driver may not: a call that is lost is never answered.',
  hint: 'Who starts the work again for an input that arrives when the last one has just ended?',
};

export const DISK_ORDER: Rule = {
  rule: 'records reach the disk in the machine\'s order (rule 2)',
  why: 'What the disk holds after a crash is a beginning of what was appended. In another order ' +
    'it is a state that the server never had.',
  hint: 'Can a rewrite overtake what was appended before it, or be overtaken?',
};

export const LEAVING_ORDER: Rule = {
  rule: 'messages and answers leave in the machine\'s order, each once (rule 2)',
  why: 'The machine has ordered what it does so that a crash in between does no harm. Whoever ' +
    'changes the order changes what a crash can do.',
  hint: 'Does an effect that need not wait overtake one that does?',
};

export const SAFE_FIRST: Rule = {
  rule: 'what stands behind a sync leaves when that has resolved (rule 3)',
  why: 'S1 votes for S2, crashes before its vote is on the disk, and votes for S3 in the same ' +
    'term: two leaders. Persistent state is on stable storage before a server answers.',
  source: 'Figure 2, "Persistent state"',
  hint: 'Which sync began after the last record that this rests on, and has it resolved?',
};

export const LEAVES: Rule = {
  rule: 'what is safe leaves',
  why: 'A server whose answers stay inside looks crashed to everybody else.',
  hint: 'What lets out that which has waited, once the sync has resolved?',
};

export const AT_ONCE: Rule = {
  rule: 'what rests on nothing new does not wait',
  why: 'A read appends nothing. If it waits for the disk, reads are as slow as writes.',
  hint: 'Is the disk synced although nothing was appended?',
};

export const ONE_SYNC_FOR_MANY: Rule = {
  rule: 'what gathers during a sync shares the next one (rule 4)',
  why: 'A sync takes milliseconds, whether it saves one record or a hundred. One for each input ' +
    'makes a hundred clients wait a hundred times as long.',
  hint: 'When a sync has resolved, is one input taken before the next sync, or all that wait?',
};

export const SYNC_IS_DUE: Rule = {
  rule: 'inputs that keep coming do not put off the sync (rule 4)',
  why: 'A server under load always has another input waiting. If it looks for one before each ' +
    'sync, it never syncs, and nobody is ever answered.',
  hint: 'Does the batch that is taken before a sync have an end?',
};

export const DEAD_DISK: Rule = {
  rule: 'when the disk has failed, nothing leaves any more (rule 5)',
  why: 'After a failed sync nobody knows which records are on the disk, and a second sync may ' +
    'succeed although the records of the first are gone.',
  hint: 'What becomes of that which waited for the sync that failed, and of the inputs behind it?',
};

export const TOLD_ONCE: Rule = {
  rule: 'failed() is called once (rule 5)',
  why: 'Whoever runs the server stops it then. A failure that nobody hears of, or everybody ' +
    'twice, is found by the clients.',
  hint: 'Who looks at the rejected promise of sync(), and of rewrite()?',
};

export const RINGS: Rule = {
  rule: 'a timer input is taken when the machine\'s clock has reached the alarm, never before, ' +
    'and once (rule 6)',
  why: 'A timer that rings early starts an election against a leader who is alive; one that does ' +
    'not ring leaves a cluster without a leader.',
  hint: 'Which alarm is set when the timeout fires, and what does parts.now() say?',
};

export const STARTED: Rule = {
  rule: 'inputs that arrive before start() wait for it',
  why: 'start() brings what the machine wanted at its boot. What it answers to an input comes ' +
    'behind that, or the order of its effects is broken from the beginning.',
  hint: 'What tells a driver that is idle from one that has not started?',
};

export const STOPPED: Rule = {
  rule: 'after stop() nothing leaves, and the machine takes no input',
  why: 'Whoever calls stop() takes the server apart. What still leaves comes from a dead server.',
  hint: 'What does the code behind each `await` ask before it goes on?',
};
