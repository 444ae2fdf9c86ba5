/** Starts worker.ts; it only makes TypeScript run. */
'use strict';
require('../../host/register.js');
require('./worker.ts');
