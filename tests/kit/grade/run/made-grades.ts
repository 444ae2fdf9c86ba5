/** Grades made by hand, with as little in them as a test needs. */
import type {Grade, LabGrade, ScenarioGrade} from '../../../../harness/grade/grade';
import {DEFAULT_POLICY, digestOf, runDigestOf} from '../../../../harness/grade/policy';
import type {Policy} from '../../../../harness/grade/policy';
import type {GradeLine, RunLine} from '../../../../harness/grade/run/journal';
import {keyOf} from '../../../../harness/grade/run/standing';

export function madeScenario(change: Partial<ScenarioGrade> = {}): ScenarioGrade {
  return {
    name: 'figure-8', section: '§5.4.2', group: 'Figure 8', title: 'a claim', isHidden: false,
    points: 10, pointsMost: 10, verdict: 'passed', seedsRun: 3, seedsPassed: 3,
    reveal: 'full', visibility: 'visible', ...change,
  };
}

export function madeLab(lab: number, points = 10, pointsMost = 10): LabGrade {
  return {
    lab, name: `lab-${lab}`, title: `Lab ${lab}`, points, pointsMost, counted: 'own',
    ownPoints: points, standInPoints: null,
    scenarios: [madeScenario({points, pointsMost,
      verdict: points === pointsMost ? 'passed' : 'failed'})],
  };
}

export function madeGrade(submission: string, change: Partial<Grade> = {}): Grade {
  const labs = change.labs ?? [madeLab(1)];
  const points = labs.reduce((sum, lab) => sum + lab.points, 0);
  return {
    schema: 1, kit: '0.1.0', policy: digestOf(DEFAULT_POLICY),
    sandbox: {tier: 1, name: 'whole', isSecure: true}, submission, digest: `bytes of ${submission}`,
    files: ['log.ts'], passedOver: [], labs, points,
    pointsMost: labs.reduce((sum, lab) => sum + lab.pointsMost, 0), typeErrors: [], typePenalty: 0,
    late: [], total: points, slips: [], ...change,
  };
}

export function madeRun(names: readonly string[], change: Partial<RunLine> = {}): RunLine {
  return {
    kind: 'run', schema: 1, kit: '0.1.0', kitDigest: 'code 1', policy: DEFAULT_POLICY,
    policyDigest: digestOf(DEFAULT_POLICY), runDigest: runDigestOf(DEFAULT_POLICY), labs: [1],
    members: names.map(name => ({name})), ...change,
  };
}

/** The run's line for a policy of one's own. */
export function runBy(policy: Policy, names: readonly string[]): RunLine {
  return madeRun(names, {
    policy, policyDigest: digestOf(policy), runDigest: runDigestOf(policy),
  });
}

export function madeLine(grade: Grade, change: Partial<GradeLine> = {}): GradeLine {
  const by = {kitDigest: 'code 1', runDigest: runDigestOf(DEFAULT_POLICY), tier: 1 as const};
  return {
    kind: 'grade', key: keyOf(grade.digest, by), runDigest: by.runDigest, kitDigest: by.kitDigest,
    labs: grade.labs.map(({lab}) => lab), grade, ...change,
  };
}
