/** Who fails the same way, and who does not. */
import {expect} from 'chai';
import type {Grade, ScenarioGrade} from '../../../../harness/grade/grade';
import {groupAlike, normaliseClaim} from '../../../../harness/grade/html/group-alike';
import {gradeFor} from './sample-class';
import {hostileClass, sampleClass} from './sample-students';

/** 'own-term-3: S1 said so' fails a scenario with these words; 'own-term-3' with its title's. */
function failing(submission: string, ...failures: readonly string[]): Grade {
  const reasons = new Map(failures.map(text => {
    const [name = '', reason] = text.split(/: (.*)/);
    return [name, reason] as const;
  }));
  const grade = gradeFor({submission, labs: 7, mistakes: []});
  const change = (one: ScenarioGrade): ScenarioGrade => {
    if (!reasons.has(one.name)) return one;
    const reason = reasons.get(one.name);
    return {...one, verdict: 'failed', points: 0, ...reason === undefined ? {} : {reason}};
  };
  return {...grade, labs: grade.labs.map(lab => ({...lab, scenarios: lab.scenarios.map(change)}))};
}

function membersOf(grades: readonly Grade[]): readonly (readonly string[])[] {
  return groupAlike(grades)
    .map(({positions}) => positions.map(position => grades[position]!.submission));
}

describe('submissions that fail the same way', () => {
  it('say the same but for servers, numbers and values', () => {
    expect(membersOf([
      failing('a', 'own-term-3: S1 and S5 applied "x" and "y" at log index 2 after 12.5ms.'),
      failing('b', 'own-term-4: S3 and S2 applied "p q" and "" at log index 17 after 3ms.'),
      failing('c', 'majority-2: S1 applied "x" twice.'),
    ])).to.deep.equal([['a', 'b']]);
  });

  it('or fail exactly the same claims, whatever was said', () => {
    const groups = groupAlike([
      failing('a', 'timer-4: one thing', 'cut-off: another'),
      failing('b', 'timer-4: a third', 'cut-off: a fourth'),
      failing('c', 'timer-4: a fifth'),
    ]);
    expect(groups).to.have.length(1);
    expect(groups[0]).to.deep.include({
      lab: 5, section: '§5.2', reason: 'one thing', positions: [0, 1],
      sameClaims: [{claims: 2, positions: [0, 1]}],
    });
  });

  it('are one group with those that are like one of them', () => {
    const groups = groupAlike([
      failing('a', 'timer-4: S1 waits', 'cut-off: x'),
      failing('b', 'timer-4: S2 waits'),
      failing('c', 'timer-4: it stands too early'),
    ]);
    expect(groups.map(({positions}) => positions)).to.deep.equal([[0, 1, 2]]);
    expect(groups[0]?.sameClaims).to.deep.equal([{claims: 1, positions: [1, 2]}]);
  });

  it('are not told apart by the lab alone, nor thrown together across labs', () => {
    expect(membersOf([
      failing('a', 'sender-1: S1 threw'), failing('b', 'majority-2: S1 threw'),
    ])).to.deep.equal([]);
  });

  it('do not include who passes, who has written nothing, and slips of the grader', () => {
    const slip = failing('slip', 'timer-4: same');
    const labs = slip.labs.map(lab => ({...lab, scenarios: lab.scenarios.map(one => (
      one.verdict === 'failed' ? {...one, cause: 'grader' as const} : one))}));
    expect(membersOf([
      failing('a', 'timer-4: same'), {...slip, labs}, failing('passes'), failing('passes too'),
      gradeFor({submission: 'untouched', labs: 0, mistakes: []}),
      gradeFor({submission: 'untouched too', labs: 0, mistakes: []}),
    ])).to.deep.equal([]);
  });

  it('come with the largest group first, then in the order of the labs', () => {
    expect(membersOf([
      failing('a', 'timer-4: t'), failing('b', 'sender-1: s'), failing('c', 'sender-1: s'),
      failing('d', 'timer-4: t'), failing('e', 'two-logs: l'), failing('f', 'two-logs: l'),
      failing('g', 'timer-4: t'),
    ])).to.deep.equal([['a', 'd', 'g'], ['e', 'f'], ['b', 'c']]);
  });

  it('are the same groups in whatever order they are listed', () => {
    const grades = sampleClass();
    const named = (list: readonly Grade[]): readonly string[] =>
      membersOf(list).map(group => [...group].sort().join(' ')).sort();
    expect(named([...grades].reverse())).to.deep.equal(named(grades));
    expect(named(grades).length).to.be.greaterThan(3);
  });

  it('are found among texts of a megabyte', () => {
    expect(groupAlike(hostileClass())).to.have.length(1);
  });
});

describe('a claim without what differs from run to run', () => {
  for (const [claim, same] of [
    ['S1 voted for S2 and for S3 in term 4.', 'S voted for S and for S in term #.'],
    ['No leader within 2000ms of virtual time.', 'No leader within #ms of virtual time.'],
    ['C12 read "a" after "b c" was written', 'C read "…" after "…" was written'],
    ['threw at skeleton/log.ts:81', 'threw at skeleton/log.ts:#'],
    ['took 1.5 s\n  of  CPU', 'took # s of CPU'],
  ] as const) {
    it(same, () => expect(normaliseClaim(claim)).to.equal(same));
  }
});
