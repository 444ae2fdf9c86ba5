/**
 * The thirty students of the sample class, and some who mean harm.
 *
 * Read next: html-report.spec.ts.
 */
import type {Grade} from '../../../../harness/grade/grade';
import {MISTAKES, SECURE, gradeFor} from './sample-class';
import type {Mistake, Student} from './sample-class';

const {
  counts, votes, resets, floods, sameTimeout, unsynced, nan, throws, loops, shares, memory, slip,
} = MISTAKES;

function student(
  name: string, labs: number, mistakes: readonly Mistake[] = [], more?: Partial<Grade>,
): Student {
  const submission = name.toLowerCase().replace(/[^a-z]+/g, '-');
  return {submission, name, labs, mistakes, ...more === undefined ? {} : {more}};
}

const LATE: Partial<Grade> = {
  late: [{
    lab: 5, submittedAt: '2026-11-16T01:12:00.000Z', dueAt: '2026-11-14T23:59:00.000Z',
    daysLate: 2, daysFree: 1, points: 2,
  }],
};

const STUDENTS: readonly Student[] = [
  student('Ada Lovelace', 7), student('Barbara Liskov', 7), student('Leslie Lamport', 7),
  student('Grace Hopper', 7, [resets]), student('Edsger Dijkstra', 7, [counts]),
  student('Tony Hoare', 7, [counts, resets]), student('Nancy Lynch', 7, [unsynced]),
  student('Robin Milner', 6, [counts]), student('Jim Gray', 7, [unsynced, counts]),
  student('Butler Lampson', 7, [floods]), student('Fran Allen', 6, [resets, floods]),
  student('Niklaus Wirth', 6, [sameTimeout]), student('Dana Scott', 6, [counts], LATE),
  student('Juris Hartmanis', 6, [votes]), student('John Backus', 5, [votes, resets]),
  student('Ken Thompson', 6, [floods, counts]), student('Dennis Ritchie', 7, [memory]),
  student('Radia Perlman', 7, [sameTimeout, resets]), student('Shafi Goldwasser', 5, [counts]),
  student('Silvio Micali', 5, [counts]), student('Adele Goldberg', 4, [nan], {
    typeErrors: ['replication.ts:40 Type NaN is not assignable to type Json.',
      'replication.ts:52 Property entries is missing.'], typePenalty: 1,
  }),
  student('Kristen Nygaard', 4, [throws]), student('Ole-Johan Dahl', 3, [throws]),
  student('Peter Naur', 3, [loops]), student('Alan Kay', 2), student('Ivan Sutherland', 1),
  student('Charles Bachman', 0),
  student('Mallory Malicious', 7, [shares]),
  student('Trent Trusted', 7, [slip], {
    slips: ['lab 7, clients see one store, whatever fails: the search ran out of room'],
    override: {points: 97.5, why: 'graded by hand, the search of the checker gave up'}, total: 97.5,
  }),
];

/** Thirty grades; one of nothing at all, since it was refused. */
export function sampleClass(): readonly Grade[] {
  return [...STUDENTS.map(gradeFor), {
    ...gradeFor(student('Oscar Outside', 0)), labs: [], points: 0, total: 0, files: [], digest: '',
    refused: 'the archive holds ../../.ssh/authorized_keys, which leads out of it',
  }];
}

const SCRIPT = '<script>document.title="owned"</script><img src=x onerror="document.title=1">';
const RTL = '\u202eevil\u2066\u0000\u0007\u200b';

/** Every text a stranger can choose says something nasty. */
export function hostileClass(): readonly Grade[] {
  const base = gradeFor(student('Eve', 7, [counts]));
  const nasty = `"'>${SCRIPT}${RTL}`;
  const names = [
    `../../../etc/passwd${SCRIPT}`, 'javascript:alert(1)', 'CON', 'con.txt', 'Ada', 'ada', 'ada ',
    '..', '', '/', 'x'.repeat(300), 'nul\u0000byte', 'שלום', 'Ada\u0301', 'Adá', 'index', nasty,
    'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308algo', 'ada',
  ];
  return names.map((submission, position): Grade => ({
    ...base, submission, student: {name: nasty, email: nasty, id: nasty},
    sandbox: {...SECURE, name: nasty, isSecure: position % 2 === 0}, kit: nasty, policy: nasty,
    digest: nasty, files: [nasty], passedOver: [nasty], typeErrors: [nasty, 'e'.repeat(1_000_000)],
    slips: [nasty], ...position === 3 ? {refused: nasty} : {},
    override: {points: 3, why: nasty},
    labs: base.labs.map(lab => ({
      ...lab, title: nasty, scenarios: lab.scenarios.map((scenario, n) => ({
        ...scenario, title: n === 1 ? 'long '.repeat(200_000) : nasty, section: nasty, group: nasty,
        ...scenario.verdict !== 'failed' ? {} : {
          reason: n % 2 === 0 ? nasty : 'r'.repeat(1_000_000),
          text: `${nasty}\n${'t'.repeat(1_000_000)}`,
          token: nasty, picture: PICTURES[n % PICTURES.length] ?? '',
        },
      })),
    })),
  }));
}

const PICTURES = [
  '<svg xmlns="http://www.w3.org/2000/svg" onload="parent.document.title=1"><script>alert(1)'
    + '</script><image href="http://localhost:9/x.png"/><foreignObject><iframe '
    + 'xmlns="http://www.w3.org/1999/xhtml" src="http://localhost:9/"/></foreignObject></svg>',
  '"><script>document.title="owned"</script>',
  `<svg>${'x'.repeat(300_000)}</svg>`,
];
