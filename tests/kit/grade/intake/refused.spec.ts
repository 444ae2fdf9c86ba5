/** What is refused, in words for its student, and never unpacked or opened. */
import {expect} from 'chai';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {refusalFrom} from '../../../../harness/grade/intake/refused';
import {stage, take} from '../../../../harness/grade/intake/submission';
import {root} from '../../../../harness/host/register.js';
import {
  gzip, markedEncrypted, packedOddly, renamed, tarOf, tarOfFiles, writeSparse, zipOf, zipOfEntries,
} from './archives';

const MB = 1024 * 1024;
const ZEROS = new Uint8Array(MB);
const LINK = {os: 3, attrs: 0o120777 * 0x10000};
const text = (content: string): Uint8Array => Buffer.from(content);

describe('a submission is refused', () => {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-refused-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

  async function said(place: string): Promise<string> {
    const target = path.join(folder, 'staged');
    return stage({name: 'kim', path: place}, target).then(
      ({texts}) => `taken: ${[...texts.keys()].join(', ')}`,
      (error: Error) => `${error.name}: ${error.message}`);
  }

  function saidOf(name: string, bytes: Uint8Array): Promise<string> {
    fs.writeFileSync(path.join(folder, name), bytes);
    return said(path.join(folder, name));
  }

  /** A folder `kim` with a good log.ts and whatever else is put into it. */
  function kim(): string {
    const place = path.join(folder, 'kim');
    fs.mkdirSync(place);
    fs.writeFileSync(path.join(place, 'log.ts'), 'mine');
    return place;
  }

  const ARCHIVES: readonly {
    readonly what: string; readonly name: string; readonly says: RegExp;
    readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  }[] = [
    {what: 'no zip', name: 'k.zip', bytes: () => text('no zip'),
      says: /^Refused: this zip is damaged: its end is missing, or it never was a zip$/},
    {what: 'a torn zip', name: 'k.zip', says: /^Refused: this zip is damaged: its end is missing/,
      bytes: () => zipOf({'log.ts': 'x'.repeat(9000)}).subarray(0, -30)},
    {what: 'a zip with spoilt bytes', name: 'k.zip',
      says: /^Refused: this zip is damaged: it cannot be unpacked; pack it anew$/,
      bytes: () => zipOf({'log.ts': 'some text '.repeat(900)}).fill(0xff, 40, 60)},
    {what: 'a zip packed oddly', name: 'k.zip', bytes: () => packedOddly(zipOf({'log.ts': 'x'})),
      says: /^Refused: this zip is packed in a way that is not read here: pack it anew/},
    {what: 'no tarball', name: 'k.tar', bytes: () => text('x'.repeat(2000)),
      says: /^Refused: this tarball is damaged: it cannot be unpacked; pack it anew$/},
    {what: 'a torn gzip', name: 'k.tgz', says: /^Refused: this tarball is damaged: /,
      bytes: async () => gzip(await tarOfFiles({'log.ts': 'x'.repeat(9000)})).subarray(0, 60)},
    {what: 'an empty zip', name: 'k.zip', bytes: () => zipOf({}), says: /^Refused: it is empty$/},
    {what: 'an empty file', name: 'k.tar', bytes: () => text(''), says: /^Refused: it is empty$/},
    {what: 'a rar', name: 'k.rar', bytes: () => text('Rar!'), says: /\.rar is not read: hand in a/},
    {what: 'a zip without code', name: 'k.zip', bytes: () => zipOf({'a.txt': ''}),
      says: /^Refused: there is no \.ts file in it$/},
    {what: 'a zip with none of the labs\' files', name: 'k.zip', bytes: () => zipOf({'my.ts': ''}),
      says: /^Refused: none of the labs' files is in it \(log\.ts/},
    {what: 'two whole skeletons', name: 'k.zip',
      bytes: () => zipOf({'a/skeleton/log.ts': '', 'b/skeleton/log.ts': ''}),
      says: /a\/skeleton\/ and b\/skeleton\/ both hold files of the labs: hand in one of them/},
    {what: 'a zip that climbs', name: 'k.zip',
      bytes: () => zipOf({'../../outside.ts': 'x', 'log.ts': 'y'}),
      says: /^Refused: \.\.\/\.\.\/outside\.ts leads out of its folder$/},
    {what: 'a zip from the root', name: 'k.zip', bytes: () => zipOf({'/tmp/log.ts': 'x'}),
      says: /^Refused: \/tmp\/log\.ts leads out of its folder$/},
    {what: 'a tarball that climbs', name: 'k.tar', bytes: () => tarOfFiles({'a/../../log.ts': 'x'}),
      says: /a\/\.\.\/\.\.\/log\.ts leads out of its folder$/},
    {what: 'a tarball from the root', name: 'k.tgz', says: /\/tmp\/log\.ts leads out of its folder/,
      bytes: async () => gzip(await tarOfFiles({'/tmp/log.ts': 'x'}))},
    {what: 'a link for log.ts in a zip', name: 'k.zip', says: /^Refused: log\.ts is a link: /,
      bytes: () => zipOfEntries({'log.ts': [text('/etc/passwd'), LINK]})},
    {what: 'a link for log.ts in a tarball', name: 'k.tar', says: /^Refused: log\.ts is a link: /,
      bytes: () => tarOf([{name: 'log.ts', type: 'symlink', linkname: '/etc/passwd'}])},
    {what: 'a hard link for log.ts in a tarball', name: 'k.tar', says: /log\.ts is a hard link: /,
      bytes: () => tarOf([{name: 'log.ts', type: 'link', linkname: '/etc/passwd'}])},
    {what: 'a device for log.ts in a tarball', name: 'k.tar', says: /log\.ts is a device: /,
      bytes: () => tarOf([{name: 'log.ts', type: 'character-device'}])},
    {what: 'a pipe for log.ts in a tarball', name: 'k.tar', says: /log\.ts is a pipe: /,
      bytes: () => tarOf([{name: 'log.ts', type: 'fifo'}])},
    {what: 'an encrypted zip', name: 'k.zip', says: /^Refused: log\.ts is encrypted: /,
      bytes: () => markedEncrypted(zipOf({'log.ts': 'secret'}))},
    {what: 'two entries of one name in a zip', name: 'k.zip', says: /log\.ts is in it twice$/,
      bytes: () => renamed(zipOf({'log.ts': 'a', 'gol.ts': 'b'}), 'gol.ts', 'log.ts')},
    {what: 'two entries of one name in a tarball', name: 'k.tar', says: /log\.ts is in it twice$/,
      bytes: () => tarOf([{name: 'log.ts', text: 'a'}, {name: './log.ts', text: 'b'}])},
    {what: 'names that differ only by case', name: 'k.zip',
      bytes: () => zipOf({'log.ts': 'a', 'Log.ts': 'b'}),
      says: /^Refused: log\.ts and Log\.ts differ only by case$/},
    {what: 'a file that is too long', name: 'k.zip',
      bytes: () => zipOf({'log.ts': 'x'.repeat(600_000)}), says: /log\.ts has 600000 bytes, and/},
    {what: 'text that is not UTF-8', name: 'k.zip', says: /^Refused: log\.ts is not UTF-8 text$/,
      bytes: () => zipOf({'log.ts': new Uint8Array([0xff, 0xfe, 0x41])})},
    {what: 'more text than may be', name: 'k.zip', says: /more than 8388608 bytes of text$/,
      bytes: () => zipOf({'log.ts': '', ...Object.fromEntries(Array.from({length: 40}, (_, n) =>
        [`f${n}.ts`, 'x'.repeat(400_000)]))})},
    {what: 'too many files of code', name: 'k.zip', says: /^Refused: more than 100 \.ts files$/,
      bytes: () => zipOf(Object.fromEntries(['log', ...Array.from({length: 10_000}, (_, n) =>
        `f${n}`)].map(name => [`${name}.ts`, 'x'])))},
    {what: 'twenty thousand files and one', name: 'k.zip', says: /^Refused: more than 20000 files$/,
      bytes: () => zipOf(Object.fromEntries(Array.from({length: 20_001},
        (_, n) => [`f${n}`, ''])))},
    {what: 'a zip bomb', name: 'k.zip', says: /^Refused: a bomb: it unpacks to more than 100 times/,
      bytes: () => zipOf({'log.ts': 'mine', ...Object.fromEntries(Array.from({length: 40},
        (_, n) => [`core.${n}`, ZEROS]))})},
    {what: 'a gzip bomb', name: 'k.tgz', says: /^Refused: a bomb: it unpacks to more than 100/,
      bytes: async () => gzip(await tarOf([{name: 'log.ts', text: 'mine'},
        {name: 'core', text: new Uint8Array(64 * MB)}]))},
  ];

  for (const {what, name, bytes, says} of ARCHIVES) {
    it(`as an archive: ${what}`, async () => {
      expect(await saidOf(name, await bytes())).to.match(says);
      expect(fs.existsSync(path.join(folder, 'staged'))).to.equal(false);
      expect(fs.existsSync(path.join(folder, '../outside.ts'))).to.equal(false);
    }).timeout(60_000);
  }

  it('if it says it unpacks to less than it does', async () => {
    const zip = zipOf({'log.ts': 'x'.repeat(50_000)});
    const central = zip.indexOf('PK\x01\x02');
    zip.writeUInt32LE(10, central + 24);
    expect(await saidOf('k.zip', zip)).to.match(/^Refused: this zip is damaged: it cannot be un/);
  });

  it('if it is an archive of 2 GB, which is not read at all', async () => {
    writeSparse(path.join(folder, 'k.tar'), 2048 * MB);
    expect(await said(path.join(folder, 'k.tar')))
      .to.equal('Refused: it has 2048 MB, and 256 MB are the most');
  });

  it('if a file beside the labs\' has 2 GB; any other is passed over', async () => {
    const place = kim();
    writeSparse(path.join(place, 'core'), 2048 * MB);
    expect(await said(place)).to.equal('taken: log.ts');
    writeSparse(path.join(place, 'huge.ts'), 2048 * MB);
    expect(await said(place)).to.equal(
      'Refused: huge.ts has 2147483648 bytes, and 524288 are the most');
  });

  it('if a lab\'s file is a link, a hard link, or a pipe', async () => {
    const place = kim();
    const secret = path.join(folder, 'secret.ts');
    fs.writeFileSync(secret, 'the solution');
    const terms = path.join(place, 'terms.ts');
    fs.symlinkSync(secret, terms);
    expect(await said(place)).to.match(/^Refused: terms\.ts is a link: hand in the file itself$/);
    fs.rmSync(terms);
    fs.linkSync(secret, terms);
    expect(await said(place)).to.match(/^Refused: terms\.ts is a hard link .*: copy .* cp -r, not/);
    fs.rmSync(terms);
    spawnSync('mkfifo', [terms]);
    expect(await said(place)).to.match(/^Refused: terms\.ts is a pipe: /);
  });

  it('if it is a link itself, or is not there any more', async () => {
    fs.symlinkSync(kim(), path.join(folder, 'link'));
    expect(await said(path.join(folder, 'link'))).to.match(/^Refused: it is a link: /);
    expect(await said(path.join(folder, 'gone'))).to.equal('Refused: it cannot be read (ENOENT)');
  });

  it('if it, or a file of its, cannot be read', async () => {
    const place = kim();
    const [zip, tar] = ['k.zip', 'k.tar'].map(name => path.join(folder, name));
    fs.writeFileSync(zip!, zipOf({'log.ts': 'mine'}));
    fs.writeFileSync(tar!, await tarOfFiles({'log.ts': 'mine'}));
    for (const file of [path.join(place, 'log.ts'), zip!, tar!]) fs.chmodSync(file, 0);
    fs.chmodSync(folder, 0o755);
    // Root reads everything, so another user tries, to whom the kit itself may be shut by then.
    const outcome = spawnSync(process.execPath, ['-e', `
      require(${JSON.stringify(path.join(root, 'harness/host/register.js'))});
      const {take} =
        require(${JSON.stringify(path.join(root, 'harness/grade/intake/submission.ts'))});
      process.getuid() === 0 && process.setuid(65534);
      const said = path => take({name: 'kim', path}).then(() => 'taken', ({message}) => message);
      Promise.all(${JSON.stringify([place, zip, tar])}.map(said))
        .then(lines => process.stdout.write(lines.join('; ')));
    `], {encoding: 'utf8'});
    expect(outcome.stderr).to.equal('');
    expect(outcome.stdout).to.equal('log.ts cannot be read (EACCES); ' +
      'it cannot be read (EACCES); it cannot be read (EACCES)');
  }).timeout(30_000);

  it('but not for what the machine lacks', () => {
    const full = Object.assign(new Error('too many open files'), {code: 'EMFILE'});
    expect(() => refusalFrom(full, 'it cannot be read')).to.throw(full);
  });

  it('never for what is only passed over: other links, pipes, odd names', async () => {
    const place = kim();
    fs.symlinkSync('/etc', path.join(place, 'skeleton'));
    fs.symlinkSync('/etc/passwd', path.join(place, 'helper.ts'));
    fs.symlinkSync('/nowhere', path.join(place, 'tests'));
    spawnSync('mkfifo', [path.join(place, 'pipe')]);
    fs.writeFileSync(path.join(place, 'lo\ng.ts'), 'x');
    const {texts, passedOver} = await take({name: 'kim', path: place});
    expect([...texts.keys()]).to.deep.equal(['log.ts']);
    expect(passedOver).to.deep.equal([
      'helper.ts (a link)', 'lo\\ng.ts', 'pipe (a pipe)', 'skeleton (a link)', 'tests (a link)']);
    const odd = zipOfEntries({'log.ts': text('a'), 'log.ts\0.txt': text('b'), 'a\nb.ts': text('c'),
      'x.ts': [text('/etc/passwd'), LINK]});
    fs.writeFileSync(path.join(folder, 'odd.zip'), odd);
    const other = await take({name: 'odd', path: path.join(folder, 'odd.zip')});
    expect([...other.texts.keys()]).to.deep.equal(['log.ts']);
    // What a newline is in the code page of old zips.
    expect(other.passedOver).to.deep.equal(['a◙b.ts', 'log.ts\\u0000.txt', 'x.ts (a link)']);
  });
});
