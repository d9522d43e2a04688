import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { TokenType } from '@actions/expressions/lexer';
import { fromData, toData, type Value } from './value.ts';

/** `github`, `env`, … → value. */
export type Contexts = Readonly<Record<string, Value>>;

/** A function of ours, e.g. `hashFiles`: plain values in, a plain value out. */
export type Functions = Readonly<Record<string, (...args: readonly Value[]) => Value>>;

/** What expressions see in one place. */
export interface Scope {
  readonly contexts: Contexts;
  readonly functions?: Functions;
}

/**
 * Evaluates an expression (without `${{ }}`) by GitHub's evaluator.
 * @throws {Error} on an unknown context or function, or bad syntax
 */
export function evaluate(expression: string, scope: Scope): Value {
  const functions = Object.entries(scope.functions ?? {}).map(([name, call]) => ({
    name,
    minArgs: 0,
    maxArgs: 255,
    call: (...args: Parameters<typeof fromData>) => toData(call(...args.map(fromData))),
  }));
  const names = Object.keys(scope.contexts);
  const tokens = readTokens(expression);
  const tree = new Parser(tokens, names, functions).parse();
  const mentioned = expression.toLowerCase();
  const contexts = new data.Dictionary(
    ...names
      .filter((name) => mentioned.includes(name))
      .map((key) => ({ key, value: toData(scope.contexts[key] ?? null) })),
  );
  const implementations = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  return fromData(new Evaluator(tree, contexts, implementations).evaluate());
}

/** GitHub's lexer of 0.3.61 turns only the first `''` of a text into a quote: all are meant. */
function readTokens(expression: string) {
  const { tokens } = new Lexer(expression).lex();
  return tokens.map((token) =>
    token.type === TokenType.STRING
      ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") }
      : token,
  );
}

/** Whether a condition holds, by GitHub's truth: `''`, `0`, `null` and `false` do not. */
export function holds(expression: string, scope: Scope): boolean {
  const value = evaluate(expression, scope);
  return typeof value === 'number'
    ? value !== 0 && !Number.isNaN(value)
    : typeof value === 'object'
      ? value !== null
      : Boolean(value);
}
