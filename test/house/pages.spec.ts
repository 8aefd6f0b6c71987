import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const WEB = join(ROOT, 'web');

/** Attributes that a reader sees or hears. */
const READ = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'alt',
  'aria-label',
  'aria-roledescription',
  'aria-description',
  'submit',
  'confirm',
  'lead',
  'header',
]);
/** Letters that make a word: signs, units of type and single letters do not. */
const WORD = /\p{L}{2,}/u;
/** The product's own name, and what it stands in. */
const NAMES = new Set(['Domet']);

function sourceFiles(): string[] {
  return readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.startsWith('dist'))
    .map((name) => join(WEB, name));
}

/** What a person types is the same in every language. */
function isCode(node: ts.Node): boolean {
  return ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Code';
}

/** Sentences that stand in the code instead of among the words. */
function findSentences(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, said: string): void => {
    const trimmed = said.trim();
    if (!WORD.test(trimmed) || NAMES.has(trimmed)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${relative(ROOT, path)}:${line + 1}: ${trimmed}`);
  };
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && !isCode(node.parent)) note(node, node.text);
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText(source)))
      noteLiteral(node.initializer);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) noteLiteral(node);
    node.forEachChild(look);
  };
  const noteLiteral = (node: ts.Node | undefined): void => {
    if (node === undefined) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node))
      for (const piece of [node.head, ...node.templateSpans.map(({ literal }) => literal)])
        note(node, piece.text);
    else if (ts.isJsxExpression(node)) noteLiteral(node.expression);
    else if (ts.isConditionalExpression(node)) {
      noteLiteral(node.whenTrue);
      noteLiteral(node.whenFalse);
    }
  };
  look(source);
  return found;
}

describe('the pages', () => {
  it('hold no sentence in their code', () => {
    expect(
      sourceFiles().flatMap((path) => findSentences(path, readFileSync(path, 'utf8'))),
    ).toEqual([]);
  });

  it.each([
    ['<p>Sačuvaj</p>', 'Sačuvaj'],
    ['<Button title="Save">{x}</Button>', 'Save'],
    ["<Text>{isOpen ? 'Open' : t('x')}</Text>", 'Open'],
    ['<Text label={`Row ${n}`} />', 'Row'],
  ])('are looked through: %s', (code, sentence) => {
    expect(findSentences('planted.tsx', code)).toEqual([
      expect.stringMatching(new RegExp(`: ${sentence}$`)),
    ]);
  });

  it.each(['<Text>{format.date(at)} · {t("x")}</Text>', '<Text className="number">—</Text>'])(
    'may hold signs and what is asked for: %s',
    (code) => {
      expect(findSentences('planted.tsx', code)).toEqual([]);
    },
  );
});
