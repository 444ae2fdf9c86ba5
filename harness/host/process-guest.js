/** Starts process-guest.ts; it only makes TypeScript run. */
'use strict';
require('./register.js');
require('./process-guest.ts');
