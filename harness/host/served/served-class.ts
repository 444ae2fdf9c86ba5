/**
 * The class that a test sees in place of the one it tests: the same names, and nothing behind them.
 *
 * Every use of an object is a question to whoever serves it. The text of this class, its keys and
 * its stack frames are the same for every implementation.
 * Read next: border.ts; served-module.ts, which exports it.
 */
import {Border} from './border';
import type {Contract} from './messages';

/** What a test may import, by name: filled before its file is loaded. */
export const servedClasses = new Map<string, object>();

type Method = (this: object, ...values: readonly unknown[]) => unknown;

/**
 * Lets tests import the class.
 * @param ask gives a message to whoever serves it, and waits.
 * @returns what answers questions about the tests' own objects.
 */
export function offer(
  contract: Contract, ask: (text: string) => string,
): (text: string) => string {
  const border = new Border(ask);
  servedClasses.set(contract.name, classOf(contract, border));
  return text => border.attend(text);
}

function classOf({name, getters, fields, methods}: Contract, border: Border): object {
  const numbers = new WeakMap<object, number>();
  const numberOf = (object: object): number => {
    const number = numbers.get(object);
    if (number === undefined) throw new TypeError(`this is no ${name}`);
    return number;
  };
  const made = {
    [name]: class {
      constructor(...values: readonly unknown[]) {
        numbers.set(this, border.request(cross => ['make', values.map(cross)]) as number);
      }
    },
  }[name]!;
  for (const field of [...getters, ...fields]) {
    Object.defineProperty(made.prototype, field, {
      configurable: true,
      get(this: object): unknown {
        return border.request(() => ['get', numberOf(this), field]);
      },
    });
  }
  for (const field of fields) {
    Object.defineProperty(made.prototype, field, {
      set(this: object, value: unknown): void {
        const isSet = border.request(cross => ['set', numberOf(this), field, cross(value)]);
        if (isSet !== true) throw new TypeError(`Cannot assign to ${field} of ${name}`);
      },
    });
  }
  for (const method of methods) {
    const called: Record<string, Method> = {
      [method](...values) {
        return border.request(cross => ['call', numberOf(this), method, values.map(cross)]);
      },
    };
    Object.defineProperty(made.prototype, method, {
      value: called[method], writable: true, configurable: true,
    });
  }
  return made;
}
