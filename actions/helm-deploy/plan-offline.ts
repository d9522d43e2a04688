import type { CheckFinding } from '../../src/domain/check-finding.ts';
import type { Compared } from '../../src/domain/diff.ts';
import { formatRepository, parseRepository } from '../../src/domain/image-ref.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import { objectKey } from '../../src/domain/object-key.ts';
import { judgeRemoval, type Removal, removalBetween } from '../../src/domain/removal.ts';
import { renderFindings } from '../../src/domain/render-findings.ts';
import { createStopwatch } from '../../src/report/stopwatch.ts';
import { imageOf } from '../../src/settings/config/images.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import { createHelm, type Helm, type Rendered } from '../../src/tools/helm.ts';
import { makeScratch } from '../../src/tools/scratch.ts';
import { settleBundle } from './bundle.ts';
import { lintChart } from './chart.ts';
import { beginCourse, type HelmDeployResult } from './course.ts';
import { type Difference, differ } from './diff.ts';
import type { ChartPlace } from './fetch-chart.ts';
import { guarded } from './guarded.ts';
import { asKept, type KeptManifest, withoutSecrets } from './kept-manifest.ts';
import { type LastDeploy, lastDeploy } from './last-deploy.ts';
import { refuse } from './refuse.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What a plan that asked no cluster was compared with, and what it cannot know. */
export interface OfflinePlan {
  /** A sentence: with which deploy the changes were found, or why with none. */
  readonly compared: string;
  readonly notChecked: string;
}

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
    const [helm, last] = await Promise.all([
      phase('tools', () => openHelm(settings, ports)),
      phase('record', () => lastDeploy(settings, ports)),
    ]);
    const images = cargo.images.length > 0 ? cargo.images : knownImages(last, settings, ports);
    found.offline = { compared: comparedWith(last), notChecked: `no cluster: ${reason}` };
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
  { release, namespace }: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Helm> {
  // Were a kubeconfig there, helm would read it.
  const env = childEnvironment(ports.env, { KUBECONFIG: '/dev/null' });
  return createHelm({ release, namespace, env }, ports);
}

const comparedWith = ({ record, missing }: LastDeploy): string =>
  record === undefined || missing !== ''
    ? `Compared with nothing: ${missing}.`
    : `Compared with ${record.bundle.id}, deployed as revision ${record.revision}, with the images of then.`;

/** Those that run; a pull request has not built any. Before the first deploy zeros stand for them. */
function knownImages(
  { record }: LastDeploy,
  { config: path }: HelmDeploySettings,
  { env, loadConfig }: HelmDeployPorts,
): readonly NamedImage[] {
  const named = (name: string, repository: string, digest: string): NamedImage => ({
    ...{ name, digest, tag: undefined },
    repository: formatRepository(parseRepository(repository)),
  });
  if (record) {
    return Object.entries(record.bundle.images).map(([name, { repository, digest }]) =>
      named(name, repository, digest),
    );
  }
  const config = loadConfig(path)?.value;
  const owner = env.GITHUB_REPOSITORY?.split('/')[0] ?? '';
  return Object.keys(config?.services ?? {}).map((name) =>
    named(name, config ? imageOf(config, name, owner) : '', `sha256:${'0'.repeat(64)}`),
  );
}

interface Subject extends ChartPlace {
  readonly helm: Helm;
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
  const secretValues = settings.secretValues ?? kept?.secretValues ?? {};
  const place = { helm, scratch };
  const chart = await withoutSecrets(place, images, secretValues, settings, ports);
  const [lint, rendered] = await Promise.all([
    checks.has('lint') ? lintChart(helm, chart) : [],
    helm.template(chart, kept !== undefined),
  ]);
  const failed = rendered.ok ? lint : [...lint, ...renderFindings(rendered.error)];
  const knowsSecrets = settings.secretValues !== undefined || kept !== undefined;
  const { compared, removal } = compare(kept, rendered, namespace);
  const findings = [
    ...(knowsSecrets && settings.valuesDecrypt === '' ? failed : failed.map(orForWantOfSecrets)),
    ...judgeRemoval(removal, allowDelete),
    notChecked(reason),
  ];
  refuse(findings, chart.images, settings, ports);
  const { removed } = removal;
  const record = rendered.ok ? rendered.record : undefined;
  const about = { rendered: record, before: undefined, compared, removed, findings };
  const asked = kept ? checks : new Set([...checks].filter((name) => name !== 'diff'));
  return differ(about, { scratch }, { ...settings, checks: asked });
}

/** Both without the values of Secrets: of those only the keys are compared. */
function compare(
  kept: KeptManifest | undefined,
  rendered: Rendered,
  namespace: string,
): { readonly compared: readonly Compared[]; readonly removal: Removal } {
  if (!kept || !rendered.ok) return { compared: [], removal: { removed: [], data: [] } };
  const after = asKept(rendered.record);
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

/** What no value could mend: a template that cannot even be read. */
const CANNOT_BE_READ = /parse error|error converting YAML|function "\w+" not defined/i;

/** A chart may ask for a secret that no plan has: then nobody knows whether it would render. */
const orForWantOfSecrets = (finding: CheckFinding): CheckFinding =>
  CANNOT_BE_READ.test(finding.message)
    ? finding
    : {
        ...finding,
        outcome: 'not-checked',
        hint: 'A plan has no secrets: the deploy has them, and will tell.',
      };

const notChecked = (reason: string): CheckFinding => ({
  check: 'cluster',
  outcome: 'not-checked',
  object: '',
  field: '',
  message: `no cluster (${reason}), so no dry run, access, references, images, ownership`,
  hint: '',
});
