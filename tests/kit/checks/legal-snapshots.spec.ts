/**
 * Histories with snapshots that look wrong and are right, before all checks at once.
 */
import type {LogEntry} from '../../../harness/raft/messages';
import {apply, changed, send} from './effects';
import {
  installed, led, NOTHING_BEHIND, restore, rewrite, toS3, withOneMore,
} from './snapshot-history';

describe('no check of snapshots minds', () => {
  it('a snapshot where nothing was, entries behind it, and a life after it', () => {
    const [story, request] = toS3('');
    story.installs('S3', request, NOTHING_BEHIND).hearsInstalled('S1', 'S3', 4);
    story.appends('S1', 'z').replicates('S1', ['S2', 'S3'], 5).applies('S1');
    story.follows('S3', 'S1', {after: 4});
    story.applies('S3').crashes('S3').restartsBehind('S3', 4, 1);
    story.follows('S3', 'S1', {after: 5});
    story.applies('S3');
  });

  it('a snapshot where another leader\'s entries were, fewer, as many and more', () => {
    for (const log of ['1 1 2', '1 1 2 2', '1 1 2 2 2', '2 2 2 2 2 2 2']) {
      const [story, request] = toS3(log);
      story.installs('S3', request, NOTHING_BEHIND).hearsInstalled('S1', 'S3', 4);
    }
  });

  it('one that leaves the entries behind it, also those of another leader', () => {
    const [story, request] = withOneMore();
    story.installs('S3', request).hearsInstalled('S1', 'S3', 4);
    const other = led({logs: {S3: '1 1 2'}}).takes('S1', 2);
    other.installs('S3', other.sends('S1', 'S3', 2)).hearsInstalled('S1', 'S3', 2);
  });

  it('a follower that holds all of it and only says so', () => {
    const [story, request] = withOneMore();
    story.handles('S3', 'S1', request, send('S1', installed(3, 4)));
    story.hearsInstalled('S1', 'S3', 4).follows('S3', 'S1');
    story.applies('S3');
  });

  it('one that answers before it is on the disk, if its entries are', () => {
    const [story, request] = withOneMore();
    story.handles('S3', 'S1', request, changed(story.owning('S3', request)),
      send('S1', installed(3, 4)), rewrite, restore(4, request.data));
  });

  it('an old one, whose results say that it is there', () => {
    const story = led();
    const old = story.takes('S1', 2).sends('S1', 'S2', 2);
    story.takes('S1', 4).installs('S2', story.sends('S1', 'S2', 4));
    story.handles('S2', 'S1', old, send('S1', installed(3, 2))).hearsInstalled('S1', 'S2', 2);
  });

  it('one of an earlier term that is refused, or ignored', () => {
    const [story, request] = withOneMore();
    story.stands('S3').handles('S3', 'S1', request);
    story.handles('S3', 'S1', request, send('S1', installed(4, 0)));
  });

  it('one that is taken again and again, and a crash before the last was saved', () => {
    const story = led().takes('S1', 1).takes('S1', 2);
    story.crashesWhileItDoes('S1', changed(story.boundary('S1', 4)));
    story.restartsBehind('S1', 2, 2);
  });

  it('entries that are applied right behind a restored snapshot', () => {
    const [story, request] = withOneMore();
    const [, , , , fifth] = story.view('S1').log as readonly LogEntry[];
    story.installs('S3', request);
    story.replicates('S1', ['S2'], 5).applies('S1');
    story.follows('S3', 'S1', {after: 5});
    story.does('S3', changed({lastApplied: 5}), apply(5, 3, fifth!.command));
  });
});
