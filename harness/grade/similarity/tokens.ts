/**
 * TypeScript as a row of tokens, without what is easily changed: names, comments, layout, literals.
 *
 * Promises: any text gives tokens, also one that does not parse; it ends, and takes time in
 * proportion to the text. Every name is the same token; so is every text and number, and so are
 * `const`, `let` and `var`.
 * Read next: winnowing.ts.
 */
import ts from 'typescript';

export interface Tokens {
  /** What each token is. */
  readonly kinds: Uint16Array;
  /** The line of each, from 1. */
  readonly lines: Uint32Array;
}

/** Behind these a slash divides; elsewhere it begins a pattern. */
const ENDS_A_VALUE = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.Identifier, ts.SyntaxKind.NumericLiteral, ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.BigIntLiteral, ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateTail, ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.CloseParenToken, ts.SyntaxKind.CloseBracketToken, ts.SyntaxKind.CloseBraceToken,
  ts.SyntaxKind.ThisKeyword, ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword, ts.SyntaxKind.SuperKeyword, ts.SyntaxKind.PrivateIdentifier,
  ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken,
]);

const FOLDED = new Map<ts.SyntaxKind, ts.SyntaxKind>([
  [ts.SyntaxKind.LetKeyword, ts.SyntaxKind.ConstKeyword],
  [ts.SyntaxKind.VarKeyword, ts.SyntaxKind.ConstKeyword],
  [ts.SyntaxKind.NumericLiteral, ts.SyntaxKind.StringLiteral],
  [ts.SyntaxKind.BigIntLiteral, ts.SyntaxKind.StringLiteral],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, ts.SyntaxKind.StringLiteral],
  [ts.SyntaxKind.PrivateIdentifier, ts.SyntaxKind.Identifier],
]);

/** A file of more tokens than that is compared by its beginning. */
const TOKENS_MOST = 200_000;

export function tokensOf(text: string): Tokens {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const kinds: number[] = [];
  const lines: number[] = [];
  const templates = new Templates();
  const count = lineCounter(text);
  let before = ts.SyntaxKind.Unknown;
  while (kinds.length < TOKENS_MOST) {
    let kind = scanner.scan();
    if (kind === ts.SyntaxKind.EndOfFileToken) break;
    if (kind === ts.SyntaxKind.SlashToken || kind === ts.SyntaxKind.SlashEqualsToken) {
      if (!ENDS_A_VALUE.has(before) && !isName(before)) kind = scanner.reScanSlashToken();
    } else if (kind === ts.SyntaxKind.CloseBraceToken && templates.isClosed()) {
      kind = scanner.reScanTemplateToken(false);
    }
    templates.see(kind);
    before = kind;
    kinds.push(foldedOf(kind));
    lines.push(count(scanner.getTokenStart()));
  }
  return {kinds: Uint16Array.from(kinds), lines: Uint32Array.from(lines)};
}

function foldedOf(kind: ts.SyntaxKind): number {
  return FOLDED.get(kind) ?? (isName(kind) ? ts.SyntaxKind.Identifier : kind);
}

/** Words like `type`, `of` and `from` are keywords only where they stand, and names elsewhere. */
function isName(kind: ts.SyntaxKind): boolean {
  return kind > ts.SyntaxKind.LastReservedWord && kind <= ts.SyntaxKind.LastKeyword;
}

/** Which braces belong to `${` of a template. */
class Templates {
  /** For each open template, how many braces are open within it. */
  private readonly open: number[] = [];

  /** Whether the brace that was just scanned goes on with a template. */
  isClosed(): boolean {
    return this.open.at(-1) === 0;
  }

  see(kind: ts.SyntaxKind): void {
    const last = this.open.length - 1;
    if (kind === ts.SyntaxKind.TemplateHead) this.open.push(0);
    else if (kind === ts.SyntaxKind.TemplateTail) this.open.pop();
    else if (last < 0) return;
    else if (kind === ts.SyntaxKind.OpenBraceToken) this.open[last]!++;
    else if (kind === ts.SyntaxKind.CloseBraceToken) this.open[last]!--;
  }
}

/** Positions are asked for in order, so the text is gone through once. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return position => {
    while (next !== -1 && next < position) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
