#!/usr/bin/env node
/** The program `flotilla`. It only makes TypeScript run; everything else is in main.ts. */
'use strict';
require('../host/register.js');
require('./main.ts').main(process.argv.slice(2));
