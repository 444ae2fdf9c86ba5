/**
 * A mirror: looks like an object of the other side's, and passes on what is done to it.
 *
 * It is a proxy whose target is a copy. The copy is brought up to date before it is looked at, and
 * by every change, so the rules for proxies (a fixed field is a fixed field) hold by themselves.
 * Read next: border.ts.
 */
import type {Change, Crossing} from './messages';
import {CONFIGURABLE, ENUMERABLE, WRITABLE} from './messages';

type Cross = (value: unknown) => Crossing;

/** What a mirror asks of the border it stands at. */
export interface Beyond {
  /** How often the other side has worked. */
  readonly worked: number;
  look(id: number): void;
  change(id: number, change: (cross: Cross) => Change): boolean;
}

/** The handler of its own proxy. */
export class Mirror implements ProxyHandler<object> {
  readonly proxy: object;
  /** `worked` of the border when the copy was last told of. */
  seenAt = -1;

  constructor(
    private readonly id: number, readonly copy: object, private readonly beyond: Beyond,
  ) {
    this.proxy = new Proxy(copy, this);
  }

  get(_copy: object, key: PropertyKey, receiver: unknown): unknown {
    return Reflect.get(this.seen(), key, receiver);
  }

  has(_copy: object, key: PropertyKey): boolean {
    return Reflect.has(this.seen(), key);
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.seen());
  }

  getOwnPropertyDescriptor(_copy: object, key: PropertyKey): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.seen(), key);
  }

  isExtensible(): boolean {
    return Reflect.isExtensible(this.seen());
  }

  /** The kind of an object never changes, and a prototype is not passed on. */
  setPrototypeOf(copy: object, prototype: unknown): boolean {
    return prototype === Object.getPrototypeOf(copy);
  }

  set(_copy: object, key: PropertyKey, value: unknown, receiver: unknown): boolean {
    if (receiver !== this.proxy) return Reflect.set({}, key, value, receiver);
    return typeof key === 'string' &&
      this.beyond.change(this.id, cross => ['put', key, cross(value)]);
  }

  deleteProperty(_copy: object, key: PropertyKey): boolean {
    return typeof key !== 'string' || this.beyond.change(this.id, () => ['delete', key]);
  }

  preventExtensions(): boolean {
    return this.beyond.change(this.id, () => ['close']);
  }

  /** Attributes that are not given stay what they are, or are false. */
  defineProperty(_copy: object, key: PropertyKey, given: PropertyDescriptor): boolean {
    if (typeof key !== 'string' || given.get !== undefined || given.set !== undefined) return false;
    const known = Reflect.getOwnPropertyDescriptor(this.seen(), key);
    const {value, writable, enumerable, configurable} = {...known, ...given};
    const attributes = (writable === true ? WRITABLE : 0) +
      (enumerable === true ? ENUMERABLE : 0) + (configurable === true ? CONFIGURABLE : 0);
    return this.beyond.change(this.id, cross => ['define', key, cross(value), attributes]);
  }

  /** The copy, as the object is now. */
  private seen(): object {
    if (this.seenAt < this.beyond.worked) this.beyond.look(this.id);
    return this.copy;
  }
}
