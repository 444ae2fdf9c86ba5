/**
 * Grades made by hand: a plain one, one with every field there is, a refused one, hostile ones.
 *
 * Read next: schema.spec.ts.
 */
import type {Grade, LabGrade, ScenarioGrade} from '../../../../harness/grade/grade';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';
import type {ReportContext} from '../../../../harness/grade/formats/report-maker';

const ESCAPE = '\u001b';

/** What students have tried, or might: each is harmless as text, and only as text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'colours': `${ESCAPE}[31mred${ESCAPE}[0m ${ESCAPE}]0;title\u0007 \u009b1m`,
  'a workflow command': '::set-output name=result::eyJ9\n  ::add-mask::x\n##[error]y',
  'a closed fence': '::stop-commands::abc\n::abc::\n::error::out',
  'the end of CDATA': ']]><system-out>]]>',
  'HTML': '<script>alert(1)</script><img src=x onerror="alert(1)">&amp;&#0;',
  'a formula': '=HYPERLINK("http://example.org/?"&A1,"click")',
  'a formula behind a tab': '\t=1+1',
  'a formula with a plus': '+cmd|\'/C calc\'!A0',
  'quotes and separators': 'a";"b",\'c\';d,e\r\nf',
  'controls': 'nul \u0000 bell \u0007 delete \u007f next \u0085 c1 \u009f form \f vertical \v',
  'lone surrogates': '\ud800 and \udfff and \ud83d\ude00 is fine',
  'line separators': 'a\u2028b\u2029c',
  'directions': '\u202egpj.exe\u202c \u2066x\u2069',
  'no characters': '\ufffe \uffff \ufeff',
  'a path': '../../../etc/passwd',
  'a prototype': '__proto__',
  'a huge text': 'x'.repeat(1_000_000),
  'huge in pairs': '\ud83d\ude00'.repeat(300_000),
};

export function scenario(changes: Partial<ScenarioGrade> = {}): ScenarioGrade {
  return {
    name: 'one-vote', section: '§5.2', group: 'one vote a term', title: 'the first one gets it',
    isHidden: false, points: 1, pointsMost: 1, verdict: 'passed', seedsRun: 1, seedsPassed: 1,
    reveal: 'full', visibility: 'visible', ...changes,
  };
}

export function failed(changes: Partial<ScenarioGrade> = {}): ScenarioGrade {
  return scenario({
    verdict: 'failed', points: 0, seedsRun: 5, seedsPassed: 3, seedFailed: 4, cause: 'rule',
    reason: 'Election Safety is broken: S1 and S2 lead term 3.',
    token: '5-two-leaders-s4-v0.1.0',
    text: 'Election Safety is broken: S1 and S2 lead term 3.\n\n  S1  leader  t=120ms',
    ...changes,
  });
}

export function lab(
  scenarios: readonly ScenarioGrade[], changes: Partial<LabGrade> = {},
): LabGrade {
  const sum = (key: 'points' | 'pointsMost'): number =>
    Math.round(scenarios.reduce((all, one) => all + one[key], 0) * 100) / 100;
  return {
    lab: 5, name: 'election', title: 'Election', points: sum('points'),
    pointsMost: sum('pointsMost'), counted: 'own', ownPoints: sum('points'), standInPoints: null,
    scenarios, ...changes,
  };
}

export function grade(labs: readonly LabGrade[], changes: Partial<Grade> = {}): Grade {
  const sum = (key: 'points' | 'pointsMost'): number =>
    Math.round(labs.reduce((all, one) => all + one[key], 0) * 100) / 100;
  return {
    schema: 1, kit: '0.1.0', policy: '0123456789ab',
    sandbox: {tier: 1, name: 'own user, own namespaces', isSecure: true}, submission: 'ada',
    digest: 'a'.repeat(64), files: ['log.ts'], passedOver: [], labs, points: sum('points'),
    pointsMost: sum('pointsMost'), typeErrors: [], typePenalty: 0, late: [], total: sum('points'),
    slips: [], ...changes,
  };
}

export const PLAIN = grade([
  lab([
    scenario(), scenario({name: 'second', title: 'the second one does not'}),
    failed({name: 'two-leaders', group: 'two candidates', title: 'two never win one term'}),
  ]),
]);

export const REFUSED = grade([], {
  submission: 'mallory', refused: 'skeleton/log.ts is a link', digest: '', files: [],
  pointsMost: 20,
});

/** Every field, with a value that no other field has. */
export const WHOLE: Grade = {
  ...grade([
    lab([
      scenario({part: 'a'}),
      failed({
        part: 'a', isHidden: true, reveal: 'claim', visibility: 'after_published',
        picture: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
      }),
    ], {lab: 7, name: 'kv', title: 'Key/value', counted: 'stand-ins', standInPoints: 1}),
  ]),
  student: {id: 's1234', name: 'Ada Lovelace', email: 'ada@example.org'},
  passedOver: ['package.json'], typeErrors: ['log.ts:3 no such name'], typePenalty: 0.5,
  late: [{
    lab: 7, submittedAt: '2026-11-03T10:00:00+01:00', dueAt: '2026-11-01T23:59:00+01:00',
    daysLate: 2, daysFree: 1, points: 0.1,
  }],
  total: 15, override: {points: 15, why: 'shown in the office hour'}, slips: ['a slip'],
  refused: 'never with labs, but a field',
  times: {startedAt: '2026-11-21T15:00:00.000Z', wallSeconds: 12.345},
};

/** A text wherever student code, or a student, may put one. */
export function hostile(text: string): Grade {
  return grade([
    lab([
      failed({title: text, reason: text, text, token: text}),
      scenario({group: text, verdict: 'not written', points: 0, reason: text}),
    ]),
  ], {
    submission: text, student: {id: text, name: text, email: text}, files: [text],
    passedOver: [text], typeErrors: [text], slips: [text],
    override: {points: 1, why: text}, total: 1,
  });
}

export interface Told extends ReportContext {
  readonly told: string[];
}

export function context(changes: Partial<ReportContext> = {}): Told {
  const told: string[] = [];
  return {policy: DEFAULT_POLICY, kit: '0.1.0', told, tell: line => told.push(line), ...changes};
}
