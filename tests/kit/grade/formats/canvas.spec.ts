/**
 * Canvas' gradebook: one column filled in, every other cell as it was.
 */
import {expect} from 'chai';
import {parse} from 'csv-parse/sync';
import {stringify} from 'csv-stringify/sync';
import fc from 'fast-check';
import {toUSVString} from 'node:util';
import {canvas, checkCanvas} from '../../../../harness/grade/formats/canvas';
import type {CanvasColumn} from '../../../../harness/grade/formats/report-maker';
import type {Grade} from '../../../../harness/grade/grade';
import type {Told} from './example-grades';
import {context, grade, HOSTILE, hostile, lab, PLAIN, REFUSED, scenario} from './example-grades';

const EXPORT = [
  'Student,ID,SIS User ID,SIS Login ID,Section,Raft (901),Essay (902),Final Score',
  '    Points Possible,,,,,3.00,10.00,(read only)',
  '"Lovelace, Ada",11,u-ada,ada@example.org,"Raft, Monday",,7.5,40.0',
  '"Boole, George",12,u-george,george@example.org,Tuesday,EX,8,50.0',
  '"O\'Neil ""Kit"", Catherine",13,u-kit,kit@example.org,Tuesday,1.00,9,60.0',
  '"Student, Test",99,,,Tuesday,,,',
  '',
].join('\n');

const TOTAL: readonly CanvasColumn[] = [{title: 'Raft (901)'}];

interface Filled {
  readonly text: string;
  readonly told: readonly string[];
}

function fill(
  grades: readonly Grade[], text = EXPORT, columns: readonly CanvasColumn[] = TOTAL,
): Filled {
  const asked: Told = context({canvas: {text, columns}});
  const files = canvas.write(grades, asked);
  expect([...files.keys()]).to.deep.equal(['canvas.csv']);
  return {text: String(files.get('canvas.csv')), told: asked.told};
}

function of(submission: string, student: Grade['student'] = {}): Grade {
  return {...PLAIN, submission, student};
}

