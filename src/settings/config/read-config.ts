import { InputError } from '../../errors.ts';
import { environmentConflicts } from './conflicts/environments.ts';
import { flowConflicts } from './conflicts/flow.ts';
import { proofConflicts } from './conflicts/proof.ts';
import { serviceConflicts } from './conflicts/services.ts';
import { type DeployConfig, deployFile } from './deploy-file.ts';
import { openYaml, type YamlFile } from './document.ts';
import type { Draft } from './shape.ts';

/** A checked `.github/deploy.yml`. */
export interface Config {
  /** Its path as it was given, for messages and annotations. */
  readonly file: string;
  readonly value: DeployConfig;
  /** A key as it was written, with its place. */
  readonly find: YamlFile['find'];
}

const CONFLICTS = [serviceConflicts, environmentConflicts, flowConflicts, proofConflicts];

/**
 * Reads the text of a deploy.yml.
 * @param file its path; relative to the repository, so that annotations find it
 * @throws {InputError} with every problem of the file, each with line and column
 */
export function readConfig(text: string, file: string): Config {
  const yaml = openYaml(text, file);
  const draft = yaml.root && readRoot(yaml);
  const problems = yaml.problems();
  if (draft === undefined || problems.length > 0) throw new InputError(problems);
  // Nothing was refused, so no part of the draft is missing.
  return { file, value: draft as DeployConfig, find: yaml.find };
}

function readRoot(yaml: YamlFile): Draft<DeployConfig> | undefined {
  const root = yaml.at();
  if (root.kind === 'nothing') {
    root.refuse('is empty', 'it needs at least `name: …`');
    return undefined;
  }
  const draft: Draft<DeployConfig> | undefined = deployFile.read(root);
  for (const { path, atKey, message, hint } of CONFLICTS.flatMap((find) => find(draft ?? {}))) {
    const at = yaml.at(...path);
    (atKey ? at.refuseHere : at.refuse)(message, hint);
  }
  return draft;
}
