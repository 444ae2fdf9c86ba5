/**
 * One side of a border between a test and what it tests: both hold live objects of the other.
 *
 * An object that crosses stays where it is. The other side gets a mirror: it looks like the object,
 * and whatever is done to it is done to the object. So an object that is kept, lent or changed is
 * noticed through the border as it would be without one.
 * While one side works, the other waits. A mirror therefore remembers what it saw until the other
 * side has worked again, and what can never change is a copy.
 * Read next: served-class.ts (a test's side), service.ts (the other).
 */
import {BadMessage, parseMessage} from './messages';
import type {Change, Crossing, Message, Say, Snapshot, Special} from './messages';
import {Mirror} from './mirror';
import {descriptor, emptyOf, fill, isFinal, kindOf, snapshotOf} from './objects';

type Cross = (value: unknown) => Crossing;
type Name = readonly ['mine' | 'yours', number];

export class Border {
  private readonly own = new Map<number, object>();
  private readonly theirs = new Map<number, object>();
  /** What an object is called when it crosses: own ones, and what stands for theirs. */
  private readonly names = new WeakMap<object, Name>();
  private readonly mirrors = new Map<number, Mirror>();
  /** Final objects that the other side has copies of. */
  private readonly told = new Set<number>();
  /** How often the other side has worked. */
  worked = 0;

  /** @param ask gives a message to the other side, and waits for its answer. */
  constructor(private readonly ask: (text: string) => string) {}

  /** Objects on either side that are known on both. */
  get size(): number {
    return this.own.size + this.theirs.size;
  }

  /** Asks what the other side has to work for, and returns its answer. @throws what it threw */
  request(say: (cross: Cross) => Say): unknown {
    return this.outcomeOf(this.read(this.ask(this.write(say)), {worked: true}));
  }

  /** What a mirror stands for, as it is now. */
  look(id: number): void {
    this.read(this.ask(this.write(() => ['look', id])));
  }

  /** Changes what a mirror stands for, and says whether that was possible. */
  change(id: number, change: (cross: Cross) => Change): boolean {
    const answer = this.read(this.ask(this.write(cross => ['change', id, change(cross)])));
    return this.outcomeOf(answer) === true;
  }

  /** Answers a question about an object of this side's. */
  attend(text: string): string {
    const say = this.read(text);
    switch (say[0]) {
      case 'look': {
        const object = this.ownAt(say[1]);
        return this.write(cross => ['value', cross(object)]);
      }
      case 'change': {
        const object = this.ownAt(say[1]);
        const isDone = this.apply(object, say[2]);
        // What it is now goes with the answer.
        return this.write(cross => {
          cross(object);
          return ['value', isDone];
        });
      }
      default: throw new BadMessage(`${say[0]} is no question about an object`);
    }
  }

