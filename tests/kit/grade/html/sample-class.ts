/**
 * A class of thirty made by hand: every kind of verdict, and mistakes that students really make.
 *
 * Read next: html-report.spec.ts.
 */
import type {
  Cause, Grade, LabGrade, Lateness, SandboxReport, ScenarioGrade,
} from '../../../../harness/grade/grade';
import {roundPoints} from '../../../../harness/grade/grade';
import {failurePicture} from '../../../../harness/grade/html/failure-picture';
import {PLAIN} from '../../../../harness/report/look';
import {renderFailure} from '../../../../harness/report/render-failure';
import {
  contractStory, costStory, progressStory, safetyStory,
} from '../../report/stories';
import {COURSE} from './sample-course';
import type {CourseScenario} from './sample-course';

export const SECURE: SandboxReport = {
  tier: 1, name: 'own user, own namespaces', isSecure: true,
};

export interface Mistake {
  readonly scenarios: RegExp;
  readonly reason: string;
  readonly cause?: Cause;
  readonly story?: () => ReturnType<typeof safetyStory>;
}

export const MISTAKES = {
  counts: {
    scenarios: /^(own-term-\d|figure-8-d|random-five)$/, story: safetyStory,
    reason: 'State Machine Safety is broken: S1 and S5 applied different commands at log index 2.',
  },
  votes: {
    scenarios: /^(one-vote-[13]|vote-and-crash)$/,
    reason: 'Election Safety is broken: S3 voted for S1 and for S2 in term 4.',
  },
  resets: {
    scenarios: /^timer-(4|6|10)$/,
    reason: 'S2 started its election timer afresh — a request of an earlier term may not delay it.',
  },
  floods: {
    scenarios: /^(idle-cost|batched-cost)$/, story: costStory,
    reason: 'Too many RPCs: 412, at most 60 allowed for one second without commands.',
  },
  sameTimeout: {
    scenarios: /^(first-leader|small-three|returns)$/, story: progressStory,
    reason: 'No leader within 2000ms of virtual time.',
  },
  unsynced: {
    scenarios: /^(restart-vote|crash-points|random-disks)$/,
    reason: 'S4 answered RequestVote in term 3 — a vote must be synced before it is told.',
  },
  nan: {
    scenarios: /^sender-[16]$/, story: contractStory,
    reason: 'S1 sent AppendEntries to S2 — messages are plain JSON.',
  },
  throws: {
    scenarios: /^(receiver|sender|hint|majority|one-vote|first)/, cause: 'fault',
    reason: 'S2 threw RangeError in termAt(9): no entry at 9 — servers do not throw.',
  },
  loops: {
    scenarios: /^(receiver|hint)/, cause: 'time',
    reason: 'S1 runs code that does not end (skeleton/replication.ts:81): still at it after 1 s '
      + 'of CPU time — an input must come to an end.',
  },
  shares: {
    scenarios: /^(cut-off|stale-read-1)$/, cause: 'unconfirmed',
    reason: 'S2 behaved differently when it ran in a process of its own — servers share nothing '
      + 'but messages.',
  },
  memory: {
    scenarios: /^large-store$/, cause: 'memory',
    reason: 'C1 took more than 256 MB of memory — a store of 2000 keys needs less than 5.',
  },
  slip: {
    scenarios: /^random-worlds$/, cause: 'grader',
    reason: 'This is a bug in the lab kit, not in your Raft. The search ran out of room.',
  },
} satisfies Readonly<Record<string, Mistake>>;

export interface Student {
  readonly submission: string;
  readonly name?: string;
  /** Labs written, from the first. */
  readonly labs: number;
  readonly mistakes: readonly Mistake[];
  readonly more?: Partial<Grade>;
}

/** A grade as the engine would write it. */
export function gradeFor({submission, name, labs: written, mistakes, more}: Student): Grade {
  const labs = COURSE.map((lab): LabGrade => {
    const scenarios = lab.scenarios.map(one => scenarioGrade(lab.lab, one, {
      isWritten: lab.lab <= written, mistake: mistakes.find(each => each.scenarios.test(one.name)),
    }));
    const points = roundPoints(scenarios.reduce((sum, one) => sum + one.points, 0));
    const isStoodIn = lab.lab > 3 && mistakes.some(each => each.cause === 'fault');
    return {
      lab: lab.lab, name: lab.name, title: lab.title, points, pointsMost: lab.points,
      counted: isStoodIn ? 'stand-ins' : 'own', ownPoints: isStoodIn ? 0 : points,
      standInPoints: points < lab.points ? points : null, scenarios,
    };
  });
  const points = roundPoints(labs.reduce((sum, lab) => sum + lab.points, 0));
  const late = more?.late ?? [];
  const typePenalty = more?.typePenalty ?? 0;
  const total = points - typePenalty - late.reduce((sum: number, one: Lateness) => (
    sum + one.points), 0);
  return {
    schema: 1, kit: '0.1.0', policy: '3fa9c04be21d', sandbox: SECURE, submission,
    ...name === undefined ? {} : {student: {name, id: `s${submission.length}100`}},
    digest: 'c0ffee'.repeat(10), files: COURSE.slice(0, written).map(lab => `${lab.name}.ts`),
    passedOver: written % 3 === 0 ? ['package.json', 'node_modules/ (312 files)'] : [],
    labs, points, pointsMost: 100, typeErrors: [], typePenalty, late: [], total, slips: [],
    times: {startedAt: '2026-11-21T02:14:07.000Z', wallSeconds: 31.2}, ...more,
  };
}

function scenarioGrade(
  lab: number, {name, part, section, group, title, points, seeds = 1, isHidden = false}:
  CourseScenario, {isWritten, mistake}: {isWritten: boolean; mistake: Mistake | undefined},
): ScenarioGrade {
  const grade: ScenarioGrade = {
    name, ...part === undefined ? {} : {part}, section, group, title, isHidden,
    points, pointsMost: points, verdict: 'passed', seedsRun: seeds, seedsPassed: seeds,
    reveal: isHidden ? 'claim' : 'full', visibility: isHidden ? 'after_due_date' : 'visible',
  };
  if (!isWritten) {
    const reason = `not written yet: ${FUNCTIONS[lab - 1] ?? ''}() skeleton/lab-${lab}.ts:48`;
    return {...grade, verdict: 'not written', points: 0, seedsPassed: 0, reason};
  }
  if (mistake === undefined) return grade;
  const result = (mistake.story ?? safetyStory)();
  const picture = failurePicture(result);
  const text = [mistake.reason, ...renderFailure(result, PLAIN).slice(1)].join('\n');
  return {
    ...grade, verdict: 'failed', points: 0, seedsPassed: seeds - Math.min(seeds, 3), seedFailed: 5,
    cause: mistake.cause ?? 'rule', reason: mistake.reason,
    ...isHidden ? {} : {token: `${lab}-${name}-s5-v0.1.0`}, text,
    ...picture === null ? {} : {picture},
  };
}

const FUNCTIONS = [
  'append', 'encodeFrame', 'handleAppendEntries', 'advanceCommitIndex', 'handleRequestVote',
  'ElectionTimer', 'restore',
];
