/**
 * How many bytes a scripted object holds on to: for "counted and skipped, not kept".
 *
 * It walks from the object to all that its properties lead to, and adds up buffers, text and
 * numbers. The memory of the process would be no measure: the collector works on threads of its
 * own, so the same code would weigh differently from run to run, and pass or fail by luck.
 * Promises: the same object weighs the same on every host. No getter of the student's is called.
 * Does not: see what closures, `#private` fields and variables of a module hold.
 * Read next: scripted-guest.ts, which asks.
 */

const BYTES_OF_A_NUMBER = 8;

/** A view counts its own bytes, even where views share a buffer: a socket's would be distinct. */
export function bytesHeldBy(value: unknown): number {
  const seen = new Set<object>();
  const left: unknown[] = [value];
  let bytes = 0;
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') bytes += next.length;
    else if (typeof next === 'number') bytes += BYTES_OF_A_NUMBER;
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) bytes += next.byteLength;
    else for (const part of partsOf(next)) left.push(part);
  }
  return bytes;
}

function* partsOf(object: object): Iterable<unknown> {
  if (object instanceof Map) {
    for (const [key, value] of object) yield* [key, value];
  } else if (object instanceof Set) {
    yield* object;
  }
  for (const key of Reflect.ownKeys(object)) {
    yield Reflect.getOwnPropertyDescriptor(object, key)?.value;
  }
}
