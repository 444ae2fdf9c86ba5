/** A command was used wrongly: one line says what is wrong and what would be right. Exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
