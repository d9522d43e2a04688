import { isObject, type ObjectValue, type Value } from '../language/value.ts';
import type { Workflow } from '../language/workflow.ts';
import { EventRefused } from './event.ts';

/**
 * The `inputs` context of a dispatched run: defaults filled in, booleans as booleans.
 * @param given what the user typed, all text
 * @throws {EventRefused} with the words of GitHub's 422
 */
export function readDispatchInputs(
  workflow: Workflow,
  given: Readonly<Record<string, string>>,
): ObjectValue {
  const event = workflow.events.get('workflow_dispatch') ?? null;
  const declared = isObject(event) && isObject(event.inputs) ? event.inputs : {};
  const unexpected = Object.keys(given).filter((name) => !(name in declared));
  if (unexpected.length > 0) {
    throw new EventRefused(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, spec]) => [
      name,
      readInput(name, isObject(spec) ? spec : {}, given[name]),
    ]),
  );
}

function readInput(name: string, spec: ObjectValue, given: string | undefined): Value {
  if (
    (given === undefined || given === '') &&
    spec.default === undefined &&
    spec.required === true
  ) {
    throw new EventRefused(`Required input '${name}' not provided`);
  }
  const value = given ?? spec.default ?? '';
  switch (spec.type) {
    case 'boolean': {
      if (!['true', 'false', ''].includes(String(value))) refuse(name, value);
      return String(value) === 'true';
    }
    case 'number': {
      if (Number.isNaN(Number(value))) refuse(name, value);
      return Number(value);
    }
    case 'choice': {
      const options = [spec.options ?? []].flat();
      // GitHub's form offers the first; its API takes the empty text only when nothing is required.
      if (value === '' && spec.required !== true) return '';
      if (!options.includes(value)) refuse(name, value);
      return value;
    }
    default:
      return String(value);
  }
}

function refuse(name: string, value: Value): never {
  throw new EventRefused(
    `Provided value '${value}' for input '${name}' not in the list of allowed values`,
  );
}
