/**
 * grades.csv: one row a submission, and no formulas.
 */
import {expect} from 'chai';
import {parse} from 'csv-parse/sync';
import {gradesCsv} from '../../../../harness/grade/formats/grades-csv';
import type {Grade} from '../../../../harness/grade/grade';
import {context, grade, HOSTILE, hostile, lab, PLAIN, REFUSED, scenario, WHOLE}
  from './example-grades';

type Row = Readonly<Record<string, string>>;

function rowsOf(grades: readonly Grade[]): readonly Row[] {
  const [text] = gradesCsv.write(grades, context()).values();
  return parse(String(text), {columns: true});
}

describe('grades.csv', function () {
  this.timeout(60_000);

  it('has a row a submission and a column a lab', () => {
    const other = grade([lab([scenario()], {lab: 1, name: 'log'})], {submission: 'ben'});
    expect(String([...gradesCsv.write([PLAIN, other, REFUSED], context()).values()][0])).to.equal([
      'submission,student id,student name,student email,lab 1 log (of 1),lab 5 election (of 3),' +
        'points,points most,type penalty,late penalty,override,total,scenarios passed,' +
        'scenarios failed,not written,refused,note,grader slips,sandbox tier,digest,policy,kit',
      'ada,,,,,2,2,3,0,0,,2,2,1,0,,,0,1,sha256:aaaaaaaaaaaa,sha256:0123456789ab,0.1.0',
      'ben,,,,1,,1,1,0,0,,1,1,0,0,,,0,1,sha256:aaaaaaaaaaaa,sha256:0123456789ab,0.1.0',
      'mallory,,,,,,0,20,0,0,,0,0,0,0,skeleton/log.ts is a link,,0,1,,sha256:0123456789ab,0.1.0',
      '',
    ].join('\n'));
  });

  it('has who it was, and what was given and taken', () => {
    expect(rowsOf([WHOLE])[0]).to.include({
      'student id': 's1234', 'student name': 'Ada Lovelace', 'student email': 'ada@example.org',
      'late penalty': '0.1', 'type penalty': '0.5', 'override': '15', 'total': '15',
      'note': 'shown in the office hour', 'grader slips': '1',
    });
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`holds ${name} as text, in one row`, () => {
      const rows = rowsOf([hostile(text), PLAIN]);
      expect(rows.length).to.equal(2);
      for (const cell of Object.values(rows[0] ?? {})) {
        expect(cell).to.not.match(/^[=+\-@\t\r]|[\x00-\x1f\x7f-\x9f]/);
        expect(cell.length).to.be.lessThan(500);
      }
      expect(rows[1]?.['submission']).to.equal('ada');
    });
  }
});
