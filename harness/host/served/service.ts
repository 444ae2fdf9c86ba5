/**
 * Serves a class to tests that may not see it: makes its objects, answers what is asked of them.
 *
 * Promises: only what the contract names is reached, by that name; nothing else of the class, of
 * its objects or of this process. Questions, objects and text are counted, with the same limits
 * wherever the tests run.
 * Read next: border.ts; variant-guest.ts, where it runs in grading.
 */
import {ContractError} from '../guest';
import {isForTheHost} from '../scripted-errors';
import {Border, thrownSay} from './border';
import {
  BadMessage, Flood, LINE_LIMIT, OBJECT_LIMIT, QUESTION_LIMIT, TEXT_LIMIT,
} from './messages';
import type {Contract, Say} from './messages';

type Served = Record<string, unknown>;
type Constructor = new (...values: readonly unknown[]) => Served;

export interface ServiceParts {
  readonly contract: Contract;
  /** What the module that is served exports, and its name: '#solution/log'. */
  readonly exports: object;
  readonly module: string;
  /** Asks the side of the tests. */
  readonly ask: (text: string) => string;
}

export class Service {
  private readonly border: Border;
  private readonly made: Served[] = [];
  private questions = 0;
  private characters = 0;

  constructor(private readonly parts: ServiceParts) {
    this.border = new Border(text => {
      const answer = parts.ask(this.counted(text));
      return this.counted(answer);
    });
  }

  /** Answers one line. @throws what ends the run: a flood, no message at all, a missing class */
  answer(text: string): string {
    if (++this.questions > QUESTION_LIMIT) {
      throw new Flood(`asks the log more than ${QUESTION_LIMIT} times, which looks as if it does ` +
        'not end');
    }
    this.counted(text);
    const answer = isAboutObjects(text) ? this.border.attend(text) : this.perform(text);
    if (this.border.size > OBJECT_LIMIT) {
      throw new Flood(`shares more than ${OBJECT_LIMIT} objects with the log`);
    }
    return this.counted(answer);
  }

  private perform(text: string): string {
    const {border} = this;
    const say = border.read(text, {worked: true});
    try {
      const value = this.valueOf(say);
      return border.write(cross => ['value', cross(value)]);
    } catch (thrown) {
      if (isForTheHost(thrown)) throw thrown;
      return border.write(cross => thrownSay(thrown, cross));
    }
  }

  private valueOf(say: Say): unknown {
    const {border} = this;
    switch (say[0]) {
      case 'make': return this.make(say[1].map(value => border.valueOf(value)));
      case 'get':
        return this.objectAt(say[1])[this.known(say[2], 'getters', 'fields')];
      case 'set':
        return Reflect.set(
          this.objectAt(say[1]), this.known(say[2], 'fields'), border.valueOf(say[3]));
      case 'call': {
        const object = this.objectAt(say[1]);
        const method = object[this.known(say[2], 'methods')];
        if (typeof method !== 'function') throw new TypeError(`${say[2]} is not a function`);
        return Reflect.apply(method, object, say[3].map(value => border.valueOf(value)));
      }
      default: throw new BadMessage(`${say[0]} is no question`);
    }
  }

  /** The number that questions about the new object say. */
  private make(values: readonly unknown[]): number {
    const {contract: {name}, exports, module} = this.parts;
    const found: unknown = Reflect.get(exports, name);
    if (typeof found !== 'function') {
      throw new ContractError(`${module} exports no class ${name}`, {module, function: name});
    }
    return this.made.push(new (found as Constructor)(...values)) - 1;
  }

  private objectAt(number: number): Served {
    const object = this.made[number];
    if (object === undefined) throw new BadMessage(`there is no object ${number}`);
    return object;
  }

  private known(name: string, ...among: readonly ('getters' | 'fields' | 'methods')[]): string {
    if (among.some(kind => this.parts.contract[kind].includes(name))) return name;
    throw new BadMessage(`${name} is not served`);
  }

  private counted(text: string): string {
    this.characters += text.length;
    if (text.length > LINE_LIMIT || this.characters > TEXT_LIMIT) {
      throw new Flood(`shares more than ${TEXT_LIMIT / 1024 / 1024} MB with the log, or ` +
        `${LINE_LIMIT / 1024 / 1024} MB at once`);
    }
    return text;
  }
}

/** As written by JSON.stringify, or it is refused as what it is not. */
function isAboutObjects(text: string): boolean {
  return text.startsWith('{"say":["look",') || text.startsWith('{"say":["change",');
}
