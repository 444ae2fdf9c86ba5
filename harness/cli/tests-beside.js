/** Starts tests-beside.ts; it only makes TypeScript run. */
'use strict';
require('../host/register.js');
require('./tests-beside.ts');
