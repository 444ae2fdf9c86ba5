/**
 * Seeds: random histories four times as long as the public ones.
 *
 * Paper: §5.3; Figure 2, "AppendEntries RPC"; Figure 3, Log Matching.
 */
import fc from 'fast-check';
import {LabFailure, hiddenLab, scenario, section, seedsUpTo} from '../../../harness/scenario';
import {BAD_CALLS, history, MEDDLING, play} from '../../1-log/log-histories';

const long = fc.array(history, {minLength: 4, maxLength: 5}).map(parts => parts.flat());

hiddenLab(1, 'log', () => {
  section('Figure 3', 'random histories', () => {
    scenario('a log that has seen much still holds what the rules leave in it', {
      points: 2, name: 'long-histories', module: 'log', seeds: seedsUpTo(6),
      faults: [MEDDLING, BAD_CALLS], mustReach: ['a conflict', 'a late request'],
    }, async scene => {
      // What is not a verdict (a loop, a function not written) must not be made short.
      const fatal: unknown[] = [];
      const holds = fc.asyncProperty(long, async steps => {
        if (fatal.length > 0) return;
        try {
          await play(steps, scene);
        } catch (error) {
          if (error instanceof LabFailure && error.parts.code !== undefined) throw error;
          fatal.push(error);
        }
      });

      const {errorInstance} = await fc.check(holds, {seed: scene.seed, numRuns: 3});

      if (fatal.length > 0) throw fatal[0];
      if (errorInstance instanceof Error) throw errorInstance;
    });
  });
});
