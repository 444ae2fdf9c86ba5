/**
 * The HTML report of a class: an index, a page a submission, and a page for each student.
 *
 * Promises: pages that need no network, no script and no other file but each other; the same
 * grades give the same bytes.
 * Read next: class-page.ts, submission-page.ts.
 */
import type {ReportContext, ReportMaker} from '../formats/report-maker';
import type {Grade} from '../grade';
import {classPage} from './class-page';
import {attentionFirst, sortedPages} from './class-table';
import {viewOf} from './class-view';
import {html} from './markup';
import {feedbackPage, submissionPage} from './submission-page';

export const htmlReport: ReportMaker = {name: 'html', write: pages};

function pages(
  grades: readonly Grade[], {kit}: Pick<ReportContext, 'kit'>,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (grades.length === 0) return files;
  const footer = html`Written by Flotilla ${kit}. Nothing in this page is loaded from elsewhere.`;
  const view = viewOf(grades);
  files.set('report/index.html', classPage(view, footer));
  for (const [name, text] of sortedPages(view, footer)) files.set(`report/${name}`, text);
  const ordered = attentionFirst(view.entries);
  ordered.forEach((entry, position) => {
    const around = {previous: ordered[position - 1], next: ordered[position + 1], footer};
    files.set(`report/submissions/${entry.file}.html`, submissionPage(entry, around));
    files.set(`feedback/${entry.file}.html`, feedbackPage(entry.grade, footer));
  });
  return files;
}
