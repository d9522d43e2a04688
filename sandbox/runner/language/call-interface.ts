import { entries, hasExpression, literal, type Token } from './template.ts';
import { toText, type Value } from './value.ts';

export type InputType = 'string' | 'boolean' | 'number';

/** What `on.workflow_call` declares. */
export interface CallInterface {
  readonly inputs: ReadonlyMap<string, CallInput>;
  readonly secrets: ReadonlyMap<string, { readonly required: boolean }>;
  /** Name → value, an expression over `jobs`. */
  readonly outputs: ReadonlyMap<string, Token>;
}

export interface CallInput {
  readonly type: InputType;
  readonly required: boolean;
  /** Literal or an expression over `github` and `vars`. */
  readonly default: Token | undefined;
}

export function readCallInterface(token: Token | undefined): CallInterface {
  const call = entries(token);
  return {
    inputs: mapValues(entries(call.get('inputs')), (spec) => ({
      type: toText(literal(spec.get('type'))) as InputType,
      required: literal(spec.get('required')) === true,
      default: spec.get('default'),
    })),
    secrets: mapValues(entries(call.get('secrets')), (spec) => ({
      required: literal(spec.get('required')) === true,
    })),
    outputs: new Map(
      [...entries(call.get('outputs'))].flatMap(([name, spec]) => {
        const value = entries(spec).get('value');
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  };
}

const mapValues = <T>(
  from: ReadonlyMap<string, Token>,
  make: (spec: ReadonlyMap<string, Token>) => T,
): ReadonlyMap<string, T> =>
  new Map([...from].map(([name, token]) => [name, make(entries(token))]));

/**
 * A value for an input of a type: text takes booleans and numbers as their text, the others take
 * only their own.
 * @throws {Error} with GitHub's words, `Unexpected value 'abc'`
 */
export function convertInput(type: InputType, value: Value): Value {
  if (type === 'string') return toText(value);
  if (typeof value === type) return value;
  // Schema: number-needs-context and boolean-needs-context take no text, not even 'true'.
  throw new Error(`Unexpected value '${toText(value)}'`);
}

/** What an input has that nobody gave. */
export const emptyInput = (type: InputType): Value =>
  ({ string: '', boolean: false, number: 0 })[type];

/**
 * What a call gives or leaves out against the rules, in GitHub's words.
 * @param given the call's `with:`
 * @param secrets the call's `secrets:`
 */
export function findCallProblems(
  called: CallInterface,
  given: ReadonlyMap<string, Token>,
  secrets: 'inherit' | ReadonlyMap<string, Token>,
): readonly string[] {
  const problems: string[] = [];
  for (const [name, input] of called.inputs) {
    const token = find(given, name);
    if (token === undefined) {
      if (input.required) {
        problems.push(`Input ${name} is required, but not provided while calling.`);
      }
    } else if (!hasExpression(token)) {
      problems.push(...(unexpected(input.type, token) ?? []));
    }
  }
  for (const name of given.keys()) {
    if (find(called.inputs, name) === undefined) {
      problems.push(`Invalid input, ${name} is not defined in the referenced workflow.`);
    }
  }
  if (secrets === 'inherit') return problems;
  for (const [name, { required }] of called.secrets) {
    if (required && find(secrets, name) === undefined) {
      problems.push(`Secret ${name} is required, but not provided while calling.`);
    }
  }
  for (const name of secrets.keys()) {
    if (find(called.secrets, name) === undefined) {
      problems.push(`Invalid secret, ${name} is not defined in the referenced workflow.`);
    }
  }
  return problems;
}

function unexpected(type: InputType, token: Token): readonly string[] | undefined {
  try {
    convertInput(type, literal(token));
    return undefined;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Names of inputs and secrets are compared without case. */
export const find = <T>(from: ReadonlyMap<string, T>, name: string): T | undefined =>
  [...from].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
