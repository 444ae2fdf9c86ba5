/**
 * `flotilla grade merge`: the results of shards made one class again.
 *
 * Promises: exit 1 when shards or submissions are missing, so that no script takes a part for the
 * whole; 2 when the results do not belong together.
 * Read next: grade/run/merge.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import {CannotWrite, MERGED} from '../grade/run/journal';
import {merge} from '../grade/run/merge';
import type {Merged} from '../grade/run/merge';
import {tidy} from '../report/look';
import {counted} from '../report/text-layout';
import {cannotWrite} from './grade';
import {report, sayWhatIsNext} from './grade-report';
import {setUpReporting} from './grade-reporting';
import type {ReportingOptions} from './grade-reporting';
import {leave} from './leave';

export async function gradeMergeCommand(
  folders: readonly string[], options: ReportingOptions,
): Promise<void> {
  const merged = merge(folders);
  const reporting = setUpReporting(options);
  print(`Merged: ${counted(merged.grades.length, 'submission')} of ${merged.run.members.length}`);
  for (const note of merged.notes) print(tidy(note, reporting.look));
  if (merged.missingShards.length > 0) print(`Missing shards: ${merged.missingShards.join(', ')}`);
  try {
    keep(merged, reporting.outFolder);
    const code = report(merged, reporting);
    sayWhatIsNext(merged, reporting);
    await leave(merged.missingShards.length + merged.absent.length > 0 ? 1 : code);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    await cannotWrite(error);
  }
}

/** So that what was merged can be compared, and merged again. */
function keep({lines}: Merged, folder: string): void {
  const file = path.join(folder, MERGED);
  try {
    fs.writeFileSync(`${file}.part`, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
    fs.renameSync(`${file}.part`, file);
  } catch (error) {
    throw new CannotWrite(`cannot write ${file}`, error);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
