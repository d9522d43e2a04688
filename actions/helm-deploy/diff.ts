import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { diffObjects, type ObjectChange } from '../../src/domain/diff.ts';
import { createRedactor, type Redact, secretsIn } from '../../src/domain/redact.ts';
import { redactManifest } from '../../src/domain/redact-manifest.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { diffLines } from '../../src/report/diff-block.ts';
import type { Session } from '../../src/session/session.ts';
import type { Checked } from './check.ts';
import type { HelmDeploySettings } from './settings.ts';

/** What a deploy would change, and the files that say so; all without the values of secrets. */
export interface Difference {
  /** Undefined where it was not asked for. */
  readonly changes: readonly ObjectChange[] | undefined;
  /** Path of the changes as text, `''` without them. */
  readonly diffFile: string;
  /** Path of the rendered manifest, `''` where nothing was rendered. */
  readonly manifestFile: string;
}

/** Where nothing was rendered. */
export const NO_DIFFERENCE: Difference = { changes: undefined, diffFile: '', manifestFile: '' };

/** A rendered release without the values of secrets. */
export interface Redacted {
  readonly redact: Redact;
  /** Path of its manifest. */
  readonly file: string;
}

/** Writes what was rendered into a file. @param secrets that stand in no text */
export async function writeManifest(
  rendered: ReleaseRecord,
  { scratch }: Pick<Session, 'scratch'>,
  secrets: readonly string[],
): Promise<Redacted> {
  const objects = [...rendered.manifest, ...rendered.hooks.map((hook) => hook.object)];
  const redact = createRedactor([...secrets, ...secretsIn(objects)]);
  const documents = redactManifest(objects, redact).map((object) => stringify(object));
  const file = await writePrivate(join(scratch, 'manifest.yaml'), documents.join('---\n'));
  return { redact, file };
}

/** Compares what was rendered with what the cluster has. */
export async function differ(
  { compared, removed }: Pick<Checked, 'compared' | 'removed'>,
  { file: manifestFile, redact }: Redacted,
  { scratch }: Pick<Session, 'scratch'>,
  { checks }: HelmDeploySettings,
): Promise<Difference> {
  if (!checks.has('diff')) return { changes: undefined, diffFile: '', manifestFile };
  const changes = diffObjects(compared, removed, randomBytes(16).toString('hex'));
  const lines = diffLines(changes).map((line) => redact(line));
  const diffFile = await writePrivate(join(scratch, 'changes.txt'), `${lines.join('\n')}\n`);
  return { changes, manifestFile, diffFile };
}

async function writePrivate(path: string, text: string): Promise<string> {
  await writeFile(path, text, { mode: 0o600 });
  return path;
}
