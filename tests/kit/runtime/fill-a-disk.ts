/**
 * A process whose files may not grow: appends and syncs until that fails, and then once more.
 */
import {RecordFile} from '../../../harness/runtime/record-file';

async function fill(): Promise<void> {
  process.on('SIGXFSZ', () => undefined);
  const folder = process.argv[2] ?? '';
  const disk = RecordFile.open({folder, owner: {cluster: 'c1', server: 'S1'}, holdUnsynced: true});
  const errors: (string | undefined)[] = [];
  const codeOf = (error: NodeJS.ErrnoException): void => { errors.push(error.code); };
  let synced = 0;
  while (errors.length === 0) {
    disk.append(JSON.stringify(`record ${synced}`));
    await disk.sync().then(() => { synced++; }, codeOf);
  }
  disk.append('"late"');
  await disk.sync().catch(codeOf);
  await disk.rewrite(['"later"']).catch(codeOf);
  process.stdout.write(JSON.stringify({synced, errors}));
}

void fill();
