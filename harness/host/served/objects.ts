/**
 * Objects as they are shown across a border, and copies of them that are kept up to date.
 *
 * Promises: a copy has the fields, the order, the attributes of the original, so that whoever looks
 * at it (chai, JSON, Object.isFrozen) sees what they would see there.
 * Does not: show accessors (their value is read), keys that are symbols, or classes: an instance
 * looks like a plain object. Dates, maps, sets and the like cannot be handed over at all.
 * Read next: border.ts.
 */
import {types} from 'node:util';
import {CONFIGURABLE, ENUMERABLE, PLAIN, WRITABLE} from './messages';
import type {Crossing, Field, Kind, Snapshot} from './messages';

const STRANGE: readonly (readonly [(value: unknown) => boolean, string])[] = [
  [types.isDate, 'a Date'], [types.isRegExp, 'a RegExp'], [types.isMap, 'a Map'],
  [types.isSet, 'a Set'], [types.isWeakMap, 'a WeakMap'], [types.isWeakSet, 'a WeakSet'],
  [types.isPromise, 'a Promise'], [types.isAnyArrayBuffer, 'an ArrayBuffer'],
  [ArrayBuffer.isView, 'a view of bytes'], [types.isBoxedPrimitive, 'a boxed value'],
  [types.isNativeError, 'an Error'], [types.isGeneratorObject, 'a generator'],
];

/** @throws TypeError if such an object cannot be handed over */
export function kindOf(object: object): Kind {
  if (typeof object === 'function') return 'function';
  if (Array.isArray(object)) return 'array';
  const strange = STRANGE.find(([is]) => is(object));
  if (strange !== undefined) {
    throw new TypeError(`${strange[1]} cannot be handed over: entries are plain objects`);
  }
  return Object.getPrototypeOf(object) === null ? 'bare' : 'object';
}

/** @param cross writes a value of a field. */
export function snapshotOf(
  object: object, id: number, cross: (value: unknown) => Crossing,
): Snapshot {
  const kind = kindOf(object);
  if (kind === 'function') return {id, kind, fields: []};
  const items = itemsOf(object, cross);
  const fields: Field[] = [];
  const keys = Object.getOwnPropertyNames(object);
  for (const key of items === undefined ? keys : keys.slice(items.length)) {
    if (kind === 'array' && key === 'length') continue;
    const property = Reflect.getOwnPropertyDescriptor(object, key)!;
    const value = cross('value' in property ? property.value : Reflect.get(object, key));
    const attributes = attributesOf(property);
    fields.push(attributes === PLAIN ? [key, value] : [key, value, attributes]);
  }
  const closed = Object.isExtensible(object) ? {} : {closed: true as const};
  if (!Array.isArray(object)) return {id, kind, ...closed, fields};
  const isLocked = Reflect.getOwnPropertyDescriptor(object, 'length')?.writable === false;
  return {
    id, kind, ...closed, length: object.length, ...isLocked ? {locked: true as const} : {},
    ...items === undefined ? {} : {items}, fields,
  };
}

/** An array that can still grow and has no holes has elements and nothing else of note. */
function itemsOf(
  object: object, cross: (value: unknown) => Crossing,
): readonly Crossing[] | undefined {
  if (!Array.isArray(object) || !Object.isExtensible(object)) return undefined;
  const isPlain = (_: unknown, position: number): boolean => {
    const property = Reflect.getOwnPropertyDescriptor(object, position);
    return property !== undefined && 'value' in property && attributesOf(property) === PLAIN;
  };
  return Array.from(object, isPlain).every(Boolean) ? object.map(cross) : undefined;
}

function attributesOf(property: PropertyDescriptor): number {
  const isWritable = property.writable ?? property.set !== undefined;
  return (isWritable ? WRITABLE : 0) + (property.enumerable === true ? ENUMERABLE : 0) +
    (property.configurable === true ? CONFIGURABLE : 0);
}

/** Nothing of it can ever change, but for what its fields hold. */
export function isFinal({kind, closed, length, locked, fields}: Snapshot): boolean {
  if (kind === 'function') return true;
  const isFixed = ([, , attributes = PLAIN]: Field): boolean =>
    (attributes & (WRITABLE | CONFIGURABLE)) === 0;
  return closed === true && (length === undefined || locked === true) && fields.every(isFixed);
}

/** An object of that kind without anything in it. */
export function emptyOf(kind: Kind): object {
  switch (kind) {
    case 'array': return [];
    case 'bare': return Object.create(null) as object;
    case 'object': return {};
    // Named by nothing, as little as it shows.
    case 'function': return () => {
      throw new TypeError('a function that was handed over cannot be called from here');
    };
  }
}

/**
 * Makes a copy hold what a snapshot says.
 * @throws TypeError if that cannot be, since the copy was closed or fixed before.
 */
export function fill(copy: object, snapshot: Snapshot, read: (value: Crossing) => unknown): void {
  const {kind, items = [], fields, length, closed, locked} = snapshot;
  if (kind === 'function') return;
  const isNew = Object.getOwnPropertyNames(copy).length === (kind === 'array' ? 1 : 0);
  if (!isNew) drop(copy, [...items.map((_, n) => String(n)), ...fields.map(([key]) => key)]);
  const put = (key: string, value: unknown, attributes: number): void => {
    if (isNew && attributes === PLAIN) putNew(copy, key, value);
    else define(copy, key, descriptor(value, attributes));
  };
  if (length !== undefined && (copy as unknown[]).length !== length) {
    define(copy, 'length', {value: length});
  }
  items.forEach((value, position) => put(String(position), read(value), PLAIN));
  for (const [key, value, attributes = PLAIN] of fields) put(key, read(value), attributes);
  if (locked === true) define(copy, 'length', {writable: false});
  if (closed === true) Object.preventExtensions(copy);
}

export function descriptor(value: unknown, attributes: number): PropertyDescriptor {
  return {
    value, writable: (attributes & WRITABLE) !== 0, enumerable: (attributes & ENUMERABLE) !== 0,
    configurable: (attributes & CONFIGURABLE) !== 0,
  };
}

/** A plain field of an object that has none of this name. */
export function putNew(object: object, key: string, value: unknown): void {
  // Assigning to this one would change the prototype.
  if (key === '__proto__') define(object, key, descriptor(value, PLAIN));
  else (object as Record<string, unknown>)[key] = value;
}

/** Removes what is not there any more, and everything if the order is another one. */
function drop(copy: object, keys: readonly string[]): void {
  const isArray = Array.isArray(copy);
  const present = Object.getOwnPropertyNames(copy).filter(key => !isArray || key !== 'length');
  const wanted = new Set(keys);
  const staying = present.filter(key => wanted.has(key));
  const isInOrder = staying.every((key, n) => keys[n] === key);
  for (const key of present) {
    if (!isInOrder || !wanted.has(key)) Reflect.deleteProperty(copy, key);
  }
}

function define(copy: object, key: string, property: PropertyDescriptor): void {
  Object.defineProperty(copy, key, property);
}
