/**
 * Histories written down by hand, one operation a line: who, from when to when, what, what came.
 *
 * 'C1 10-40 set x a' · 'C2 50-60 get x -> a' · 'C3 20-? append x b'. Times are event numbers and
 * virtual times at once; '?' is an outcome nobody knows. 'none' is an absent key.
 * Read next: register.spec.ts, kv.spec.ts.
 */
import type {Operation} from '../../../harness/linearizability/history';
import type {KvInput, KvOutput} from '../../../harness/linearizability/kv-model';
import type {RegisterInput, RegisterOutput} from '../../../harness/linearizability/register-model';

export type KvOperation = Operation<KvInput, KvOutput>;
export type RegisterOperation = Operation<RegisterInput, RegisterOutput>;

const LINE = /^(?<client>\w+) (?<from>\d+)-(?<to>\d+|\?) (?<words>[^>]+?)(?: -> (?<output>.+))?$/;

export function kvHistory(...lines: readonly string[]): readonly KvOperation[] {
  return lines.map((line, id) => operation(id, line, kvInput, kvOutput));
}

export function registerHistory(...lines: readonly string[]): readonly RegisterOperation[] {
  return lines.map((line, id) => operation(id, line, registerInput, registerOutput));
}

function operation<Input, Output>(
  id: number, line: string, inputOf: (words: readonly string[]) => Input,
  outputOf: (text: string | undefined) => Output,
): Operation<Input, Output> {
  const {client = '', from, to, words = '', output} = LINE.exec(line)?.groups ?? {};
  if (client === '') throw new Error(`not an operation: ${line}`);
  const returnedAt = to === '?' ? null : Number(to);
  return {
    id, client, input: inputOf(words.split(' ')), invokedAt: Number(from), returnedAt,
    invokedAtMs: Number(from), returnedAtMs: returnedAt,
    ...(returnedAt === null ? {} : {output: outputOf(output)}),
  };
}

function kvInput([op, key = '', first = '', second = '']: readonly string[]): KvInput {
  switch (op) {
    case 'get': case 'delete': return {op, key};
    case 'set': case 'append': return {op, key, value: first};
    case 'compareAndSet':
      return {op, key, expected: first === 'none' ? null : first, value: second};
    default: throw new Error(`no operation of a store: ${op}`);
  }
}

function kvOutput(text: string | undefined): KvOutput {
  if (text === undefined || text === 'none') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}

function registerInput([op, first, second]: readonly string[]): RegisterInput {
  switch (op) {
    case 'read': return {op};
    case 'write': return {op, value: Number(first)};
    case 'compareAndSet': return {op, expected: Number(first), value: Number(second)};
    default: throw new Error(`no operation of a register: ${op}`);
  }
}

function registerOutput(text: string | undefined): RegisterOutput {
  if (text === undefined) return null;
  return text === 'true' || text === 'false' ? text === 'true' : Number(text);
}
