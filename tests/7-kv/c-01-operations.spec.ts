/**
 * What each operation does and is answered, on a server that is alone.
 *
 * Paper: §2, §8.
 */
import type {KvOperation, KvOutcome} from '../../harness/raft/kv-messages';
import {lab, section, table} from '../../harness/scenario';
import type {Because, Row} from '../../harness/scenario';
import {append, compareAndSet, get, remove, set} from './c-operations';
import {PlayedClient} from './c-played-client';

interface Script extends Row {
  /** Operations of one client, in order, with what each must be answered. */
  readonly steps: readonly (readonly [operation: KvOperation, outcome: KvOutcome])[];
}

const AS_AGREED: Because = {
  source: '§8',
  text: 'Clients of every implementation rely on the same outcomes; kv-messages.ts says for each ' +
    'operation what it is.',
};

const SCRIPTS: readonly Script[] = [
  {because: 'a key that nobody has set is absent', steps: [
    [get('x'), null], [remove('x'), false], [get('x'), null],
  ]},
  {because: 'a set is answered with null, and read back', steps: [
    [set('x', 'a'), null], [get('x'), 'a'], [set('x', 'b'), null], [get('x'), 'b'],
  ]},
  {because: 'each key has a value of its own', steps: [
    [set('x', 'a'), null], [set('y', 'b'), null], [get('x'), 'a'], [get('y'), 'b'],
  ]},
  {because: 'a delete says whether the key was there', steps: [
    [set('x', 'a'), null], [remove('x'), true], [get('x'), null], [remove('x'), false],
  ]},
  {because: 'an append says how long the value is now', steps: [
    [append('x', 'ab'), 2], [append('x', 'c'), 3], [get('x'), 'abc'], [append('x', ''), 3],
  ]},
  {because: 'an append to what was deleted begins with nothing', steps: [
    [set('x', 'ab'), null], [remove('x'), true], [append('x', 'c'), 1], [get('x'), 'c'],
  ]},
  {because: 'a length counts UTF-16 code units, not bytes', steps: [
    [append('x', 'ä'), 1], [append('x', '😀'), 3], [get('x'), 'ä😀'],
  ]},
  {because: 'compare-and-set changes only what is as expected', steps: [
    [set('x', 'a'), null], [compareAndSet('x', {expected: 'b', value: 'c'}), false],
    [get('x'), 'a'], [compareAndSet('x', {expected: 'a', value: 'c'}), true], [get('x'), 'c'],
  ]},
  {because: 'compare-and-set from null makes a key, and changes none', steps: [
    [compareAndSet('x', {expected: null, value: 'a'}), true], [get('x'), 'a'],
    [compareAndSet('x', {expected: null, value: 'b'}), false], [get('x'), 'a'],
  ]},
  {because: 'compare-and-set makes no absent key from a value', steps: [
    [compareAndSet('x', {expected: 'a', value: 'b'}), false], [get('x'), null],
  ]},
  {because: 'an empty value is a value, and not absent', steps: [
    [set('x', ''), null], [get('x'), ''], [compareAndSet('x', {expected: null, value: 'a'}), false],
    [compareAndSet('x', {expected: '', value: 'b'}), true], [get('x'), 'b'], [set('x', ''), null],
    [remove('x'), true],
  ]},
  {because: 'an append of nothing makes an empty value', steps: [
    [append('x', ''), 0], [get('x'), ''], [remove('x'), true],
  ]},
  {because: 'the empty string is a key like any other', steps: [
    [get(''), null], [set('', 'a'), null], [append('', 'b'), 2], [get(''), 'ab'],
    [remove(''), true],
  ]},
  {because: 'words that JavaScript knows are keys like any other', steps: [
    [get('__proto__'), null], [set('__proto__', 'a'), null], [append('__proto__', 'b'), 2],
    [get('__proto__'), 'ab'], [get('constructor'), null], [append('constructor', 'c'), 1],
    [get('constructor'), 'c'], [remove('toString'), false], [get('hasOwnProperty'), null],
  ]},
  {because: 'values are text, and nothing else is made of them', steps: [
    [set('x', '1'), null], [append('x', '1'), 2], [get('x'), '11'], [set('x', 'null'), null],
    [get('x'), 'null'], [set('x', '\u0000"\\\n'), null], [get('x'), '\u0000"\\\n'],
  ]},
  {because: 'keys differ if any character does', steps: [
    [set('x', 'a'), null], [get('X'), null], [get('x '), null], [set('1', 'b'), null],
    [get('01'), null],
  ]},
];

lab('7c', 'service', () => {
  section('§8', 'operations', () => {
    table('an operation has the outcome agreed on', {
      name: 'operations', points: 0.6, servers: 1, clients: 0,
    }, SCRIPTS, async (scene, {steps}) => {
      const ann = new PlayedClient(scene);
      await scene.cluster.checkOneLeader();

      for (const [n, [operation, outcome]] of steps.entries()) {
        await ann.expect('S1', {serial: n + 1, operation}, {outcome, because: AS_AGREED});
      }
    });
  });
});
