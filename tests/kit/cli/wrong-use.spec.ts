/** A slip is answered in one line that says what would be right, and exit code 2. */
import {expect} from 'chai';
import {flotilla} from './run-flotilla';

const SLIPS: readonly {readonly words: readonly string[]; readonly says: RegExp}[] = [
  {words: [], says: /which command\? See flotilla --help/},
  {words: ['frobnicate'], says: /unknown command 'frobnicate'/},
  {words: ['tset'], says: /unknown command 'tset'.*Did you mean test/},
  {words: ['test', 'paxos'], says: /there is no lab "paxos"; the labs are 1-log, /},
  {words: ['test', 'elecion'], says: /no lab "elecion": did you mean election\? The labs are 1-/},
  {words: ['test', '7-vk'], says: /no lab "7-vk": did you mean 7-kv\?/},
  {words: ['test', 'Persistance'], says: /did you mean persistence\?/},
  {words: ['test', '7e'], says: /there is no lab "7e"; the labs are /},
  {words: ['test', 'log', '--frob'], says: /unknown option '--frob'\. See flotilla test --help$/m},
  {
    words: ['test', 'log', '--seed', 'x'],
    says: /--seed takes a whole number from 0 to \d+, not "x"/,
  },
  {words: ['test', 'log', '--seed', '-1'], says: /--seed/},
  {
    words: ['test', 'log', '--seeds', '0'],
    says: /--seeds takes a whole number from 1 to \d+, not "0"/,
  },
  {words: ['test', 'log', '--seed', '1', '--seeds', '2'], says: /give one of them/},
  {words: ['test', 'log', '--subject', '/nowhere'], says: /there is no folder "\/nowhere"/},
  {words: ['test', 'log', '--grep', 'no such claim'], says: /no claim .*"no such claim"/},
  {
    words: ['replay', 'nonsense'],
    says: /"nonsense" is no replay token; one looks like 5-random-five-s7-v/,
  },
  {words: ['replay', '5-nothing-s1-v0.1.0'], says: /has no scenario "nothing"; it has /},
  {words: ['replay', '9-figure-8-s1-v0.1.0'], says: /there is no lab "9"/},
  {words: ['replay'], says: /missing required argument 'token'/},
  {words: ['grade', '/nowhere'], says: /there is no folder "\/nowhere"/},
  {words: ['grade', '.vscode'], says: /no submission \(a folder, a zip or a tarball\) is in/},
  {words: ['grade', 'reference'], says: /"reference" looks like one submission: .* grade-one$/m},
  {words: ['grade', 'LICENSE'], says: /"LICENSE" is a file, .* flotilla grade-one takes it$/m},
  {words: ['grade', 'labs', 'x'], says: /1 argument but got 2\. See flotilla grade --help$/m},
  {words: ['grade', '--lab', '7a'], says: /labs are graded whole: say --lab 7, not 7a/},
  {words: ['grade', '--lab', 'kv-store'], says: /say --lab 7, not kv-store/},
  {
    words: ['grade', '--canvas', 'LICENSE', '--canvas-column', '7b=Raft'],
    says: /say --canvas-column 7, not 7b/,
  },
  {words: ['grade', '--moodle', 'LICENSE', '--moodle-lab', '7b'], says: /say --moodle-lab 7, not/},
  {words: ['grade-one'], says: /'--format <name>' not specified\. See flotilla grade-one --help$/m},
  {
    words: ['grade-one', 'reference', '--format', 'json', '--out', 'x.json', '--lab', '7a'],
    says: /labs are graded whole: say --lab 7, not 7a/,
  },
  {words: ['gradescope', '--out', 'x.zip', '--lab', '7a'], says: /say --lab 7, not 7a/},
  {words: ['grade', 'merge'], says: /'folders'\. See flotilla grade merge --help$/m},
  {words: ['grade', '--out', 'README.md'], says: /cannot write results to "README.md"/},
  {words: ['grade', '--jobs', '0'], says: /--jobs takes a whole number from 1/},
  {words: ['grade', '--only', 'nobody'], says: /no submission in the folder is called "nobody"/},
  {words: ['grade', '--past', 'tests'], says: /--past names former classes .*: give --similarity/},
  {words: ['grade', '--similarity', '--past', '/nowhere'], says: /no folder "\/nowhere"/},
  {words: ['grade', '--shard', '3/2'], says: /--shard takes i\/n, such as 2\/5 .* not "3\/2"/},
  {words: ['grade', '--format', 'pdf'], says: /--format knows no "pdf"; it knows json, csv, /},
  {words: ['grade', '--format', 'canvas'], says: /name it with --canvas gradebook\.csv/},
  {words: ['grade', '--policy', 'README.md'], says: /README\.md: is not JSON: /},
  {words: ['grade', '--roster', '/nowhere'], says: /\/nowhere cannot be read: /},
  {words: ['grade', '--compare', '/nowhere'], says: /--compare: there is no folder "\/nowhere"/},
  {words: ['grade', '--sandbox-at-most', '9'], says: /--sandbox-at-most takes a whole number/},
  {words: ['grade', 'merge', '/nowhere'], says: /there is no folder "\/nowhere"/},
  {words: ['grade', 'merge', '.vscode'], says: /there is no journal in "\.vscode"/},
  {words: ['bench', 'coffee'], says: /there is no bench "coffee"; they are /},
  {words: ['coverage', 'coffee'], says: /there is no lab "coffee"/},
  {words: ['soak', 'log', '--seeds', 'many'], says: /--seeds takes a whole number/},
];

