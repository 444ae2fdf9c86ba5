/**
 * The list of similar submissions as a person reads it, and as CSV.
 *
 * Promises: it says first that it is no verdict. Names come from students: they are made harmless
 * for a terminal and for a spreadsheet.
 * Read next: cli/similarity.ts.
 */
import {stringify} from 'csv-stringify/sync';
import {alignColumns, counted} from '../../report/text-layout';
import {oneLine, plainCell} from '../formats/plain-text';
import type {Lines, Region} from './regions';
import type {SimilarityReport, SimilarPair} from './report';

const NO_VERDICT = 'A list to look at, never a verdict: there are few ways to write a small ' +
  'function, and partners, lectures and books leave traces too.';

/** Stretches told of each pair. */
const REGIONS_MOST = 5;

export function similarityLines(report: SimilarityReport): readonly string[] {
  const {compared, notCompared, pairs, files} = report;
  return [
    `Compared: ${counted(compared.class, 'submission')}, ${compared.past} of former classes` +
      `${compared.reference > 0 ? ', and the reference' : ''}. ` +
      'The skeleton, the given code and what many share are left out.',
    NO_VERDICT,
    ...notCompared.map(({name, why}) => `Not compared: ${oneLine(name)}: ${oneLine(why)}`),
    '',
    ...pairs.length === 0 ? ['No two of them share code that is worth a look.']
      : ['Submissions, the most alike first:', ...pairs.flatMap(told)],
    ...files.length === 0 ? []
      : ['', 'Single files of other pairs:', ...files.flatMap(told)],
  ];
}

/** One row a stretch of a pair, or one row for a pair of which none is told. */
export function similarityCsv({pairs, files}: SimilarityReport): string {
  const header = [
    'rank', 'kind', 'one', 'other', 'shared fingerprints', 'percent of one', 'percent of other',
    'tokens', 'file of one', 'from', 'to', 'file of other', 'from', 'to',
  ];
  const rows = [...pairs, ...files].flatMap((pair, n) => {
    const {one, other, shared, shareOfOne, shareOfOther, regions} = pair;
    const place = n < pairs.length ? n : n - pairs.length;
    const head = [
      place + 1, pair.files === undefined ? 'submission' : 'file',
      plainCell(one.name), plainCell(other.name), shared,
      percent(shareOfOne), percent(shareOfOther),
    ];
    return regions.length === 0 ? [[...head, '', '', '', '', '', '', '']]
      : regions.slice(0, REGIONS_MOST).map(region => [...head, ...cellsOf(region)]);
  });
  return stringify([header, ...rows], {record_delimiter: '\r\n'});
}

function cellsOf({tokens, one, other}: Region): readonly (string | number)[] {
  return [tokens, ...[one, other].flatMap(({file, from, to}) => [plainCell(file), from, to])];
}

function told(pair: SimilarPair, n: number): readonly string[] {
  const {one, other, shareOfOne, shareOfOther, shared, files, regions} = pair;
  const [nameOfOne, nameOfOther] = [oneLine(one.name), oneLine(other.name)];
  const what = files === undefined ? '' : ` in ${oneLine(files[0])} and ${oneLine(files[1])}`;
  const more = regions.length - REGIONS_MOST;
  return [
    `${String(n + 1).padStart(4)}. ${nameOfOne} and ${nameOfOther}${what}`,
    `      ${percent(shareOfOne)} % of the first, ${percent(shareOfOther)} % of the second, ` +
      counted(shared, 'shared fingerprint'),
    ...alignColumns(regions.slice(0, REGIONS_MOST).map(region => [
      '     ', `${nameOfOne}/${placeOf(region.one)}`, `${nameOfOther}/${placeOf(region.other)}`,
      counted(region.tokens, 'token'),
    ])),
    ...more > 0 ? [`      and ${counted(more, 'shorter place')}`] : [],
  ];
}

function placeOf({file, from, to}: Lines): string {
  return `${oneLine(file)}:${from}–${to}`;
}

function percent(share: number): number {
  return Math.round(100 * share);
}
