/**
 * A mistake in lab 7d: goes on after a sync that was rejected.
 *
 * Source: the doc comments of driver.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-failed-sync-ignored',
  mistake: 'goes on after a sync that was rejected',
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
        '    }\n',
    },
  ],
  caughtBy: ['failing-disk-1', 'failing-disk-3'],
  says: /after a failed sync/,
};
