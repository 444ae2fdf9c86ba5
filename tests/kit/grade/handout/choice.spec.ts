/** Which labs are handed out, and how a slip is answered. */
import {expect} from 'chai';
import {choose, isUnlocked, neededFiles} from '../../../../harness/grade/handout/choice';
import {namesRefused} from '../../../../harness/grade/handout/names';

function numbers(labs: string | undefined): readonly number[] {
  return choose(labs).labs.map(({number}) => number);
}

describe('what is handed out', () => {
  it('is the whole course, a range, a list, or names', () => {
    expect(numbers(undefined)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(numbers('1-3')).to.deep.equal([1, 2, 3]);
    expect(numbers('5,1,2')).to.deep.equal([1, 2, 5]);
    expect(numbers('1-2, election')).to.deep.equal([1, 2, 5]);
    expect(numbers('3-replication')).to.deep.equal([3]);
  });

  it('is refused in one line that says what would be right', () => {
    expect(() => choose('1-9')).to.throw('there is no lab "9"; the labs are 1-log');
    expect(() => choose('3-1')).to.throw('labs are named in order: 1-3, not 3-1');
    expect(() => choose('7a')).to.throw('labs are handed out whole: say 7, not 7a');
    expect(() => choose('1', ['raft'])).to.throw('there is no lab "raft"');
  });

  it('may have finished labs and parts in it', () => {
    const choice = choose('3-7', ['log', '2', '7a']);
    for (const file of ['log.ts', 'tests/log.test.ts', 'framing.ts', 'persistence.ts']) {
      expect(isUnlocked(choice, file), file).to.equal(true);
    }
    expect(isUnlocked(choice, 'compaction.ts')).to.equal(false);
  });

  it('needs compiled files of labs in between that are neither there nor finished', () => {
    const files = (labs: string, unlocked: readonly string[]): readonly string[] =>
      neededFiles(choose(labs, unlocked)).map(({file}) => file);
    expect(files('1-3', [])).to.deep.equal([]);
    expect(files('1,2,5', [])).to.deep.equal(['terms.ts', 'replication.ts', 'commit.ts']);
    expect(files('1,2,5', ['3'])).to.deep.equal(['commit.ts']);
    expect(files('3', [])).to.deep.equal(['log.ts', 'framing.ts', 'network.ts']);
  });
});

describe('names of files', () => {
  it('are refused where some system cannot have them', () => {
    const bad = ['a/aux.ts', 'what?.md', 'folder./x', 'COM1', `${'long/'.repeat(30)}x`];
    expect(namesRefused(['skeleton/log.ts', ...bad, 'Readme.md', 'README.md']))
      .to.deep.equal([...bad, 'README.md']);
  });
});
