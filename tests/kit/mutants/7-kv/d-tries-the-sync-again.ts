/**
 * A mistake in lab 7d: syncs once more when a sync was rejected.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-tries-the-sync-again',
  mistake: 'syncs once more when a sync was rejected',
  lab: 7,
  file: 'driver.ts',
  edits: [
    {
      find:
        '    } catch (error) {\n' +
        '      this.fail(error as Error);\n' +
        '      return;\n' +
        '    }\n',
      replace:
        '    } catch (error) {\n' +
        '      this.parts.failed(error as Error);\n' +
        '      await write().catch(() => undefined);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['failing-disk-2'],
  says: /after a failed sync/,
};