describe('Canvas gradebooks', function () {
  this.timeout(60_000);

  it('take the points of each student, and change nothing else', () => {
    const {text, told} = fill([
      of('one', {id: 'ada@example.org'}), of('two', {id: 'u-george'}), of('13'),
    ]);
    expect(text).to.equal(EXPORT
      .replace('"Raft, Monday",,7.5', '"Raft, Monday",2,7.5').replace('1.00,9', '2,9'));
    expect(told).to.deep.equal([
      'canvas.csv: left excused (EX): two',
      'canvas.csv: no submission for 1 student: Student, Test',
    ]);
  });

  for (const [how, submission, student] of [
    ['login', 'x', {id: 'ADA@example.org'}], ['email', 'x', {email: 'ada@example.org'}],
    ['number', 'x', {id: '11'}], ['name', 'x', {name: 'Ada Lovelace'}],
    ['name of the folder', 'ada-lovelace', {}], ['download', 'lovelaceada_11_345_raft', {}],
    ['late download', 'lovelaceada_LATE_11_345_raft', {}],
  ] as const) {
    it(`find a student by ${how}`, () => {
      expect(fill([of(submission, student)]).text).to.include('"Raft, Monday",2,7.5');
    });
  }

  it('guess nobody: what two students or two submissions share decides nothing', () => {
    const twins = EXPORT.replace('"Boole, George"', '"Lovelace, Ada"');
    const {text, told} = fill([of('x', {name: 'Ada Lovelace'})], twins);
    expect(text).to.equal(twins);
    expect(told[0]).to.equal('canvas.csv: no row, or not one row only, for 1 submission: x');

    const both = fill([of('a', {id: '11'}), of('b', {id: 'u-ada'}), REFUSED]);
    expect(both.text).to.equal(EXPORT);
    expect(both.told.join('\n')).to.match(/for 3 submissions: mallory; a; b$/m);
  });

  it('keep separator, line ends, byte order mark and short rows', () => {
    const odd = '\ufeffStudent;ID;Section;Raft (901)\r\n\r\nPoints Possible;;;3\r\n' +
      '"Ada;\n Love";11;Mon;"0,5"\r\nBob;12;Tue';
    expect(fill([of('11'), of('12')], odd).text).to.equal(
      odd.replace('"0,5"', '2').replace('12;Tue', '12;Tue;2'));
  });

  it('keep the value of any other cell', () => {
    const cell = fc.oneof(fc.string(), fc.string({unit: 'grapheme'}),
      fc.constantFrom(...Object.values(HOSTILE).map(text => text.slice(0, 40))))
      .map(text => toUSVString(text).replace(/\r(?!\n)|\ufeff/g, ''));
    const rows = fc.array(fc.tuple(cell, cell, cell), {minLength: 1, maxLength: 5});
    fc.assert(fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'),
      (others, delimiter, lineEnd) => {
        const table = [
          ['Student', 'ID', 'Section', 'Raft (901)', 'Note'],
          ...others.map(([name, section, note], n) => [name, String(n + 1), section, '', note]),
        ];
        const text = stringify(table, {
          delimiter, record_delimiter: lineEnd, quoted_match: /[\r\n]/,
        });
        const got = parse(fill([of('1')], text).text, {delimiter}) as string[][];
        // Canvas' own rows are no student's, whatever number they have.
        if (!table[1]![0]!.includes('Points Possible')) table[1]![3] = '2';
        expect(got).to.deep.equal(table);
      }), {seed: 1, numRuns: 300});
  });

  it('take one lab a column, less what lateness cost, and 0 of who was refused', () => {
    const columns = [{title: 'Raft (901)', lab: 5}, {title: '902', lab: 6}];
    const late = {
      lab: 5, submittedAt: '2026-01-01T00:00Z', dueAt: '2026-01-02T00:00Z', daysLate: 1,
      daysFree: 0, points: 0.25,
    };
    const {text, told} = fill([
      {...of('11'), late: [late]}, {...REFUSED, submission: '13'},
    ], EXPORT, columns);
    expect(text).to.include('"Raft, Monday",1.75,7.5').and.to.include('Tuesday,0,0,60.0');
    expect(told).to.include('canvas.csv: "902" is out of 10.00 in Canvas, and the points are out ' +
      'of 0');
  });

  it('say when Canvas counts out of another number', () => {
    const {told} = fill([{...grade([lab([scenario()])]), submission: '11'}]);
    expect(told[0]).to.equal(
      'canvas.csv: "Raft (901)" is out of 3.00 in Canvas, and the points are out of 1');
  });

  for (const [what, text, title, says] of [
    ['no such column', EXPORT, 'Raft', /no column "Raft"; it has Raft \(901\); Essay \(902\)$/],
    ['a column twice', EXPORT.replace('Essay (902)', 'Raft (901)'), '901', /more than one column/],
    ['a column nobody may write', EXPORT, 'Final Score', /read only/],
    ['no gradebook', 'a,b\n1,2\n', '901', /must have the columns Student, ID and Section/],
    ['an empty file', '', '901', /is empty/],
    ['half a quote', 'Student,ID,Section,"901\nx', '901', /is not a CSV file/],
  ] as const) {
    it(`refuse ${what} before anybody is graded`, () => {
      expect(() => checkCanvas({text, columns: [{title}]})).to.throw(says)
        .with.property('name', 'UnusableFile');
    });
  }

  it('are left alone when none was named', () => {
    expect(canvas.write([PLAIN], context()).size).to.equal(0);
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`stay a table of the same shape with ${name}`, () => {
      const {text: filled, told} = fill([hostile(text), of('11')]);
      expect(filled).to.equal(EXPORT.replace('"Raft, Monday",,7.5', '"Raft, Monday",2,7.5'));
      expect(told.every(line => !/[\x00-\x1f\x7f-\x9f]/.test(line))).to.equal(true);
    });
  }
});
