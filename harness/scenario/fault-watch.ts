/**
 * Turns a fault inside a box into the failure a student reads.
 *
 * Promises: every kind of fault has a text of its own that names the server, the function or the
 * import, the file and the line, and says which rule it runs into.
 * Read next: host/faults.ts, where faults are found.
 */
import type {BoxId, Effect, Fault, FaultKind, Input} from '../host/box';
import {LabFailure} from '../world/lab-failure';
import type {Observer} from '../world/world';
import type {NotWrittenYet} from './outcome';

/** The student has not written a function that this scenario needs. Not a failure of a rule. */
export class NotWrittenFault extends Error {
  override readonly name = 'NotWrittenFault';

  constructor(readonly missing: NotWrittenYet) {
    super(`${missing.functionName}() is not written yet`);
  }
}

const RULES: Readonly<Record<Exclude<FaultKind, 'not written'>, {readonly rule: string; readonly why: string}>> = {
  throw: {
    rule: 'a server must survive every message',
    why: 'Servers fail by stopping (§2). A throw stops this one at the first message that causes ' +
      'it, and a cluster whose majority stops has failed.',
  },
  rejection: {
    rule: 'nobody waits for that promise',
    why: 'A rejected promise that nobody handles stops a Node.js process, as a throw does.',
  },
  import: {
    rule: 'a server has only its messages, its disk and its clock',
    why: 'Everything else would tie it to the machine it runs on, and a run could not be replayed.',
  },
  contract: {
    rule: 'everything that crosses the line is plain JSON of the agreed shape',
    why: 'Messages, records and commands travel as text, so what JSON cannot say would arrive ' +
      'changed, or not at all.',
  },
  loop: {
    rule: 'an input must come to an end',
    why: 'While it runs, this server hears nothing: no heartbeat, no vote, no client.',
  },
  storm: {
    rule: 'timers without delay must not set each other for ever',
    why: 'Time cannot pass while there is always something to do at this very instant.',
  },
  syntax: {
    rule: 'nothing in it can run',
    why: 'TypeScript could not read the file.',
  },
};

export class FaultWatch implements Observer {
  /** @param now virtual time in ms. */
  constructor(private readonly now: () => number) {}

  effect(box: BoxId, effect: Effect, input: Input): void {
    if (effect.kind !== 'fault') return;
    if (effect.fault === 'not written') throw new NotWrittenFault(missingOf(effect));
    throw new LabFailure({
      kind: 'contract',
      claim: claimOf(box, effect, effect.fault),
      facts: [{who: box, what: `was handling ${nameOf(input)}`, atMs: this.now()}],
      why: {source: `§2`, text: RULES[effect.fault].why},
      stack: effect.stack,
    });
  }
}

function claimOf(box: BoxId, fault: Fault, kind: Exclude<FaultKind, 'not written'>): string {
  const {rule} = RULES[kind];
  const place = fault.file === null ? ''
    : ` (${fault.file}${fault.line === null ? '' : `:${fault.line}`})`;
  const said = fault.text.replace(/\.$/, '');
  switch (kind) {
    case 'import':
    case 'syntax':
      return `${said}${said.includes('.ts') ? '' : place} — ${rule}.`;
    case 'loop':
      return `${box}'s code ${said}${place} — ${rule}.`;
    case 'contract':
      return `${box}: ${said}${place} — ${rule}.`;
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
      const {type} = JSON.parse(input.message) as {readonly type?: unknown};
      return `${typeof type === 'string' ? type : 'a message'} from ${input.from}`;
    }
  }
}
