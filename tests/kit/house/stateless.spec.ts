/** The files that all boxes share hold nothing that one box could leave for another. */
import {expect} from 'chai';
import path from 'node:path';
import {ContractError} from '../../../harness/host/guest';
import {STATELESS} from '../../../harness/host/module-loader';
import {compile, root} from '../../../harness/host/register.js';

/** What makes time, chance and output, and where a box could leave something. */
const OWN = new RegExp([
  'Math\\.random', ...['set', 'clear'].flatMap(does =>
    ['Timeout', 'Interval', 'Immediate'].map(what => `${does}${what}`)),
  'queueMicrotask', 'Date', 'performance', 'crypto', 'console', 'globalThis', 'global',
].map(name => `(?<!\\.)\\b${name}\\b`).join('|'));

/** Their culprits leave them in a ContractError alone, which freezes them. */
const ONLY_IN_ERRORS = new Set(['raft/inspect.ts', 'raft/service-contract.ts']);

describe('a file that all boxes share', () => {
  for (const file of STATELESS) {
    const code = compile(path.join(root, 'harness', file))
      .replace(/^\/\/# sourceMappingURL.*/m, '').replace(/\/\*[^]*?\*\/|\/\/.*|'[^'\n]*'/g, '');
    const imports = [...compile(path.join(root, 'harness', file))
      .matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);

    it(`imports only such files: ${file}`, () => {
      for (const name of imports) {
        expect(STATELESS).to.include(`${path.join(path.dirname(file), name)}.ts`);
      }
    });

    it(`has no variable and no collection of its own: ${file}`, () => {
      expect(code).to.not.match(/^(let|var) /m);
      expect(code).to.not.match(/^const \w+ = (new (Weak)?(Map|Set)\(\)|\[\]|\{\});/m);
    });

    it(`has no culprit that could be written on: ${file}`, () => {
      if (ONLY_IN_ERRORS.has(file)) return;
      expect(code).to.not.match(/^const .*(?<!freeze\()\{\s*module:/m);
    });

    it(`uses nothing that each box has its own of: ${file}`, () => {
      expect(code).to.not.match(OWN);
    });
  }

  it('lets nobody write on the culprit of an error', () => {
    const culprit = {module: '#solution/log', function: 'append'};
    expect(new ContractError('no', culprit).culprit).to.be.frozen;
  });
});
