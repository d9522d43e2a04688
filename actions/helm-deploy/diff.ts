import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { diffObjects, type ObjectChange } from '../../src/domain/diff.ts';
import { createRedactor, secretsIn } from '../../src/domain/redact.ts';
import { redactManifest } from '../../src/domain/redact-manifest.ts';
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

/** Compares what was rendered with what the cluster has. @param secrets that stand in no text */
export async function differ(
  { rendered, compared, removed }: Checked,
  { scratch }: Pick<Session, 'scratch'>,
  { checks }: HelmDeploySettings,
  secrets: readonly string[],
): Promise<Difference> {
  if (rendered === undefined) return { changes: undefined, diffFile: '', manifestFile: '' };
  const objects = [...rendered.manifest, ...rendered.hooks.map((hook) => hook.object)];
  const redact = createRedactor([...secrets, ...secretsIn(objects)]);
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(scratch, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const documents = redactManifest(objects, redact).map((object) => stringify(object));
  const manifestFile = await write('manifest.yaml', documents.join('---\n'));
  if (!checks.has('diff')) return { changes: undefined, diffFile: '', manifestFile };
  const changes = diffObjects(compared, removed, randomBytes(16).toString('hex'));
  const lines = diffLines(changes).map((line) => redact(line));
  return { changes, manifestFile, diffFile: await write('changes.txt', `${lines.join('\n')}\n`) };
}
