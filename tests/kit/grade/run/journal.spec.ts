/** The journal: whole lines only, whatever happened while one was written. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {CannotWrite, Journal, journalsIn, readJournal} from '../../../../harness/grade/run/journal';
import {madeGrade, madeLine, madeRun} from './made-grades';

const LINES = [madeRun(['kim', 'lee']), madeLine(madeGrade('kim')), madeLine(madeGrade('lee'))];

describe('a journal', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-journal-'));
    file = path.join(folder, 'journal.jsonl');
  });
  afterEach(() => fs.rmSync(folder, {recursive: true}));

  function write(lines: typeof LINES): void {
    const journal = new Journal(file, readJournal(file).wholeBytes);
    for (const line of lines) journal.append(line);
    journal.close();
  }

  it('gives back what was appended, over several runs', () => {
    write(LINES.slice(0, 2));
    write(LINES.slice(2));
    expect(readJournal(file)).to.deep.include({lines: LINES, damaged: []});
  });

  it('that was torn anywhere in its last line goes on behind the last whole one', () => {
    write(LINES);
    const whole = fs.readFileSync(file);
    const lastBut = whole.lastIndexOf('\n', whole.length - 2) + 1;
    const middle = Math.floor((lastBut + whole.length) / 2);
    for (const length of [lastBut + 1, middle, whole.length - 1]) {
      fs.writeFileSync(file, whole.subarray(0, length));
      expect(readJournal(file).lines).to.deep.equal(LINES.slice(0, 2));
      write(LINES.slice(2));
      expect(fs.readFileSync(file).equals(whole)).to.equal(true);
    }
  });

  it('says which of its lines cannot be read, and reads the others', () => {
    write(LINES);
    const [first, , third] = fs.readFileSync(file, 'utf8').split('\n');
    fs.writeFileSync(file, `${first}\n{"kind":"gra\0\n${third}\n`);
    expect(readJournal(file)).to.deep.include({lines: [LINES[0], LINES[2]], damaged: [2]});
  });

  it('keeps nothing of a line that did not fit', () => {
    const command = `ulimit -f 8; trap '' XFSZ; exec "$0" -e "$1"`;
    const script = `
      require(${JSON.stringify(path.resolve('harness/host/register.js'))});
      const {Journal} = require(${JSON.stringify(
        path.resolve('harness/grade/run/journal.ts'))});
      const journal = new Journal(${JSON.stringify(file)}, 0);
      journal.append({kind: 'run', text: 'x'.repeat(3000)});
      try { journal.append({kind: 'run', text: 'x'.repeat(9000)}); }
      catch (error) { process.stdout.write(error.name + ': ' + error.message); }`;
    const {stdout, stderr} = spawnSync('bash', ['-c', command, process.execPath, script], {
      encoding: 'utf8', env: {...process.env, FLOTILLA_CACHE: ''},
    });
    expect(stdout, stderr).to.match(/^CannotWrite: cannot write .*journal\.jsonl: EFBIG/);
    const {lines, wholeBytes, damaged} = readJournal(file);
    expect([lines.length, damaged.length]).to.deep.equal([1, 0]);
    expect(fs.statSync(file).size).to.equal(wholeBytes);
  }).timeout(20_000);

  it('that cannot be opened is told as that', () => {
    expect(() => new Journal(path.join(folder, 'no/journal.jsonl'), 0)).to.throw(CannotWrite);
  });

  it('is found beside its shards\' ones; what a merge left counts if there is no other', () => {
    for (const name of ['merged.jsonl', 'kim.json', 'journal.json']) {
      fs.writeFileSync(path.join(folder, name), '');
    }
    expect(journalsIn(folder).map(name => path.basename(name))).to.deep.equal(['merged.jsonl']);
    for (const name of ['journal-2-of-12.jsonl', 'journal.jsonl']) {
      fs.writeFileSync(path.join(folder, name), '');
    }
    expect(journalsIn(folder).map(name => path.basename(name)))
      .to.deep.equal(['journal-2-of-12.jsonl', 'journal.jsonl']);
  });
});
