/** Who is who, by an instructor's list or by a platform's export. */
import {expect} from 'chai';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {withPlatformExport} from '../../../../harness/grade/intake/platform-export';
import {withRoster} from '../../../../harness/grade/intake/roster';

const CLASS = ['kim', 'lee', 'submission_71'].map(name => ({name, path: `/class/${name}.zip`}));

describe('a roster', () => {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-roster-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true}));

  function listed(csv: string): ReturnType<typeof withRoster> {
    const file = path.join(folder, 'roster.csv');
    fs.writeFileSync(file, csv);
    return withRoster(CLASS, file);
  }

  it('matches by the name or the file\'s name, and tells who is unknown and who is missing', () => {
    const {submissions, unknown, missing} = listed('File,ID,Name,Email,Submitted_at,Group\n' +
      'kim.zip,17,"Kim, A.",kim@x.edu,2026-11-01T23:59:00+01:00,b\nmax,18,Max,,,\nlee,,,,,\n');
    expect(submissions[0]).to.deep.equal({
      name: 'kim', path: '/class/kim.zip', submittedAt: '2026-11-01T23:59:00+01:00',
      student: {id: '17', name: 'Kim, A.', email: 'kim@x.edu'},
    });
    expect(submissions[1]).to.deep.equal(CLASS[1]);
    expect(unknown).to.deep.equal(['submission_71']);
    expect(missing).to.deep.equal(['max']);
  });

  it('may come from a spreadsheet: semicolons, a byte order mark, Windows line ends', () => {
    const {submissions} = listed('\ufeffsubmission;name\r\nkim;Kim Ärö\r\n\r\n');
    expect(submissions[0]?.student).to.deep.equal({name: 'Kim Ärö'});
  });

  const SLIPS: readonly (readonly [string, RegExp])[] = [
    ['id,name\n1,Kim\n', /names no column "file" or "submission"; it has id, name/],
    ['', /names no column "file" or "submission"; it has nothing/],
    ['file\nkim\nlee\nkim\n', /roster\.csv:4: "kim" stands on line 2 already/],
    ['file,name\n,Kim\n', /roster\.csv:2: the file's name is missing/],
    ['file,submitted_at\nkim,yesterday\n', /roster\.csv:2: submitted_at takes a moment with/],
    ['file,submitted_at\nkim,2026-11-01 23:59\n', /:2: submitted_at .* not "2026-11-01 23:59"/],
    ['file,name\n"kim,Kim\n', /is not CSV: /],
  ];
  for (const [csv, says] of SLIPS) {
    it(`with a slip is told in one line: ${JSON.stringify(csv)}`, () => {
      expect(() => listed(csv)).to.throw(says);
    });
  }

  it('that is not there is told', () => {
    expect(() => withRoster(CLASS, path.join(folder, 'none.csv'))).to.throw(/none\.csv cannot be/);
  });
});

describe('an export of Gradescope', () => {
  let folder = '';
  beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flotilla-export-')); });
  afterEach(() => fs.rmSync(folder, {recursive: true}));

  it('says who handed in, and when', () => {
    fs.writeFileSync(path.join(folder, 'submission_metadata.yml'), `---
submission_71:
  :submitters:
  - :name: Kim A
    :sid: '017'
    :email: kim@x.edu
  :created_at: 2026-11-20 21:04:11.123456000 Z
  :score: 1.0
submission_72:
  :submitters: []
`);
    const submissions = ['submission_71', 'submission_72', 'other']
      .map(name => ({name, path: path.join(folder, name)}));
    const [one, two, other] = withPlatformExport(submissions, folder);
    expect(one).to.deep.equal({
      ...submissions[0], submittedAt: '2026-11-20T21:04:11.123Z',
      student: {id: '017', name: 'Kim A', email: 'kim@x.edu'},
    });
    expect(two).to.deep.equal(submissions[1]);
    expect(other).to.deep.equal(submissions[2]);
  });

  it('that is no YAML, or none of Gradescope\'s, changes nothing', () => {
    for (const text of ['- 1\n', 'a: [', 'kim: 3\n', '']) {
      fs.writeFileSync(path.join(folder, 'submission_metadata.yml'), text);
      expect(withPlatformExport(CLASS, folder)).to.deep.equal(CLASS);
    }
  });
});
