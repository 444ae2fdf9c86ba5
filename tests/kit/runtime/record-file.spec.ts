/**
 * The disk of a real server: what a crash leaves is told from what somebody changed.
 */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {root} from '../../../harness/host/register.js';
import {createRecordFile, RecordFile} from '../../../harness/runtime/record-file';
import {readRecords, RecordFileError} from '../../../harness/runtime/record-format';
import {eventually} from './real-cluster';

const OWNER = {cluster: 'c1', server: 'S1'};
const RECORDS = ['{"currentTerm":1,"votedFor":"S1"}', '"ä \\n \\u0000"', '[1,2,3]', 'null'];

describe('a file of records', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-records-')), 'S1');
    file = path.join(folder, 'records');
    createRecordFile(folder, OWNER);
  });

  afterEach(() => fs.rmSync(path.dirname(folder), {recursive: true, force: true}));

  const open = (more: object = {}): RecordFile => RecordFile.open({folder, owner: OWNER, ...more});

  /** As kill -9 leaves it: with its lock, without its last word. */
  async function written(records: readonly string[] = RECORDS): Promise<Buffer> {
    const disk = open();
    for (const record of records) disk.append(record);
    await disk.sync();
    await disk.close();
    fs.rmSync(path.join(folder, 'closed'));
    return fs.readFileSync(file);
  }

  function refusal(act: () => unknown): string {
    try {
      act();
    } catch (error) {
      if (error instanceof RecordFileError) return error.message;
      throw error;
    }
    return 'not refused';
  }

  it('gives back what was synced, in order', async () => {
    await written();
    const disk = open();
    expect(disk.records).to.deep.equal(RECORDS);
    expect(disk.bytesCut).to.equal(0);
    await disk.close();
  });

  it('is a line a record, for people too', async () => {
    const text = (await written()).toString('utf8').split('\n');
    expect(text[0]).to.match(/^flotilla-records 1 [0-9a-f]{8} 30 {"cluster":"c1","server":"S1"}$/);
    expect(text.slice(1, 3)).to.deep.equal([
      'dfc80bab 33 {"currentTerm":1,"votedFor":"S1"}', 'aed28ec7 14 "ä \\n \\u0000"',
    ]);
  });

  it('cut off anywhere behind its header, keeps every whole record and no other', async () => {
    const bytes = await written();
    const ends = [0, ...RECORDS.keys()].map((_, n) => endOfLine(bytes, n + 1));
    for (let length = ends[0]!; length < bytes.length; length++) {
      const found = readRecords(bytes.subarray(0, length), OWNER, file);
      const whole = ends.filter(end => end <= length).length - 1;
      expect(found.records, `${length} bytes`).to.deep.equal(RECORDS.slice(0, whole));
      expect(found.wholeBytes).to.equal(ends[whole]);
    }
  });

  it('cuts a torn record off when it is opened, and says how much', async () => {
    const bytes = await written();
    fs.truncateSync(file, bytes.length - 2);
    const disk = open();
    expect(disk.bytesCut).to.equal(endOfLine(bytes, 5) - endOfLine(bytes, 4) - 2);
    disk.append('"new"');
    await disk.close();
    expect(open().records).to.deep.equal([...RECORDS.slice(0, -1), '"new"']);
  });

  it('with any bit turned over, is refused and left as it is', async () => {
    const bytes = await written(RECORDS.slice(0, 2));
    for (let position = 0; position < 8 * bytes.length; position++) {
      const damaged = Buffer.from(bytes);
      damaged[position >> 3]! ^= 1 << (position & 7);
      const said = refusal(() => readRecords(damaged, OWNER, 'S1/records'));
      expect(said, `bit ${position}`).to.match(/^S1\/records /);
    }
    const damaged = Buffer.from(bytes);
    damaged[endOfLine(bytes, 1) + 15]! ^= 1;
    fs.writeFileSync(file, damaged);
    expect(refusal(open)).to.equal(`${file} is damaged at byte ${endOfLine(bytes, 1)}: this ` +
      'record does not match its checksum, and whole records follow it. Nothing was changed');
    expect(fs.readFileSync(file).equals(damaged)).to.equal(true);
    expect(fs.existsSync(path.join(folder, 'lock'))).to.equal(false);
  });

  it('whose end was never written takes the NUL bytes there for a torn record', async () => {
    const bytes = await written();
    const end = endOfLine(bytes, 4);
    const torn = Buffer.concat([bytes.subarray(0, end + 12), Buffer.alloc(500)]);
    expect(readRecords(torn, OWNER, file))
      .to.deep.equal({records: RECORDS.slice(0, 3), wholeBytes: end, tornBytes: 12});
    const long = await written([`"${'x'.repeat(100)}"`]);
    const before = endOfLine(long, 5);
    const holed = Buffer.from(long).fill(0, before + 40, before + 60);
    expect(readRecords(holed, OWNER, file))
      .to.deep.equal({records: RECORDS, wholeBytes: before, tornBytes: long.length - before});
  });

  it('keeps room at its end while it is open, which is no torn record', async () => {
    const disk = open();
    disk.append('"first"');
    await disk.sync();
    const bytes = fs.readFileSync(file);
    expect(bytes.length).to.be.greaterThan(500_000);
    const {records, tornBytes, wholeBytes} = readRecords(bytes, OWNER, file);
    expect({records, tornBytes}).to.deep.equal({records: ['"first"'], tornBytes: 0});
    bytes[wholeBytes - 3]! ^= 1;
    expect(refusal(() => readRecords(bytes, OWNER, file))).to.match(/its last record is complete/);
    await disk.close();
    expect(fs.statSync(file).size).to.equal(wholeBytes);
  });

  it('that is shorter than when it was closed is refused', async () => {
    const disk = open();
    disk.append('"acknowledged"');
    await disk.close();
    const {size} = fs.statSync(file);
    fs.truncateSync(file, size - 1);
    expect(refusal(open)).to.equal(`${file} has ${size - 1} bytes, and had ${size} when its ` +
      'server was stopped: something cut it off. Nothing was changed');
    expect(fs.statSync(file).size).to.equal(size - 1);
  });

  it('of another server, cluster or version, or none at all, is refused by name', async () => {
    const bytes = await written();
    const as = (owner: object): string =>
      refusal(() => readRecords(bytes, {...OWNER, ...owner}, 'S1/records'));
    expect(as({server: 'S2'})).to.equal('S1/records holds the records of S1, not of S2');
    expect(as({cluster: 'c2'})).to.match(/^S1\/records belongs to another cluster/);
    const like = (text: string): string =>
      refusal(() => readRecords(Buffer.from(text), OWNER, 'S1/records'));
    expect(like(bytes.toString().replace('records 1 ', 'records 2 ')))
      .to.equal('S1/records is of format version 2, and this kit reads version 1');
    expect(like('')).to.match(/^S1\/records is empty/);
    expect(like('{"a":1}\n')).to.match(/^S1\/records is no file of records/);
    fs.rmSync(file);
    expect(refusal(open)).to.equal(`${file} is missing`);
  });

  it('is opened by one process at a time, and by the next when that is gone', async () => {
    const disk = open();
    expect(refusal(open)).to.equal(`${folder} is in use by process ${process.pid}`);
    await disk.close();
    const {pid} = spawnSync(process.execPath, ['-e', '']);
    fs.writeFileSync(path.join(folder, 'lock'), `${pid} 12345\n`);
    await open().close();
    // The number of a process that is gone, given to this one, which began at another time.
    fs.writeFileSync(path.join(folder, 'lock'), `${process.pid} 12345\n`);
    await open().close();
  });

  it('is rewritten whole, and appended to afterwards', async () => {
    const disk = open();
    for (const record of RECORDS) disk.append(record);
    const all = [disk.sync(), disk.rewrite(['"snapshot"'])];
    disk.append('"behind it"');
    await Promise.all([...all, disk.sync()]);
    await disk.close();
    expect(open().records).to.deep.equal(['"snapshot"', '"behind it"']);
    expect(fs.existsSync(path.join(folder, 'records.new'))).to.equal(false);
  });

  it('hands unsynced records to the system, or holds them back if it is told to', async () => {
    const disk = open();
    disk.append('"handed over"');
    await eventually(() => fs.readFileSync(file, 'utf8').includes('"handed over"'));
    await disk.close();
    const holding = open({holdUnsynced: true});
    holding.append('"held back"');
    await new Promise(later => setTimeout(later, 50));
    expect(fs.readFileSync(file, 'utf8')).to.not.include('"held back"');
    await holding.sync();
    expect(fs.readFileSync(file, 'utf8')).to.include('"held back"');
    await holding.close();
  });

  it('that may not grow rejects every promise from then on, and loses nothing synced', function () {
    if (spawnSync('prlimit', ['--version']).status !== 0) this.skip();
    const limited = spawnSync('prlimit', [
      '--fsize=2000', process.execPath, '-r', path.join(root, 'harness/host/register.js'),
      path.join(__dirname, 'fill-a-disk.ts'), folder,
    ], {encoding: 'utf8'});
    const said = JSON.parse(limited.stdout) as {synced: number; errors: string[]};
    expect(said.errors).to.deep.equal(['EFBIG', 'EFBIG', 'EFBIG']);
    expect(said.synced).to.be.greaterThan(10);
    const disk = open();
    expect(disk.records.length).to.be.at.least(said.synced);
    expect(disk.records.slice(0, said.synced))
      .to.deep.equal(Array.from({length: said.synced}, (_, n) => JSON.stringify(`record ${n}`)));
  });
});

function endOfLine(bytes: Buffer, line: number): number {
  let end = 0;
  for (let n = 0; n < line; n++) end = bytes.indexOf(10, end) + 1;
  return end;
}
