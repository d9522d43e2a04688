import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { isMapping, type Values } from '../../src/domain/deep-merge.ts';
import { createRedactor, scalarLeaves } from '../../src/domain/redact.ts';
import { ActionError, InputError, type InputProblem } from '../../src/errors.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import type { ExecResult } from '../../src/tools/exec.ts';
import { YAML_OF_HELM } from '../../src/tools/parse-manifest.ts';
import { runWithin } from '../../src/tools/run-within.ts';
import { startShell } from '../../src/tools/shell.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** A key service answers in seconds; what takes longer waits for somebody to type. */
const DECRYPT_MS = 120_000;
/** A certificate as one line; helm itself takes 1 MiB of values at most. */
const LONGEST_LINE = 4 * 1024 * 1024;
const SHOWN_LINES = 10;
const HINT =
  'values-decrypt is run by a shell with the path of each values file as its last argument; it must print the decrypted YAML.';

/** Values that came out of encrypted files. */
export interface Decrypted {
  /** By file, in their order. */
  readonly values: readonly Values[];
  /** Leaves that do not stand in the files in clear, too (SOPS encrypts only some): for redactors. */
  readonly secrets: readonly string[];
}

/**
 * What the values files hold after the user's command has decrypted them, in their order. It is in
 * this process only, on no disk; every leaf is masked before anything else is done with it.
 * @throws {InputError} with every file whose decryption failed, or gave no mapping
 */
export async function decryptValues(
  { values: files, valuesDecrypt, secretValues }: HelmDeploySettings,
  ports: Pick<HelmDeployPorts, 'env' | 'mask' | 'startProcess' | 'cancelled'>,
): Promise<Decrypted> {
  const decrypted: Values[] = [];
  const secrets: string[] = [];
  const problems: InputProblem[] = [];
  // One after the other: a command that is a script of the user's may not bear itself beside it.
  for (const file of files) {
    const answer = await decrypt(valuesDecrypt, file, ports);
    const values = readAnswer(answer, scalarLeaves([secretValues, decrypted]));
    if (typeof values === 'string') {
      problems.push({ input: 'values', message: `${file} ${values}`, hint: HINT });
      continue;
    }
    for (const leaf of scalarLeaves(values)) ports.mask(leaf);
    decrypted.push(values);
    secrets.push(...leavesBeside(values, inClear(await readFile(file, 'utf8'))));
  }
  if (problems.length > 0) throw new InputError(problems);
  return { values: decrypted, secrets };
}

/** Leaves of a value where the other has none or another. */
function leavesBeside(value: unknown, other: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null)
    return value === other ? [] : scalarLeaves(value);
  const beside = typeof other === 'object' && other !== null ? (other as Values) : {};
  return Object.entries(value).flatMap(([key, one]) => leavesBeside(one, beside[key]));
}

/** The encrypted file as it is; not every kind of encryption leaves YAML. */
function inClear(text: string): unknown {
  const document = parseDocument(text, YAML_OF_HELM);
  return document.errors.length > 0 ? undefined : document.toJS();
}

async function decrypt(
  command: string,
  file: string,
  { env, startProcess, cancelled }: Pick<HelmDeployPorts, 'env' | 'startProcess' | 'cancelled'>,
): Promise<ExecResult> {
  const limits = { what: `values-decrypt of ${file}`, timeoutMs: DECRYPT_MS, cancelled };
  const options = { env: childEnvironment(env), longestLine: LONGEST_LINE };
  try {
    return await runWithin(limits, (listen) =>
      startShell(command, file, { ...options, ...listen }, startProcess),
    );
  } catch (error) {
    if (!(error instanceof ActionError) || error.code === 'cancelled') throw error;
    return { code: 1, stdout: '', stderr: error.message };
  }
}

/** @returns the values, or what is wrong with them; never with a word that was decrypted */
function readAnswer(
  { code, stdout, stderr }: ExecResult,
  secrets: readonly string[],
): Values | string {
  if (code !== 0) {
    const said = stderr.trim().split('\n').slice(-SHOWN_LINES).join('\n');
    const words = createRedactor(secrets)(said) || 'values-decrypt said nothing';
    return `could not be decrypted (exit code ${code}): ${words}`;
  }
  const document = parseDocument(stdout, { ...YAML_OF_HELM, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const line = stdout.slice(0, error.pos[0]).split('\n').length;
    return `was decrypted to what is not valid YAML: line ${line}: ${error.code}`;
  }
  const value: unknown = document.toJS() ?? {};
  return isMapping(value) ? value : 'was decrypted to what is not a YAML mapping';
}
