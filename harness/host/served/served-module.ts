/**
 * What a test imports as '#solution/log' where the log itself is served.
 *
 * Read next: served-class.ts.
 */
import {servedClasses} from './served-class';

for (const [name, value] of servedClasses) {
  Object.defineProperty(exports, name, {value, enumerable: true});
}
