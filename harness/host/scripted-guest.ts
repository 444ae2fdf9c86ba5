/**
 * The program of a box of labs 1 and 2: holds an object of the student's and runs scripts on it.
 *
 * `settings.module` says which module the object comes from, such as '#solution/log'. The only call
 * is `run`, with a script; its result has one answer for each operation, in order.
 * Promises: a refusal of the student's code is an answer, not the end of the box. A test never
 * holds a live value. Endless loops are the host's affair.
 * Read next: script.ts, the operations and the answers.
 */
import {ContractError} from './guest';
import type {Guest, GuestContext} from './guest';
import type {Json} from './json';
import type {Answer, Operation, ScriptValue} from './script';
import {ScriptError, thrownAs} from './scripted-errors';
import {randomFrom, ScriptedTime} from './scripted-sources';
import {NamedValues, NoValue, show} from './scripted-values';
import {bytesHeldBy} from './scripted-weight';

/** More messages than any test sends: a `receive()` that never gives undefined ends here. */
const DRAIN_LIMIT = 200_000;

type Callable = (...values: readonly unknown[]) => unknown;
type Constructor = new (...values: readonly unknown[]) => unknown;

export function boot(context: GuestContext): Guest {
  const moduleName = String(context.settings['module']);
  // The box's own require, which serves the box's import table under a name known only now.
  const runner = new ScriptRunner(moduleName, require(moduleName) as Record<string, unknown>);
  return {
    receive(): void {
      throw new ScriptError('a scripted object receives no messages');
    },
    call(callId: number, method: string, args: Json): void {
      if (method !== 'run') throw new ScriptError(`a scripted object has no call '${method}'`);
      const script = args as readonly Json[] as readonly Operation[];
      context.result(callId, script.map(operation => runner.run(operation)));
    },
  };
}

/** What an operation came to: a value, and what to call it in a refusal. */
interface Done {
  readonly value: unknown;
  readonly what: string;
}

class ScriptRunner {
  private readonly names = new NamedValues();
  private readonly time = new ScriptedTime();

  constructor(
    private readonly moduleName: string, private readonly exports: Record<string, unknown>,
  ) {}

  run(operation: Operation): Answer {
    const as = 'as' in operation ? operation.as : undefined;
    try {
      const {value, what} = this.perform(operation);
      if (as === undefined) return show(value, what);
      this.names.set(as, value);
      return {kept: as};
    } catch (error) {
      if (as !== undefined) this.names.unset(as);
      if (error instanceof NoValue) return {skipped: error.missing};
      return {threw: thrownAs(error)};
    }
  }

  /** Operations on the student's code and what came of it. */
  private perform(operation: Operation): Done {
    if ('construct' in operation) return this.construct(operation);
    if ('callFunction' in operation) return this.callFunction(operation);
    if ('call' in operation) return this.call(operation);
    if ('get' in operation) return this.get(operation);
    if ('set' in operation) return this.set(operation);
    if ('drain' in operation) return this.drain(operation);
    if ('read' in operation) {
      return {value: this.names.get(operation.read), what: operation.read};
    }
    return {value: this.provide(operation), what: 'value'};
  }

  /** Values that do not come from the student's code. */
  private provide(operation: Operation): unknown {
    if ('make' in operation) return this.names.decode(operation.make);
    if ('seedRandom' in operation) return randomFrom(operation.seedRandom);
    if ('fixRandom' in operation) {
      const {fixRandom} = operation;
      return () => fixRandom;
    }
    if ('weigh' in operation) return bytesHeldBy(this.names.get(operation.weigh));
    if ('advanceMs' in operation) return this.time.advance(operation.advanceMs);
    if ('makeSchedule' in operation) return this.time.schedule;
    if ('recordInto' in operation) {
      const list: unknown[] = [];
      this.names.set(operation.recordInto, list);
      return (value: unknown) => void list.push(value);
    }
    throw new ScriptError(`no such operation: ${JSON.stringify(operation)}`);
  }

  private construct(operation: Extract<Operation, {construct: string}>): Done {
    const made = this.exported(operation.construct, 'class') as Constructor;
    return {value: new made(...this.decodeAll(operation.arguments)), what: operation.construct};
  }

  private callFunction(operation: Extract<Operation, {callFunction: string}>): Done {
    const name = operation.callFunction;
    const called = this.exported(name, 'function') as Callable;
    return {value: called(...this.decodeAll(operation.arguments)), what: `result of ${name}()`};
  }

  private call({call, on, arguments: written}: Extract<Operation, {call: string}>): Done {
    const value = callMethod(this.names.get(on), call, this.decodeAll(written));
    return {value, what: `result of ${call}()`};
  }

  private get({get, on}: Extract<Operation, {get: string}>): Done {
    const object = this.names.get(on) as Record<string, unknown>;
    return {value: object[get], what: get};
  }

  private set({set, at, of}: Extract<Operation, {set: unknown}>): Done {
    const last = at.at(-1);
    if (last === undefined) throw new ScriptError(`set of '${of}' says no place to set`);
    let target = this.names.get(of) as Record<string, unknown>;
    for (const key of at.slice(0, -1)) target = target[key] as Record<string, unknown>;
    target[last] = this.names.decode(set);
    return {value: undefined, what: of};
  }

  private drain({drain}: Extract<Operation, {drain: string}>): Done {
    const endpoint = this.names.get(drain);
    const received: unknown[] = [];
    for (;;) {
      const message = callMethod(endpoint, 'receive', []);
      if (message === undefined) return {value: received, what: 'received'};
      if (received.push(message) > DRAIN_LIMIT) {
        throw new Error(`receive() gave ${DRAIN_LIMIT} messages and still has one`);
      }
    }
  }

  private decodeAll(values: readonly ScriptValue[] = []): readonly unknown[] {
    return values.map(value => this.names.decode(value));
  }

  private exported(name: string, kind: 'class' | 'function'): unknown {
    const found = this.exports[name];
    if (typeof found === 'function') return found;
    throw new ContractError(
      `${this.moduleName} exports no ${kind} ${name}`, {module: this.moduleName, function: name});
  }
}

function callMethod(object: unknown, method: string, values: readonly unknown[]): unknown {
  const found: unknown = (object as Record<string, unknown>)[method];
  if (typeof found === 'function') return found.apply(object, values);
  throw new TypeError(`${method} is not a method of ${describe(object)}`);
}

function describe(object: unknown): string {
  const maker = typeof object === 'object' && object !== null ? object.constructor : undefined;
  return typeof maker === 'function' && maker.name !== '' ? `the ${maker.name}` : typeof object;
}
