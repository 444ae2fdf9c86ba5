/**
 * The pages of made grades, and what a reader finds in one.
 *
 * Read next: html-report.spec.ts.
 */
import type {Grade} from '../../../../harness/grade/grade';
import {htmlReport} from '../../../../harness/grade/html/html-report';
import {DEFAULT_POLICY} from '../../../../harness/grade/policy';

type Pages = ReadonlyMap<string, string>;

export function pagesOf(grades: readonly Grade[]): Pages {
  const context = {policy: DEFAULT_POLICY, kit: '0.1.0', tell: () => undefined};
  const files = [...htmlReport.write(grades, context)];
  return new Map(files.map(([name, text]) => [name, String(text)]));
}

/** What a reader sees, without tags. */
export function textOf(page: string): string {
  return page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    .replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

export function allOf(page: string, pattern: RegExp): readonly string[] {
  return [...page.matchAll(pattern)].map(([, found]) => found ?? '');
}

export function linksOf(page: string): readonly string[] {
  return allOf(page, /<a [^>]*href="([^"]*)"/g);
}
