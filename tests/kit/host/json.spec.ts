/** The wire format: what may cross, and what a refusal says. */
import {expect} from 'chai';
import {NotJson, toWire} from '../../../harness/host/json';

class Entry { term = 1; }

function cycle(): object {
  const looping: {self?: object} = {};
  looping.self = {again: looping};
  return looping;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let n = 0; n < depth; n++) value = [value];
  return value;
}

const ACCEPTED: readonly (readonly [what: string, value: unknown, text: string])[] = [
  ['null', null, 'null'],
  ['numbers', [0, 1.5, -2, Number.MAX_VALUE, 2 ** 53], `[0,1.5,-2,${Number.MAX_VALUE},${2 ** 53}]`],
  ['texts, with any character', ['', 'é', '\u2028', '\ud800'], '["","é","\u2028","\\ud800"]'],
  ['truth', [true, false], '[true,false]'],
  ['objects and arrays in each other', {a: [{b: []}, {}]}, '{"a":[{"b":[]},{}]}'],
  ['a field that is undefined, which is left out', {a: 1, b: undefined}, '{"a":1}'],
  ['an object without a prototype', Object.assign(Object.create(null), {a: 1}), '{"a":1}'],
  ['a field called __proto__', JSON.parse('{"__proto__":{"a":1}}'), '{"__proto__":{"a":1}}'],
  ['a frozen object', Object.freeze({a: Object.freeze([1])}), '{"a":[1]}'],
  ['the same object twice', (shared => [shared, shared])({a: 1}), '[{"a":1},{"a":1}]'],
  ['99 levels', nested(99), `${'['.repeat(99)}1${']'.repeat(99)}`],
];

const REFUSED: readonly (readonly [what: string, value: unknown, says: string])[] = [
  ['undefined itself', undefined, 'message is undefined'],
  ['undefined in an array', [1, undefined], 'message[1] is undefined'],
  ['a hole in an array', [1, , 3], 'message[1] is undefined'],
  ['NaN', {entries: [{command: {value: NaN}}]}, 'message.entries[0].command.value is NaN'],
  ['Infinity', {a: Infinity}, 'message.a is Infinity'],
  ['-Infinity', [-Infinity], 'message[0] is -Infinity'],
  ['-0', {matchIndex: -0}, 'message.matchIndex is -0'],
  ['a bigint', {a: 1n}, 'message.a is a bigint'],
  ['a symbol', {a: Symbol('s')}, 'message.a is a symbol'],
  ['a function', {a: () => 1}, 'message.a is a function'],
  ['a Map', {a: new Map()}, 'message.a is an instance of Map'],
  ['a Set', new Set(), 'message is an instance of Set'],
  ['a Date', {at: new Date()}, 'message.at is an instance of Date'],
  ['a RegExp', [/x/], 'message[0] is an instance of RegExp'],
  ['an Error', {error: new Error('x')}, 'message.error is an instance of Error'],
  ['bytes', {data: new Uint8Array(2)}, 'message.data is an instance of Uint8Array'],
  ['an instance of a class', {entries: [new Entry()]},
    'message.entries[0] is an instance of Entry'],
  ['an array of a class of its own', new (class Log extends Array {})(),
    'message is an instance of Log'],
  ['a Promise', {a: Promise.resolve(1)}, 'message.a is a Promise (is the function async?)'],
  ['a wrapped number', {a: Object(1)}, 'message.a is an instance of Number'],
  ['an object with a toJSON', {a: {toJSON: () => 1}},
    'message.a is an object with a toJSON method'],
  ['an array with a toJSON', Object.assign([1], {toJSON: () => 1}),
    'message is an array with a toJSON method'],
  ['a key that is no name', {'a b': {'1x': NaN}}, 'message["a b"]["1x"] is NaN'],
  ['a cycle', cycle(), 'message.self.again is a cycle'],
  ['101 levels', nested(101), `message${'[0]'.repeat(24)}… is nested more than 100 levels deep`],
];

describe('the wire format', () => {
  for (const [what, value, text] of ACCEPTED) {
    it(`takes ${what}`, () => {
      expect(toWire(value, 'message')).to.equal(text);
    });
  }

  for (const [what, value, says] of REFUSED) {
    it(`refuses ${what}, naming the path`, () => {
      const refusal = `${says}, and only plain JSON may cross the line`;
      expect(() => toWire(value, 'message')).to.throw(NotJson).with.property('message', refusal);
    });
  }
});
