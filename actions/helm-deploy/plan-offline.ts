import { join } from 'node:path';
import type { CheckFinding } from '../../src/domain/check-finding.ts';
import type { Compared } from '../../src/domain/diff.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import { objectKey } from '../../src/domain/object-key.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { judgeRemoval, type Removal, removalBetween } from '../../src/domain/removal.ts';
import { createStopwatch } from '../../src/report/stopwatch.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import { createHelm, type Helm } from '../../src/tools/helm.ts';
import { makeScratch } from '../../src/tools/scratch.ts';
import { settleBundle } from './bundle.ts';
import { beginCourse, type HelmDeployResult } from './course.ts';
import { type Difference, differ, NO_DIFFERENCE, writeManifest } from './diff.ts';
import { guarded } from './guarded.ts';
import { asKept, type KeptManifest } from './kept-manifest.ts';
import { knownImages } from './known-images.ts';
import { type LastDeploy, lastDeploy } from './last-deploy.ts';
import { ownSecrets } from './own-secrets.ts';
import { refuse } from './refuse.ts';
import { type RenderPlace, renderOffline } from './render-offline.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { bringTools } from './tools.ts';

/**
 * Renders, lints and compares without any cluster: changes are those against what the last deploy
 * of the environment left on GitHub. Nothing secret is used.
 * @param reason why there is no cluster
 */
export async function planOffline(
  reason: string,
  settings: HelmDeploySettings,
  outside: HelmDeployPorts,
): Promise<HelmDeployResult> {
  const ports = guarded(settings, outside);
  const stopwatch = createStopwatch(ports.elapsed);
  const { phase, spans, timings } = stopwatch;
  const { found } = beginCourse(stopwatch, settings, ports);
  try {
    const cargo = await phase('bundle', () => settleBundle(settings, ports));
    found.bundle = cargo.bundle;
    const scratch = await makeScratch(ports.tempFolder, ports.saveState);
    const tools = await bringTools({ ...settings, kubectlVersion: '' }, phase, ports);
    const helm = openHelm(scratch, tools.helm, settings, ports);
    const [last] = await Promise.all([
      phase('record', () => lastDeploy(settings, ports)),
      helm.version(),
    ]);
    const images =
      cargo.images.length > 0 ? cargo.images : knownImages(last.record, settings, ports);
    found.offline = { compared: comparedWith(last), notChecked: wordsFor(reason) };
    ports.info(`Planned without a cluster: ${reason}. ${found.offline.compared}`);
    found.difference = await phase('check', () =>
      examine({ helm, scratch, last, images, reason }, settings, ports),
    );
    found.status = 'planned';
  } catch (error) {
    found.failure = error;
  }
  return { ...found, spans: spans(), timings: timings() };
}

function openHelm(
  scratch: string,
  command: string | undefined,
  { release, namespace }: HelmDeploySettings,
  ports: HelmDeployPorts,
): Helm {
  // Were a kubeconfig there, helm would read it.
  const none = { KUBECONFIG: '/dev/null', KUBECACHEDIR: join(scratch, 'kube') };
  const env = childEnvironment(ports.env, none);
  return createHelm({ ...(command && { command }), release, namespace, env }, ports);
}

const comparedWith = ({ record, missing }: LastDeploy): string =>
  record === undefined || missing !== ''
    ? `Compared with nothing: ${missing}.`
    : `Compared with \`${record.bundle.id}\`, deployed as revision ${record.revision}; its images are taken for those of now.`;

interface Subject extends RenderPlace {
  readonly last: LastDeploy;
  readonly images: readonly NamedImage[];
  readonly reason: string;
}

/** @throws {ChecksError} with everything that a deploy would refuse without asking its cluster */
async function examine(
  { helm, scratch, last, images, reason }: Subject,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Difference> {
  const { kept } = last;
  const { checks, namespace, allowDelete } = settings;
  const { record, wrong } = await renderOffline({ helm, scratch }, images, kept, settings, ports);
  const { compared, removal } = compare(kept, record, namespace);
  const findings = [...wrong, ...judgeRemoval(removal, allowDelete), notChecked(reason)];
  // Nothing is decrypted for a plan.
  refuse(findings, { images, secrets: [] }, settings, ports);
  const { removed } = removal;
  const asked = kept ? checks : new Set([...checks].filter((name) => name !== 'diff'));
  if (!record) return NO_DIFFERENCE;
  const written = await writeManifest(record, { scratch }, ownSecrets(settings));
  return differ({ compared, removed }, written, { scratch }, { ...settings, checks: asked });
}

/** Both without the values of Secrets: of those only the keys are compared. */
function compare(
  kept: KeptManifest | undefined,
  record: ReleaseRecord | undefined,
  namespace: string,
): { readonly compared: readonly Compared[]; readonly removal: Removal } {
  if (!kept || !record) return { compared: [], removal: { removed: [], data: [] } };
  const after = asKept(record);
  const before = [...kept.manifest, ...kept.hooks];
  const was = new Map(before.map((object) => [objectKey(object, namespace), object]));
  const compared = [...after.manifest, ...after.hooks].map((wanted): Compared => {
    const live = was.get(objectKey(wanted, namespace)) ?? 'absent';
    return { wanted, live, result: wanted, recorded: undefined };
  });
  return {
    compared,
    removal: removalBetween(kept.manifest, after.manifest, namespace, () => undefined),
  };
}

const wordsFor = (reason: string): string =>
  `no cluster (${reason}), so no dry run, access, references, images, ownership`;

const notChecked = (reason: string): CheckFinding => ({
  check: 'cluster',
  outcome: 'not-checked',
  object: '',
  field: '',
  message: wordsFor(reason),
  hint: '',
});
