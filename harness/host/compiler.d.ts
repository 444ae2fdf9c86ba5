/** Types of compiler.js. */
/** The JavaScript of a text. Throws ts-node's TSError on a syntax error. */
export function compileText(source: string, file: string): string;
