/**
 * Objects on both sides of a border are the objects they would be without one.
 */
import {expect} from 'chai';
import {offer, servedClasses} from '../../../../harness/host/served/served-class';
import {cloneWith} from '../../../../harness/host/served/clone';
import {Flood, QUESTION_LIMIT, parseMessage} from '../../../../harness/host/served/messages';
import {Service} from '../../../../harness/host/served/service';
import {Chance} from '../../../../harness/world/chance';

type Bag = Record<string, unknown>;

/** Keeps what it is given, hands it out, and changes it: as badly as a class can. */
class Keeper {
  kept: unknown[] = [];

  keep(value: unknown): number {
    return this.kept.push(value) - 1;
  }

  give(position: number): unknown {
    return this.kept[position];
  }

  wrap(position: number): unknown {
    return {inside: this.kept[position], list: [this.kept[position]]};
  }

  change(position: number, key: string, value: unknown): boolean {
    return change(this.kept[position], key, value);
  }

  text(position: number): string | undefined {
    return JSON.stringify(this.kept[position]);
  }

  copy(position: number): unknown {
    return cloneWith(value => structuredClone(value))(this.kept[position]);
  }
}

function change(object: unknown, key: string, value: unknown): boolean {
  if (typeof object !== 'object' || object === null) return false;
  switch (key) {
    case 'freeze': return Object.isFrozen(Object.freeze(object));
    case 'delete': return Reflect.deleteProperty(object, 'a');
    case 'hide': return Reflect.defineProperty(object, 'a', {value, configurable: true});
    default: return Reflect.set(object, key, value);
  }
}

/** The class as tests see it, and what they ask, line by line. */
function served(): {readonly Class: new () => Keeper; readonly lines: string[]} {
  const contract = {
    name: 'Keeper', getters: [], fields: ['kept'],
    methods: ['keep', 'give', 'wrap', 'change', 'text', 'copy'],
  };
  const lines: string[] = [];
  const attend = offer(contract, line => {
    lines.push(line);
    return service.answer(line);
  });
  const service = new Service({
    contract, module: 'keeper', exports: {Keeper}, ask: line => attend(line),
  });
  return {Class: servedClasses.get('Keeper') as new () => Keeper, lines};
}

/** Does drawn things with a keeper, and says all that is seen of them. */
function history(keeper: Keeper, seed: number): readonly unknown[] {
  const chance = new Chance(seed, 'history');
  const held: unknown[] = [{a: 1}, [1, 2], {a: {b: []}}];
  const seen: unknown[] = [];
  const see = (work: () => unknown): void => {
    try {
      const value = work();
      if (typeof value === 'object' && value !== null) held.push(value);
      else seen.push(value);
    } catch (error) {
      seen.push((error as Error).name);
    }
  };
  const values = (): unknown =>
    chance.pick([1, 'x', null, NaN, {a: 2}, [3], {a: undefined}, ...held]);
  for (let step = 0; step < 60; step++) {
    const position = chance.between(0, 6);
    const key = chance.pick(['a', 'b', '0', 'length', 'freeze', 'delete', 'hide']);
    const value = key === 'length' ? 1 : values();
    const object = chance.pick(held);
    switch (chance.between(0, 7)) {
      case 0: see(() => keeper.keep(value)); break;
      case 1: see(() => keeper.give(position)); break;
      case 2: see(() => keeper.wrap(position)); break;
      case 3: see(() => keeper.change(position, key, value)); break;
      case 4: see(() => change(object, key, value)); break;
      case 5: see(() => keeper.text(position)); break;
      case 6: see(() => keeper.copy(position)); break;
      default: see(() => JSON.stringify(object));
    }
    seen.push(held.map(each => held.indexOf(each)).join());
  }
  const last = held.map(each => [
    Array.isArray(each), Object.isFrozen(each), Object.isExtensible(each),
    Reflect.ownKeys(each as Bag).map(String).join(),
  ]);
  return [...seen, ...last];
}

describe('a border', () => {
  it('is not to be noticed, whatever is done on either side', function () {
    this.timeout(60_000);
    for (let seed = 0; seed < 150; seed++) {
      const there = history(new (served().Class)(), seed);

      expect(there, `seed ${seed}`).to.deep.equal(history(new Keeper(), seed));
    }
  });

  it('asks nothing about what was just told', () => {
    const {Class, lines} = served();
    const keeper = new Class();
    keeper.keep({a: {b: [1, {c: 2}]}});
    const before = lines.length;

    expect(keeper.give(0)).to.deep.equal({a: {b: [1, {c: 2}]}});
    expect(keeper.wrap(0)).to.deep.equal({
      inside: {a: {b: [1, {c: 2}]}}, list: [{a: {b: [1, {c: 2}]}}],
    });
    const asked = lines.slice(before).map(line => parseMessage(line).say[0]);
    expect(asked).to.deep.equal(['call', 'call']);
  });

  it('shows fields in their order, also if one went and came again', () => {
    const keeper = new (served().Class)();
    keeper.keep({a: 1, b: 2});
    const copy = keeper.copy(0) as object;
    keeper.keep(copy);
    keeper.change(1, 'delete', null);
    keeper.change(1, 'a', 3);

    expect(JSON.stringify(copy)).to.equal('{"b":2,"a":3}');
  });

  it('does not let pass what is not in the contract', () => {
    const keeper = new (served().Class)() as Keeper & Bag;

    expect(keeper['constructor']).to.equal(servedClasses.get('Keeper'));
    expect(Object.keys(keeper)).to.deep.equal([]);
    expect(keeper['toString']).to.equal(Object.prototype.toString);
  });

  it('lets nothing pass that it cannot show', () => {
    const keeper = new (served().Class)();
    for (const strange of [new Map(), new Date(0), [new Set()], {a: /x/}, Promise.resolve()]) {
      expect(() => keeper.keep(strange)).to.throw(TypeError, /cannot be handed over/);
    }
    expect(keeper.keep(1)).to.equal(0);
  });

  it('ends a flood', () => {
    const keeper = new (served().Class)();
    const flood = (): void => {
      for (let times = 0; times <= QUESTION_LIMIT; times++) keeper.text(0);
    };

    expect(flood).to.throw(Flood, `more than ${QUESTION_LIMIT} times`);
  });
});
