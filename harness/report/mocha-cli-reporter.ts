/**
 * The reporter as `mocha --reporter` wants it: a file that exports the class itself.
 *
 * Read next: mocha-reporter.ts.
 */
import {FlotillaReporter} from './mocha-reporter';

export = FlotillaReporter;
