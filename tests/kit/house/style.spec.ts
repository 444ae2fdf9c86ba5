/**
 * The house's rules for how code looks, held by a machine so that no reviewer has to.
 *
 * A file may be excused in EXCUSED, with its reason; the aim is that nothing is.
 */
import {expect} from 'chai';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {root} from '../../../harness/host/register.js';

const LINE_MOST = 100;
const FILE_MOST = 300;
const FUNCTION_MOST = 50;

/** 'rule file' to the reason. */
const EXCUSED: Readonly<Record<string, string>> = {};

const FOLDERS = ['harness', 'skeleton', 'reference', 'tests', 'labs'];
/** Submissions, and files that are wrong on purpose. */
const LEFT_OUT = /\/(samples|variants|fixtures|golden)\//;

interface Source {
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const sources: readonly Source[] = FOLDERS.flatMap(folder => filesBelow(path.join(root, folder)))
  .map(file => {
    const name = path.relative(root, file).split(path.sep).join('/');
    const text = fs.readFileSync(file, 'utf8');
    return {name, text, lines: text.split('\n')};
  });

function filesBelow(folder: string): readonly string[] {
  return fs.readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(file => path.join(folder, file))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts') && !LEFT_OUT.test(file)).sort();
}

/** Every file that breaks a rule, each with where. */
function offenders(
  rule: string, find: (source: Source) => readonly string[],
  within: (name: string) => boolean = () => true,
): readonly string[] {
  return sources.filter(({name}) => within(name) && EXCUSED[`${rule} ${name}`] === undefined)
    .flatMap(source => find(source).map(where => `${source.name}${where}`));
}

function linesLike(pattern: RegExp): (source: Source) => readonly string[] {
  return ({lines}) => lines.flatMap((line, n) =>
    (pattern.test(withoutText(line)) ? [`:${n + 1}  ${line.trim()}`] : []));
}

/** Text in each kind of quotes, and a pattern. */
const TEXTS: readonly RegExp[] = [
  /'(?:[^'\\]|\\.)*'/, /`(?:[^`\\]|\\.)*`/, /"(?:[^"\\]|\\.)*"/,
  /\/(?![*/ ])(?:[^/\\\n]|\\.)+\/[gimsuy]*/,
];
const TEXT = new RegExp(TEXTS.map(({source}) => source).join('|'), 'g');

/** A rule about code does not speak of comments and of text in quotes. */
function withoutText(line: string): string {
  return line.replace(/^\s*(\*|\/\*|\/\/).*$/, '').replace(/\s\/\/ .*$/, '')
    .replace(TEXT, '\'\'');
}

describe('style', function suite() {
  // Hundreds of files are parsed; on a busy machine that takes its time.
  this.timeout(60_000);

  it(`lines have at most ${LINE_MOST} columns`, () => {
    const long = ({lines}: Source): string[] => lines.flatMap((line, n) =>
      ([...line].length > LINE_MOST ? [`:${n + 1}  ${[...line].length} columns`] : []));
    expect(offenders('line', long)).to.deep.equal([]);
  });

  it(`files have at most ${FILE_MOST} lines`, () => {
    const long = ({lines}: Source): string[] =>
      (lines.length - 1 > FILE_MOST ? [`  ${lines.length - 1} lines`] : []);
    expect(offenders('file', long)).to.deep.equal([]);
  });

  it(`functions have at most ${FUNCTION_MOST} lines`, () => {
    expect(offenders('function', longFunctions)).to.deep.equal([]);
  });

  it('every file begins with a head that says what it is', () => {
    const headless = ({text}: Source): string[] =>
      (/^(?:#!.*\n)?\/\*\*[\s\S]{20,}?\*\//.test(text) ? [] : ['']);
    expect(offenders('head', headless)).to.deep.equal([]);
  });

  it('nothing escapes the type checker', () => {
    const escape = /\bas unknown as\b|@ts-ignore|@ts-expect-error|:\s*any\b|\bas any\b|<any>/;
    expect(offenders('types', linesLike(escape))).to.deep.equal([]);
  });

  it('no test is focused, and no module has a default export or a variable of its own', () => {
    expect(offenders('only', linesLike(/\.only\(/))).to.deep.equal([]);
    expect(offenders('default', linesLike(/^export default/))).to.deep.equal([]);
    expect(offenders('let', linesLike(/^(?:export )?(?:let|var) /))).to.deep.equal([]);
  });

  it('only reports and commands print', () => {
    const elsewhere = (name: string): boolean => !/^harness\/(report|cli)\//.test(name);
    expect(offenders('print', linesLike(/\bconsole\.(log|error|warn|info)\(/), elsewhere))
      .to.deep.equal([]);
  });

  it('real time and real chance stay where they belong', () => {
    const real =
      /\bDate\b|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\(|\bhrtime\b|\bperformance\b/;
    const outside = (name: string): boolean =>
      /^(harness\/(raft|world|cluster|checks|scenario|report)|tests\/\d)/.test(name);
    expect(offenders('real', linesLike(real), outside)).to.deep.equal([]);
  });

  it('servers are called servers', () => {
    const rivals = /\b(peers?|nodes?|disconnect)\b/i;
    const platform = /Node(\.js|'s)?|node:\w+|node_modules/g;
    const ours =
      /^(skeleton|reference|harness\/(raft|world|cluster|checks|scenario)|labs|tests\/\d)/;
    const find = ({lines}: Source): string[] => lines.flatMap((line, n) =>
      (rivals.test(line.replace(platform, '')) ? [`:${n + 1}  ${line.trim()}`] : []));
    expect(offenders('words', find, name => ours.test(name))).to.deep.equal([]);
  });

  it('excuses only files that need it', () => {
    expect(Object.keys(EXCUSED)).to.deep.equal([]);
  });
});

function longFunctions({name, text, lines}: Source): readonly string[] {
  if (lines.length <= FUNCTION_MOST) return [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !isGroup(node)) {
      const length = lineOf(node.end) - lineOf(node.getStart()) + 1;
      if (length > FUNCTION_MOST) found.push(`:${lineOf(node.getStart()) + 1}  ${length} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The bodies of `describe`, `lab`, `hiddenLab` and `section` are as long as their tests. */
function isGroup(node: ts.Node): boolean {
  const {parent} = node;
  return ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) &&
    ['describe', 'lab', 'hiddenLab', 'section'].includes(parent.expression.text);
}
