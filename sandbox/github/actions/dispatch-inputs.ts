import { isRecord } from '../rest/fields.ts';

/** docs: workflow-syntax, on.workflow_dispatch.inputs. */
const MOST_CHARACTERS = 65_535;

type Answer =
  | { readonly inputs: Readonly<Record<string, string>> }
  /** GitHub's words for its 422. */
  | { readonly refusal: string };

/** Checks what was given against `on.workflow_dispatch` of the file and adds the defaults. */
export function dispatchInputs(
  file: Readonly<Record<string, unknown>> | undefined,
  given: Readonly<Record<string, unknown>>,
): Answer {
  const declared = declaredInputs(file);
  if (!declared) return { refusal: "Workflow does not have 'workflow_dispatch' trigger" };
  const unexpected = Object.keys(given).filter((name) => !(name in declared));
  if (unexpected.length > 0) {
    return { refusal: `Unexpected inputs provided: ${JSON.stringify(unexpected)}` };
  }
  if (JSON.stringify(given).length > MOST_CHARACTERS) return { refusal: 'inputs are too large.' };
  const inputs: Record<string, string> = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const rule = isRecord(declaration) ? declaration : {};
    const value = text(given[name]) ?? text(rule.default) ?? fallback(rule);
    if (given[name] === undefined && rule.required === true && rule.default === undefined) {
      return { refusal: `Required input '${name}' not provided` };
    }
    const problem = given[name] === undefined ? undefined : refuseValue(name, value, rule);
    if (problem) return { refusal: problem };
    inputs[name] = value;
  }
  return { inputs };
}

/** The inputs a file declares; undefined when it has no such trigger. */
function declaredInputs(
  file: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const on = file?.on;
  if (on === 'workflow_dispatch' || (Array.isArray(on) && on.includes('workflow_dispatch')))
    return {};
  if (!isRecord(on) || !('workflow_dispatch' in on)) return undefined;
  const trigger = on.workflow_dispatch;
  const inputs = isRecord(trigger) ? trigger.inputs : undefined;
  return isRecord(inputs) ? inputs : {};
}

function refuseValue(
  name: string,
  value: string,
  rule: Readonly<Record<string, unknown>>,
): string | undefined {
  const options = Array.isArray(rule.options) ? rule.options.map(String) : [];
  if (rule.type === 'choice' && !options.includes(value)) {
    return `Provided value '${value}' for input '${name}' not in the list of allowed values`;
  }
  if (rule.type === 'boolean' && !['true', 'false'].includes(value)) {
    return `Provided value '${value}' for input '${name}' is not a boolean`;
  }
  if (rule.type === 'number' && (value === '' || Number.isNaN(Number(value)))) {
    return `Provided value '${value}' for input '${name}' is not a number`;
  }
  return undefined;
}

const text = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/** A boolean that nobody sets is false, a choice is its first option. */
function fallback(rule: Readonly<Record<string, unknown>>): string {
  if (rule.type === 'boolean') return 'false';
  const [first] = Array.isArray(rule.options) ? rule.options : [];
  return rule.type === 'choice' && first !== undefined ? String(first) : '';
}
