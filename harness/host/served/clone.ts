/**
 * `structuredClone` where objects may be mirrors: Node's own refuses every proxy.
 *
 * Promises: what Node's own clones is cloned by it. Of the rest, plain objects and arrays are
 * copied by hand, field by field, as it would copy them.
 * Read next: mirror.ts.
 */

type Clone = (value: unknown) => unknown;

/** Replaces the `structuredClone` of this box, which must be among what it provides. */
export function cloneMirrorsToo(): void {
  const own = globalThis.structuredClone as Clone;
  Object.defineProperty(globalThis, 'structuredClone', {value: cloneWith(own)});
}

/** @param own Node's. */
export function cloneWith(own: Clone): Clone {
  const copyOf = (value: unknown, known: Map<object, object>, refusal: unknown): unknown => {
    if (typeof value === 'function' || typeof value === 'symbol') throw refusal;
    if (typeof value !== 'object' || value === null) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    if (!isPlain(value)) return own(value);
    const copy: object = Array.isArray(value) ? new Array<unknown>(value.length) : {};
    known.set(value, copy);
    for (const key of Object.keys(value)) {
      Object.defineProperty(copy, key, {
        value: copyOf(Reflect.get(value, key), known, refusal),
        writable: true, enumerable: true, configurable: true,
      });
    }
    return copy;
  };
  return value => {
    try {
      return own(value);
    } catch (refusal) {
      return copyOf(value, new Map(), refusal);
    }
  };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
