/**
 * `structuredClone` where objects may be mirrors: Node's own refuses every proxy.
 *
 * Promises: plain objects and arrays are copied by hand, field by field, as Node's own would copy
 * them; all else is left to it.
 * Read next: mirror.ts.
 */
import {putNew} from './objects';

type Clone = (value: unknown) => unknown;

/** Replaces the `structuredClone` of this box, which must be among what it provides. */
export function cloneMirrorsToo(): void {
  const own = globalThis.structuredClone as Clone;
  Object.defineProperty(globalThis, 'structuredClone', {value: cloneWith(own)});
}

/** @param own Node's. */
export function cloneWith(own: Clone): Clone {
  const copyOf = (value: unknown, known: Map<object, object>): unknown => {
    // Node's own refuses functions and symbols, and copies dates, maps and the like.
    if (!isObjectOrStrange(value)) return value;
    if (!isPlain(value)) return own(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const copy: object = Array.isArray(value) ? new Array<unknown>(value.length) : {};
    known.set(value, copy);
    for (const key of Object.keys(value)) {
      putNew(copy, key, copyOf(Reflect.get(value, key), known));
    }
    return copy;
  };
  return value => copyOf(value, new Map());
}

function isObjectOrStrange(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function' ||
    typeof value === 'symbol';
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
