import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { makeScratch } from '../../src/tools/scratch.ts';
import type { HelmDeployResult } from './course.ts';
import type { Difference } from './diff.ts';
import { planOffline } from './plan-offline.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What came of one environment. */
export interface Planned {
  readonly settings: HelmDeploySettings;
  readonly result: HelmDeployResult;
}

/** Plans one environment after the other, and asks no cluster whatever the job could reach. */
export async function planAll(
  each: readonly HelmDeploySettings[],
  ports: HelmDeployPorts,
): Promise<readonly Planned[]> {
  const tempFolder = await makeScratch(ports.tempFolder, ports.saveState);
  const warned = new Set<string>();
  const apart: HelmDeployPorts = {
    ...ports,
    tempFolder,
    // Removed with the folder they lie in.
    saveState: () => {},
    warn: (text) => {
      if (!warned.has(text)) ports.warn(text);
      warned.add(text);
    },
  };
  const planned: Planned[] = [];
  for (const settings of each) {
    const result = await ports.group(settings.environment, () =>
      planOffline('`environment: all` asks none', settings, apart),
    );
    planned.push({ settings, result });
  }
  return planned;
}

/** One result over all of them, with their files one after the other. */
export async function together(planned: readonly Planned[]): Promise<HelmDeployResult> {
  const [first] = planned;
  if (first === undefined) throw new Error('there is at least one environment');
  const failures = planned.flatMap(({ result }) => result.failure ?? []);
  const difference = await joined(planned);
  const all = { ...first.result, bundle: undefined, url: '', timings: {}, difference };
  if (failures.length === 0) return { ...all, status: 'planned' };
  return { ...all, status: 'refused', failure: new AggregateError(failures) };
}

/** Files beside those of the first environment. */
async function joined(planned: readonly Planned[]): Promise<Difference> {
  const join = async (pick: (difference: Difference) => string): Promise<string> => {
    const found = planned.flatMap(({ settings, result }) => {
      const path = result.difference ? pick(result.difference) : '';
      return path === '' ? [] : [{ environment: settings.environment, path }];
    });
    const [first] = found;
    if (first === undefined) return '';
    const parts = found.map(
      async ({ environment, path }) =>
        `# environment: ${environment}\n${await readFile(path, 'utf8')}`,
    );
    const target = resolve(dirname(first.path), '..', basename(first.path));
    const separator = target.endsWith('.yaml') ? '---\n' : '';
    await writeFile(target, (await Promise.all(parts)).join(separator), { mode: 0o600 });
    return target;
  };
  const [diffFile, manifestFile] = await Promise.all([
    join(({ diffFile }) => diffFile),
    join(({ manifestFile }) => manifestFile),
  ]);
  return { changes: undefined, diffFile, manifestFile };
}
