/**
 * Turns a fault inside a box into the failure a student reads.
 *
 * Promises: every kind of fault has a text of its own that names the server, the function or the
 * import, the file and the line, and says which rule it runs into.
 * Read next: host/faults.ts, where faults are found.
 */
import type {BoxId, Effect, Fault, FaultKind, Input} from '../host/box';
import {LabFailure} from '../world/lab-failure';
import type {Observer} from '../world/observer';
import type {NotWrittenYet} from './outcome';

/** The student has not written a function that this scenario needs. Not a failure of a rule. */
export class NotWrittenFault extends Error {
  override readonly name = 'NotWrittenFault';

  constructor(readonly missing: NotWrittenYet) {
    super(`${missing.functionName}() is not written yet`);
  }
}

type Told = Exclude<FaultKind, 'not written'>;

const RULES: Readonly<Record<Told, {readonly rule: string; readonly why: string}>> = {
  throw: {
    rule: 'a server must survive whatever it is given',
    why: 'Servers fail by stopping (§2). A throw stops this one at the first input that causes ' +
      'it, and a cluster whose majority stops has failed.',
  },
  rejection: {
    rule: 'nobody waits for that promise',
    why: 'A rejected promise that nobody handles stops a Node.js process, as a throw does. Await ' +
      'it inside try and catch, or give it a catch().',
  },
  import: {
    rule: 'a server has only its messages, its disk and its clock',
    why: 'A server has only its messages, its disk and its clock. Everything else would tie it ' +
      'to the machine it runs on, and a run could not be replayed.',
  },
  contract: {
    rule: 'what crosses the line is plain JSON of the agreed shape',
    why: 'Messages, records and commands travel as text, so what JSON cannot say would arrive ' +
      'changed, or not at all.',
  },
  loop: {
    rule: 'an input must come to an end',
    why: 'While it runs, this server hears nothing: no heartbeat, no vote, no client. The loop ' +
      'is in the innermost function below, or in one that calls it.',
  },
  storm: {
    rule: 'timers without delay must not set each other for ever',
    why: 'Time cannot pass while there is always something to do at this very instant.',
  },
  flood: {
    rule: 'an input must come to an end',
    why: 'Each message, record and printed line is an effect. So many in answer to one input are ' +
      'a loop that does not end, or one that sends everything to everybody again and again.',
  },
  syntax: {
    rule: 'nothing in it can run',
    why: 'TypeScript could not read the file.',
  },
  missing: {
    rule: 'no server can start without it',
    why: 'A server runs the files of its lab and of the labs before it. Those of later labs are ' +
      'not there yet, so that each lab stands on its own.',
  },
};

export class FaultWatch implements Observer {
  /** @param now virtual time in ms. */
  constructor(private readonly now: () => number) {}

  effect(box: BoxId, effect: Effect, input: Input): void {
    if (effect.kind !== 'fault') return;
    if (effect.fault === 'not written') throw new NotWrittenFault(missingOf(effect));
    throw new LabFailure({
      kind: 'contract', cause: 'fault',
      claim: claimOf(box, effect, effect.fault),
      facts: [{who: box, what: `was handling ${nameOf(input)}`, atMs: this.now()}],
      why: {source: `§2`, text: RULES[effect.fault].why},
      stack: effect.stack,
    });
  }
}

function claimOf(who: BoxId, fault: Fault, kind: Told): string {
  const {file, line} = fault;
  const box = `${who.charAt(0).toUpperCase()}${who.slice(1)}`;
  const said = fault.text.replace(/\.$/, '');
  const place = file === null || said.includes(file) ? ''
    : ` (${file}${line === null ? '' : `:${line}`})`;
  const {rule} = RULES[kind];
  switch (kind) {
    case 'import':
    case 'missing': {
      // It says the rule itself, or what to do instead.
      const [fact = '', own = rule] = said.split(' — ');
      return `${box} ${fact}${place} — ${own}.`;
    }
    case 'loop':
      return `${box} runs code that does not end${place}: ${said} — ${rule}.`;
    case 'contract': {
      // It begins with the function's name, and ends with the rule.
      const [, name = '', rest = ''] = /^(\S+)(.*)$/s.exec(said) ?? [];
      return `${box} broke the contract: ${name}${place}${rest}.`;
    }
    default:
      return `${box} ${said}${place} — ${rule}.`;
  }
}

function missingOf(fault: Fault): NotWrittenYet {
  return {
    lab: fault.todo?.lab ?? 0, functionName: fault.todo?.functionName ?? '?',
    file: fault.file, line: fault.line,
  };
}

/** 'AppendEntries from S1', 'the call submit', 'its boot'. */
function nameOf(input: Input): string {
  switch (input.kind) {
    case 'boot': return 'its boot';
    case 'timer': return 'a timer';
    case 'call': return `the call ${input.method}`;
    case 'receive': {
      const message = JSON.parse(input.message) as {readonly type?: unknown} | null;
      const type = message?.type;
      return `${typeof type === 'string' ? type : 'a message'} from ${input.from}`;
    }
  }
}
