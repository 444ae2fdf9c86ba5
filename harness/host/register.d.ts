/** Types of register.js. */
/** The JavaScript of a .ts file. Throws ts-node's TSError on a syntax error. */
export function compile(file: string): string;
/** The package's folder. */
export const root: string;
