/**
 * The fields of a TypeScript interface, as its source states them.
 *
 * Read next: schema.spec.ts.
 */
import ts from 'typescript';

export interface Field {
  readonly name: string;
  readonly isOptional: boolean;
  /** What it may be, if it is one of several literals; else empty. */
  readonly words: readonly string[];
}

/** Reads a file once; what it gives back finds an interface in it, or throws. */
export function interfacesOf(file: string): (name: string) => readonly Field[] {
  const program = ts.createProgram([file], {strict: true, noEmit: true, skipLibCheck: true});
  const checker = program.getTypeChecker();
  return name => {
    const declaration = program.getSourceFile(file)?.statements.find(statement =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name);
    if (declaration === undefined) throw new Error(`${file} declares no interface ${name}`);
    return checker.getTypeAtLocation(declaration).getProperties().map(property => ({
      name: property.name,
      isOptional: (property.flags & ts.SymbolFlags.Optional) !== 0,
      words: literalsOf(checker.getNonNullableType(checker.getTypeOfSymbol(property))),
    }));
  };
}

function literalsOf(type: ts.Type): readonly string[] {
  if (!type.isUnion()) return [];
  const literals = type.types.filter((one): one is ts.LiteralType => one.isLiteral());
  return literals.length === type.types.length ? literals.map(({value}) => String(value)) : [];
}