describe('wrong use', () => {
  for (const {words, says} of SLIPS) {
    it(`flotilla ${words.join(' ')}`, () => {
      const {code, out, err} = flotilla(words);
      expect(err).to.match(says);
      expect(err.trim().split('\n')).to.have.length(1);
      expect(out).to.equal('');
      expect(code).to.equal(2);
    });
  }

  const SWALLOWED: readonly {
    readonly words: readonly string[]; readonly left: readonly string[]; readonly event?: string;
    readonly says: string;
  }[] = [
    {words: ['grade', 'submissions', 'x'], left: ['out'],
      says: 'took --out for its own: write -- before the options, as in npm run grade -- ' +
        '[folder] --out <folder>'},
    {words: ['grade'], left: ['force', 'require_sandbox'], event: 'start',
      says: 'took --force and --require-sandbox for its own: write -- before the options, as in ' +
        'npm start -- [folder] --force --require-sandbox'},
    {words: ['grade', 'merge', 'a', 'b'], left: ['plain'],
      says: 'took --plain for its own: write -- before the options, as in npm run grade -- merge ' +
        '<folders> --plain'},
    {words: ['test', 'log', '7'], left: ['seed'], event: 'test',
      says: 'took --seed for its own: write -- before the options, as in npm test -- [labs] ' +
        '--seed <number>'},
    // What is left of --format junit: short for npm's own --format-package-lock.
    {words: ['grade', 'submissions', 'junit'], left: [],
      says: 'may have taken an option before "junit" for its own: write -- before the options, ' +
        'as in npm run grade -- [folder] [options]'},
  ];
  for (const {words, left, event = words[0], says} of SWALLOWED) {
    it(`npm keeps ${left.join(' and ') || 'something'} of ${words.join(' ')}`, () => {
      const environment = {
        npm_lifecycle_event: event,
        npm_lifecycle_script: `node harness/cli/flotilla.js ${words[0]}`,
        ...Object.fromEntries(left.map(name => [`npm_config_${name}`, 'true'])),
      };
      const {code, out, err} = flotilla(words, environment);
      expect([code, out, err]).to.deep.equal([2, '', `flotilla: npm ${says}\n`]);
    });
  }

  it('what npm hands on without its option may be taken for a folder', () => {
    const environment = {
      npm_lifecycle_event: 'start', npm_lifecycle_script: 'node harness/cli/flotilla.js grade',
    };
    expect(flotilla(['grade', 'junit'], environment).err).to.equal('flotilla: there is no folder ' +
      '"junit" with submissions; if an option was meant, write -- before it, as in ' +
      'npm start -- [options]\n');
  });

  it('a shard that a variable names is told as the variable\'s', () => {
    const {code, err} = flotilla(['grade'], {FLOTILLA_SHARD: '9'});
    expect([code, err]).to.deep.equal([2, 'flotilla: FLOTILLA_SHARD takes i/n, such as 2/5 for ' +
      'the second of five, not "9"\n']);
  });

  it('an option that npm keeps for another program is not this one\'s', () => {
    const environment = {
      npm_lifecycle_event: 'test', npm_lifecycle_script: 'node harness/cli/flotilla.js test',
      npm_config_plain: 'true',
    };
    expect(flotilla(['grade', '/nowhere'], environment).err).to.match(/there is no folder/);
  });

  it('every command explains itself', () => {
    const {out} = flotilla(['--help']);
    const names = [...out.matchAll(/^ {2}(\w+) .*/gm)].map(([, name]) => name ?? '')
      .filter(name => name !== 'help');
    expect(names).to.include.members(['test', 'replay', 'coverage', 'grade', 'bench', 'soak']);
    for (const name of names) {
      const help = flotilla([name, '--help']);
      expect(help.code, name).to.equal(0);
      expect(help.out, name).to.match(/^Usage: flotilla \w+/);
    }
  });
});