  /** A message, with all that its values lead to. */
  write(say: (cross: Cross) => Say): string {
    const told = new Set<number>();
    const waiting: number[] = [];
    const cross = (value: unknown): Crossing => {
      if (!isObject(value)) return crossPlain(value);
      const name = this.nameOf(value);
      const [whose, id] = name;
      if (whose === 'mine' && !told.has(id) && !this.told.has(id)) {
        told.add(id);
        waiting.push(id);
      }
      return name;
    };
    const said = say(cross);
    const objects: Snapshot[] = [];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const snapshot = snapshotOf(this.own.get(id)!, id, cross);
      if (isFinal(snapshot)) this.told.add(id);
      objects.push(snapshot);
    }
    return JSON.stringify({say: said, objects} satisfies Message);
  }

  /** @param options.worked the other side has worked since, so mirrors remember nothing. */
  read(text: string, {worked = false} = {}): Say {
    const {say, objects} = parseMessage(text);
    if (worked) this.worked++;
    for (const snapshot of objects) this.meet(snapshot);
    for (const snapshot of objects) this.learn(snapshot);
    return say;
  }

  /** The value that was meant. */
  valueOf(crossing: Crossing): unknown {
    if (!isObject(crossing)) return crossing;
    const [tag, content] = crossing;
    switch (tag) {
      case 'mine': return this.theirsAt(content as number);
      case 'yours': return this.ownAt(content as number);
      case 'bigint': return BigInt(content as string);
      case 'symbol': return Symbol(content as string);
      default: return SPECIAL[tag as Special];
    }
  }

  private outcomeOf(say: Say): unknown {
    switch (say[0]) {
      case 'value': return this.valueOf(say[1]);
      case 'threw': throw this.valueOf(say[1]);
      case 'error': throw errorOf(say[1], say[2], say[3]);
      default: throw new BadMessage(`${say[0]} is no answer`);
    }
  }

  private nameOf(object: object): Name {
    let name = this.names.get(object);
    if (name === undefined) {
      // Refused here, before anything of it was told.
      kindOf(object);
      name = ['mine', this.own.size];
      this.own.set(this.own.size, object);
      this.names.set(object, name);
    }
    return name;
  }

  private ownAt(id: number): object {
    const object = this.own.get(id);
    if (object === undefined) throw new BadMessage(`there is no object ${id}`);
    return object;
  }

  private theirsAt(id: number): object {
    const object = this.theirs.get(id);
    if (object === undefined) throw new BadMessage(`nothing was told of object ${id}`);
    return object;
  }

  private meet(snapshot: Snapshot): void {
    const {id, kind} = snapshot;
    if (this.theirs.has(id)) return;
    const copy = emptyOf(kind);
    let seen = copy;
    if (!isFinal(snapshot)) {
      const mirror = new Mirror(id, copy, this);
      this.mirrors.set(id, mirror);
      seen = mirror.proxy;
    }
    this.theirs.set(id, seen);
    this.names.set(seen, ['yours', id]);
  }

  private learn(snapshot: Snapshot): void {
    const mirror = this.mirrors.get(snapshot.id);
    const copy = mirror?.copy ?? this.theirsAt(snapshot.id);
    if (mirror !== undefined) mirror.seenAt = isFinal(snapshot) ? Infinity : this.worked;
    try {
      fill(copy, snapshot, value => this.valueOf(value));
    } catch (error) {
      if (error instanceof BadMessage) throw error;
      throw new BadMessage('an object changed that cannot');
    }
  }

  private apply(object: object, change: Change): boolean {
    switch (change[0]) {
      case 'put': {
        const [, key, value] = change;
        return key !== '__proto__' && Reflect.set(object, key, this.valueOf(value));
      }
      case 'define': {
        const [, key, value, attributes] = change;
        return Reflect.defineProperty(object, key, descriptor(this.valueOf(value), attributes));
      }
      case 'delete': return Reflect.deleteProperty(object, change[1]);
      case 'close': return Reflect.preventExtensions(object);
    }
  }
}

const SPECIAL: Readonly<Record<Special, unknown>> = {
  undefined, NaN, Infinity, '-Infinity': -Infinity, '-0': -0,
};

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function crossPlain(value: unknown): Crossing {
  switch (typeof value) {
    case 'string': case 'boolean': return value;
    case 'undefined': return ['undefined'];
    case 'bigint': return ['bigint', String(value)];
    case 'symbol': return ['symbol', value.description ?? ''];
    case 'number':
      if (Object.is(value, -0)) return ['-0'];
      return Number.isFinite(value) ? value : [String(value) as Special];
    default: return null;
  }
}

const ERRORS = {Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError};

/** What a thrown value is on the other side. */
export function thrownSay(thrown: unknown, cross: Cross): Say {
  if (!(thrown instanceof Error)) return ['threw', cross(thrown)];
  const [made = 'Error'] = Object.entries(ERRORS).reverse()
    .find(([, made]) => thrown instanceof made) ?? [];
  return ['error', made, String(thrown.name), String(thrown.message)];
}

function errorOf(made: string, name: string, message: string): Error {
  const Made = Object.hasOwn(ERRORS, made) ? ERRORS[made as keyof typeof ERRORS] : Error;
  const error = new Made(message);
  if (error.name === name) return error;
  return Object.defineProperty(error, 'name', {value: name, writable: true, configurable: true});
}
