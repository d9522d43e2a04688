import { isTag } from '../../src/domain/image-ref.ts';
import { type Input, list, Refusal } from '../../src/settings/define.ts';
import { secretProblem } from './looks-secret.ts';
import { type NamedValue, nameAndValue, splitRecords } from './records.ts';

/** A secret for `RUN --mount=type=secret,id=…`. */
export interface BuildSecret {
  readonly id: string;
  readonly value: string;
}

export function parseTags(given: string): readonly string[] {
  const tags = [...new Set(splitRecords(given, ','))];
  for (const tag of tags) {
    if (isTag(tag)) continue;
    throw new Refusal(
      `"${tag.slice(0, 60)}" is not a tag`,
      'up to 128 of A-Z a-z 0-9 _ . -, not starting with . or -, and without the repository',
    );
  }
  return tags;
}

export function parseLabels(given: string): readonly NamedValue[] {
  return splitRecords(given).map((record) => {
    const label = nameAndValue(record);
    if (label.name !== '' && label.value !== undefined) return label;
    throw new Refusal(`"${record.slice(0, 60)}" is not name=value`, 'write one name=value a line');
  });
}

export function parseBuildArgs(given: string): readonly NamedValue[] {
  const args = splitRecords(given).map(nameAndValue);
  const invalid = args.find(({ name }) => !/^[A-Za-z_]\w*$/.test(name));
  if (invalid) {
    throw new Refusal(
      `"${invalid.name.slice(0, 60)}" is not a name`,
      'write one NAME=value a line',
    );
  }
  const problem = secretProblem(args);
  if (problem) throw new Refusal(problem.message, problem.hint);
  return args;
}

const SECRET_FORM = 'write one ID=value a line; a value with line breaks in double quotes';

/** Secrets as `ID=value` records; every value is masked before anything else. */
export function secretRecords(about: {
  readonly description: string;
}): Input<readonly BuildSecret[]> {
  return {
    ...list(about, parseSecrets),
    // A record without = may be a value that lost its name: mask it all the same.
    secretsIn: (given) => splitRecords(given).map((record) => nameAndValue(record).value ?? record),
  };
}

function parseSecrets(given: string): readonly BuildSecret[] {
  const secrets = splitRecords(given).map((record, index) => {
    const { name, value = '' } = nameAndValue(record);
    // The record is never quoted: what stands in the wrong place may be the secret.
    if (!/^[\w.-]+$/.test(name) || value === '') {
      throw new Refusal(
        `record ${index + 1} is not ID=value with an ID of A-Z a-z 0-9 _ . -`,
        SECRET_FORM,
      );
    }
    return { id: name, value };
  });
  const ids = secrets.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Refusal(`${twice} is given twice`, SECRET_FORM);
  return secrets;
}
