/**
 * Seeds: random histories of one log, against a model of a few lines.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC"; Figure 3, Log Matching.
 */
import fc from 'fast-check';
import {lab, scenario, section, seedsUpTo} from '../../harness/scenario';
import {LabFailure} from '../../harness/world/lab-failure';
import {BAD_CALLS, history, MEDDLING, play} from './log-histories';

const HISTORIES = 6;

lab(1, 'log', () => {
  section('Figure 3', 'random histories', () => {
    scenario('whatever happens to it, a log holds what the rules leave in it', {
      points: 0.8, name: 'histories', module: 'log',
      // The first three catch every known mistake: in the 5th, checks that are left out show.
      seeds: seedsUpTo(20, {first: [5]}),
      faults: [MEDDLING, BAD_CALLS],
      mustReach: [
        'a refusal', 'a late request', 'a conflict', 'an overlap that goes on',
        'an earlier term in place of a later one',
      ],
    }, async scene => {
      // What is not a verdict (a loop, a function not written) must not be made short.
      let fatal: unknown;
      const holds = fc.asyncProperty(history, async steps => {
        if (fatal !== undefined) return;
        try {
          await play(steps, scene);
        } catch (error) {
          if (error instanceof LabFailure && error.parts.code !== undefined) throw error;
          fatal = error;
        }
      });

      const {errorInstance} = await fc.check(holds, {seed: scene.seed, numRuns: HISTORIES});

      if (fatal !== undefined) throw fatal;
      if (errorInstance instanceof Error) throw errorInstance;
    });
  });
});
