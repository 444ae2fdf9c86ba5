/**
 * Moodle: the file for the grade import, and the offline grading worksheet.
 */
import {expect} from 'chai';
import {parse} from 'csv-parse/sync';
import {checkMoodle, moodle} from '../../../../harness/grade/formats/moodle';
import type {Grade} from '../../../../harness/grade/grade';
import {context, HOSTILE, hostile, PLAIN, REFUSED, WHOLE} from './example-grades';

const SHEET = [
  'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",' +
    '"Last modified (submission)","Feedback comments"',
  'Participant 501,"Ada Lovelace",ada@example.org,"Submitted for grading",,"3,00",Yes,-,' +
    '"Well, ""so"""',
  'Participant 502,"George Boole",george@example.org,"Submitted for grading","1,00","3,00",No,-,',
  'Participant 503,"Kit O\'Neil",kit@example.org,"No submission",,"3,00",Yes,-,',
  '',
].join('\n');

function of(submission: string, student: Grade['student'] = {}, total = 2.5): Grade {
  return {...PLAIN, submission, student, total};
}

function files(
  grades: readonly Grade[], text?: string,
): {read: Map<string, string>; told: string[]} {
  const asked = context(text === undefined ? {} : {moodle: {text}});
  const made = moodle.write(grades, asked);
  return {read: new Map([...made].map(([name, bytes]) => [name, String(bytes)])), told: asked.told};
}

describe('Moodle', function () {
  this.timeout(60_000);

  it('imports grades by email or ID number', () => {
    const {refused: _, ...whole} = WHOLE;
    const {read, told} = files([whole, of('ben', {id: '7'}), of('nobody'),
      {...REFUSED, student: {id: '8'}}]);
    expect(read.get('moodle.csv')).to.equal([
      'Email address,ID number,Full name,Lab 5 Election,Lab 7 Key/value,Total',
      'ada@example.org,s1234,Ada Lovelace,-,0.9,15', ',7,,2,-,2.5', ',8,,0,0,0', '',
    ].join('\n'));
    expect(told).to.deep.equal([
      'moodle.csv: nobody\'s email or ID number is known for 1 submission: nobody',
    ]);
  });

  it('fills in its worksheet, in its own way of writing numbers', () => {
    const {read, told} = files([
      of('Ada Lovelace_501_assignsubmission_file'), of('b', {email: 'george@example.org'}),
      of('c', {name: 'nobody there'}),
    ], SHEET);
    const filled = read.get('moodle-worksheet.csv') ?? '';
    const [before, after] = [parse(SHEET), parse(filled)] as [string[][], string[][]];
    before[1]![4] = '2,5';
    expect(after).to.deep.equal(before);
    expect(told.slice(1)).to.deep.equal([
      'moodle-worksheet.csv: Moodle lets nobody change the grade of b',
      'moodle-worksheet.csv: no row, or not one row only, for 1 submission: c',
      'moodle-worksheet.csv: no submission for 1 student: Kit O\'Neil',
    ]);
  });

  it('says when the worksheet counts out of another number', () => {
    const {told} = files([of('501')], SHEET.replaceAll('"3,00"', '100.00'));
    expect(told).to.include('moodle-worksheet.csv: the maximum grade in Moodle is 100.00, and ' +
      'the points are out of another');
  });

  it('refuses another table before anybody is graded', () => {
    expect(() => checkMoodle({text: 'Name;Note\nAda;1\n'}))
      .to.throw(/must have the columns Identifier and Grade.* it has Name; Note$/);
    expect(() => checkMoodle({text: SHEET})).to.not.throw();
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`imports no formula and no further row with ${name}`, () => {
      const rows = parse(files([hostile(text), WHOLE]).read.get('moodle.csv') ?? '') as string[][];
      expect(rows.length).to.equal(3);
      for (const cell of rows[1]!) expect(cell).to.not.match(/^[=+@\t\r]|^-.|[\x00-\x1f\x7f-\x9f]/);
    });
  }
});
