import ts from 'typescript';

/** Two words with a space between them: what a person would read. */
export const isSentence = (text: string): boolean => /\p{L}{2,}[,.:;’…”)]* [“(]*\p{L}/u.test(text);

/** Calls whose text is for the browser or a developer. */
const SILENT_CALLS =
  /^(querySelector|querySelectorAll|closest|matches|createPolicy|test|startsWith|import|warn|error|defineProperty)$/;
const SILENT_MADE = /Error$|^(RegExp|Worker|TextDecoder|Refusal)$/;

/** English sentences in code, with their lines; those thrown at developers, imports and types are none. */
export function sentencesOfScript(text: string, file: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSilent(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (isSentence(node.text)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${String(line + 1)}: ${node.text.trim().slice(0, 60)}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isSilent(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return true;
  if (ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return SILENT_MADE.test(node.expression.getText());
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  return SILENT_CALLS.test(
    ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText(),
  );
}
