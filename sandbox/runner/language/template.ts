import { evaluate, type Scope } from './evaluate.ts';
import { type conditions, workflows } from './parser.ts';
import { toText, type Value } from './value.ts';

/** A piece of a workflow file or action.yml as GitHub's parser reads it; may hold expressions. */
export type Token = Parameters<typeof conditions.convertToIfCondition>[1];

const { isBasicExpression, isBoolean, isMapping, isNumber, isSequence, isString } = workflows;

export { isMapping };

/**
 * The value of a piece once its expressions are evaluated.
 * @throws {Error} where an expression fails; `${{ insert }}` is refused by name
 */
export function resolve(token: Token, scope: Scope): Value {
  if (isBasicExpression(token)) return evaluate(token.expression, scope);
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  if (isSequence(token)) return [...token].map((item) => resolve(item, scope));
  if (isMapping(token)) {
    return Object.fromEntries(
      [...token].map(({ key, value }) => [toText(resolve(key, scope)), resolve(value, scope)]),
    );
  }
  if (token.isExpression) throw new Error('The expression directive insert is not known here');
  return null;
}

/** A scalar piece as text; `''` where it is missing. */
export const resolveText = (token: Token | undefined, scope: Scope): string =>
  token === undefined ? '' : toText(resolve(token, scope));

/** A mapping of texts, e.g. `env:` or `with:`. */
export function resolveTexts(
  token: Token | undefined,
  scope: Scope,
): Readonly<Record<string, string>> {
  if (token === undefined) return {};
  const value = resolve(token, scope);
  if (value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toText(one)]));
}

/** A piece without expressions. @throws {Error} where it holds one after all */
export const literal = (token: Token | undefined): Value =>
  token === undefined ? null : resolve(token, { contexts: {} });

/** The entries of a mapping; none where the piece is missing or something else. */
export function entries(token: Token | undefined): ReadonlyMap<string, Token> {
  if (token === undefined || !isMapping(token)) return new Map();
  return new Map([...token].map(({ key, value }) => [key.toString(), value]));
}

/** The items of a sequence; none where the piece is missing or something else. */
export const items = (token: Token | undefined): readonly Token[] =>
  token !== undefined && isSequence(token) ? [...token] : [];

/** `(Line: 4, Col: 9)` of a piece, as GitHub's messages show it. */
export const position = (token: Token): string => `(Line: ${token.line}, Col: ${token.col})`;

/** Whether the piece holds an expression anywhere. */
export function hasExpression(token: Token): boolean {
  if (token.isExpression) return true;
  if (isSequence(token)) return [...token].some(hasExpression);
  if (isMapping(token)) return [...token].some(({ value }) => hasExpression(value));
  return false;
}
