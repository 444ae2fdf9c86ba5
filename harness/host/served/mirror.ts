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

export class Mirror {
  readonly proxy: object;
  /** `worked` of the border when the copy was last told of. */
  seenAt = -1;

  constructor(
    private readonly id: number, readonly copy: object, private readonly beyond: Beyond,
  ) {
    this.proxy = new Proxy(copy, this.handler());
  }

  /** The copy, as the object is now. */
  private seen(): object {
    if (this.seenAt < this.beyond.worked) this.beyond.look(this.id);
    return this.copy;
  }

  private handler(): ProxyHandler<object> {
    const {id, beyond} = this;
    const seen = (): object => this.seen();
    return {
      get: (_copy, key, receiver) => Reflect.get(seen(), key, receiver) as unknown,
      has: (_copy, key) => Reflect.has(seen(), key),
      ownKeys: () => Reflect.ownKeys(seen()),
      getOwnPropertyDescriptor: (_copy, key) => Reflect.getOwnPropertyDescriptor(seen(), key),
      isExtensible: () => Reflect.isExtensible(seen()),
      // The kind of an object never changes, and a prototype is not passed on.
      setPrototypeOf: (copy, prototype) => prototype === Object.getPrototypeOf(copy),
      set: (_copy, key, value, receiver) => {
        if (receiver !== this.proxy) return Reflect.set({}, key, value, receiver);
        return typeof key === 'string' && beyond.change(id, cross => ['put', key, cross(value)]);
      },
      defineProperty: (_copy, key, given) => typeof key === 'string' &&
        this.define(key, given),
      deleteProperty: (_copy, key) => typeof key !== 'string' ||
        beyond.change(id, () => ['delete', key]),
      preventExtensions: () => beyond.change(id, () => ['close']),
    };
  }

  /** Attributes that are not given stay what they are, or are false. */
  private define(key: string, given: PropertyDescriptor): boolean {
    if (given.get !== undefined || given.set !== undefined) return false;
    const known = Reflect.getOwnPropertyDescriptor(this.seen(), key);
    const {value, writable, enumerable, configurable} = {...known, ...given};
    const attributes = (writable === true ? WRITABLE : 0) +
      (enumerable === true ? ENUMERABLE : 0) + (configurable === true ? CONFIGURABLE : 0);
    return this.beyond.change(this.id, cross => ['define', key, cross(value), attributes]);
  }
}
