/**
 * Correct: keeps entries as text and hands out fresh copies.
 *
 * Read next: ../sound-log.ts.
 */
import {SoundLog} from '../sound-log';

export class RaftLog extends SoundLog {}
