import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Mutant } from './mutant.js';
import { replaced, told, type Stretch } from './text.js';

/** What decides before a write whether the person may try: rules in TypeScript. */
export const SOURCES = ['src/access/operations.ts', 'src/access/standing.ts'] as const;

const STAGES = 'PLANNED PREPARING FIELDWORK DRAFTING ACCURACY_CHECK SIGNING SIGNED PUBLISHED FOLLOW_UP CLOSED'.split(
  ' ',
);
const ROLES = ['LEAD', 'INSPECTORATE_LEAD', 'INSPECTOR', 'ANALYST', 'QUALITY_ASSURER', 'OBSERVER', 'SIGNATORY'];
const AGENCY_ROLES = ['COORDINATOR', 'CONTRIBUTOR', 'AGENCY_SIGNATORY'];
/** Calls whose texts are stages or roles. */
const BOUNDS = ['between', 'before', 'isBetween', 'isBefore'];
const HOLDERS = ['holds', 'inAgencyAs'];

interface Change extends Stretch {
  readonly by: string;
  readonly how: string;
}

/** The rules of operations with one thing of them changed. */
export function* sourceMutants(): Generator<Mutant> {
  for (const file of SOURCES) {
    const text = readFileSync(file, 'utf8');
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    for (const node of nodesOf(tree)) {
      if (isLeftAlone(node)) continue;
      for (const { from, to, by, how } of changesOf(node))
        yield {
          kind: 'operation',
          of: ownerOf(node, file),
          how,
          change: { in: 'source', file, source: replaced(text, { from, to }, by) },
        };
    }
  }
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** Imports, types, and the lists of what there is. */
const isLeftAlone = (node: ts.Node): boolean =>
  ts.findAncestor(
    node,
    (one) => ts.isImportDeclaration(one) || ts.isTypeNode(one) || ts.isInterfaceDeclaration(one),
  ) !== undefined;

/** The operation, or the word, that a piece of source belongs to. */
function ownerOf(node: ts.Node, file: string): string {
  const owner = ts.findAncestor(
    node,
    (one) =>
      (ts.isPropertyAssignment(one) && !/^(who|may|when|now)$/.test(one.name.getText())) ||
      (ts.isVariableDeclaration(one) && one.name.getText() !== 'OPERATIONS') ||
      ts.isFunctionDeclaration(one),
  );
  const name = owner === undefined ? undefined : (owner as ts.PropertyAssignment).name.getText();
  const part = ts.findAncestor(node, (one) => ts.isPropertyAssignment(one) && /^(may|now)$/.test(one.name.getText()));
  const clause = part === undefined ? '' : ` ${(part as ts.PropertyAssignment).name.getText()}`;
  return `${name ?? file}${clause}`;
}

const over = (node: ts.Node): Stretch => ({ from: node.getStart(), to: node.getEnd() });

function* changesOf(node: ts.Node): Generator<Change> {
  const whole = told(node.getText(), 60);
  const by = (text: string, how: string, part: ts.Node = node): Change => ({ ...over(part), by: text, how });
  if (ts.isPropertyAssignment(node) && /^(may|now)$/.test(node.name.getText())) {
    if (node.initializer.getText() !== 'always') yield by('() => true', `always, not "${whole}"`, node.initializer);
    yield by('() => false', `never, not "${whole}"`, node.initializer);
  }
  if (ts.isBinaryExpression(node)) yield* ofBinary(node);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    yield by(node.operand.getText(), `no "!" in "${whole}"`);
  if (ts.isConditionalExpression(node)) {
    yield by(node.whenTrue.getText(), `always "${told(node.whenTrue.getText(), 60)}"`);
    yield by(node.whenFalse.getText(), `always "${told(node.whenFalse.getText(), 60)}"`);
  }
  if (ts.isCallExpression(node)) yield* ofCall(node);
  if (ts.isArrayLiteralExpression(node) && ts.isPropertyAccessExpression(node.parent))
    yield* roles(node.elements, node);
}

const FLIPPED: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '>=': ['>'],
  '<=': ['<'],
  '<': ['<='],
  '&&': ['||'],
  '||': ['&&'],
};

function* ofBinary(node: ts.BinaryExpression): Generator<Change> {
  const sign = node.operatorToken.getText();
  const whole = told(node.getText(), 60);
  for (const other of FLIPPED[sign] ?? [])
    yield { ...over(node.operatorToken), by: other, how: `"${other}" in "${whole}"` };
  if (sign !== '&&' && sign !== '||') return;
  const neutral = sign === '&&' ? 'true' : 'false';
  for (const side of [node.left, node.right])
    yield { ...over(side), by: neutral, how: `without "${told(side.getText(), 60)}"` };
}

function* ofCall(node: ts.CallExpression): Generator<Change> {
  const called = node.expression.getText();
  const whole = told(node.getText(), 60);
  if (BOUNDS.includes(called))
    for (const argument of node.arguments.filter(ts.isStringLiteral)) {
      const place = STAGES.indexOf(argument.text);
      for (const other of [STAGES[place - 1], STAGES[place + 1]])
        if (other !== undefined && place >= 0)
          yield { ...over(argument), by: `'${other}'`, how: `${other} for ${argument.text} in "${whole}"` };
    }
  if (HOLDERS.includes(called)) yield* roles(node.arguments.filter(ts.isStringLiteral), node);
  if (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'includes')
    yield { ...over(node), by: `!${node.getText()}`, how: `not "${whole}"` };
}

/** Each role of a list left out, and each other one added. */
function* roles(all: readonly ts.Node[], of: ts.Node): Generator<Change> {
  const listed = all.map((one) => one.getText());
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || !listed.every((one) => /^'[A-Z_]+'$/.test(one))) return;
  const list = { from: first.getStart(), to: last.getEnd() };
  const whole = told(of.getText(), 60);
  if (listed.length > 1)
    for (const one of listed)
      yield { ...list, by: listed.filter((other) => other !== one).join(', '), how: `no ${one} in "${whole}"` };
  const others = AGENCY_ROLES.some((role) => listed.includes(`'${role}'`)) ? AGENCY_ROLES : ROLES;
  for (const more of others.map((role) => `'${role}'`).filter((role) => !listed.includes(role)))
    yield { ...list, by: [...listed, more].join(', '), how: `${more} too in "${whole}"` };
}
