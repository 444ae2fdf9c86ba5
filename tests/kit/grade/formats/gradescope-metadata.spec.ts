/**
 * What Gradescope says of a submission, and what of it is believed.
 */
import {expect} from 'chai';
import {readMetadata, withDueDate} from '../../../../harness/grade/formats/gradescope/metadata';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import {HOSTILE} from './example-grades';

const ADA = {id: 5, email: 'ada@example.org', name: 'Ada Lovelace'};
const GEORGE = {id: 6, email: 'george@example.org', name: 'George Boole'};
const CREATED = '2026-11-03T10:00:00.365935-08:00';
const DUE = '2026-11-01T23:59:00.000000-08:00';

function read(metadata: unknown): ReturnType<typeof readMetadata> {
  return readMetadata(JSON.stringify(metadata));
}

describe('Gradescope metadata', function () {
  this.timeout(60_000);

  it('tell whose a submission is, and when it came in and was due', () => {
    expect(read({id: 77, created_at: CREATED, assignment: {due_date: DUE}, users: [ADA]}))
      .to.deep.equal({
        name: 'ada@example.org', submittedAt: '2026-11-03T18:00:00.365Z',
        dueAt: '2026-11-02T07:59:00.000Z', trouble: [],
        student: {id: '5', email: 'ada@example.org', name: 'Ada Lovelace'},
      });
  });

  it('name a group by the submission, with everybody in it', () => {
    const {name, student} = read({id: 77, created_at: CREATED, users: [ADA, GEORGE]});
    expect(name).to.equal('submission 77');
    expect(student).to.deep.equal({
      id: '5', name: 'Ada Lovelace, George Boole', email: 'ada@example.org, george@example.org',
    });
  });

  it('give a student their own date, and a group the latest of its dates', () => {
    const own = (due: string): object => ({assignment: {due_date: due}});
    const {dueAt} = read({created_at: CREATED, assignment: {due_date: DUE}, users: [
      {...ADA, ...own('2026-11-09T23:59:00-08:00')}, {...GEORGE, ...own('2026-11-10T01:00:00Z')},
    ]});
    expect(dueAt).to.equal('2026-11-10T07:59:00.000Z');
  });

  it('leave the policy\'s own dates alone', () => {
    const policy = {...DEFAULT_POLICY, labs: {1: {due: '2026-10-01T00:00:00Z'}, 2: {points: 9}}};
    const dated = withDueDate(policy, [1, 2], read({assignment: {due_date: DUE}}));
    expect(dated.labs).to.deep.equal({
      1: {due: '2026-10-01T00:00:00Z'}, 2: {points: 9, due: '2026-11-02T07:59:00.000Z'},
    });
    expect(withDueDate(policy, [1, 2], {trouble: []})).to.equal(policy);
  });

  for (const metadata of [null, 3, [], {}, {users: 'x', created_at: 5, assignment: []},
    {users: [null, 3, {email: {}}], created_at: 'yesterday', assignment: {due_date: '2026'}}]) {
    it(`take nothing from ${JSON.stringify(metadata)}`, () => {
      const facts = read(metadata);
      expect(facts.trouble).to.have.length(1);
      expect(facts).to.not.have.any.keys('name', 'submittedAt', 'dueAt');
    });
  }

  it('say that a file is no JSON', () => {
    expect(readMetadata('{"users": [').trouble[0]).to.match(/is no JSON/);
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`take ${name} for a name on one line`, () => {
      const {student} = read({created_at: CREATED, users: [{id: text, name: text, email: text}]});
      expect(JSON.stringify(student)).to.not.match(/\\[nrtu]/);
      expect(JSON.stringify(student).length).to.be.lessThan(2_000);
    });
  }
});
