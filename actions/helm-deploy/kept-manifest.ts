import { readFile } from 'node:fs/promises';
import { isMapping, type Values } from '../../src/domain/deep-merge.ts';
import type { NamedImage } from '../../src/domain/image-values.ts';
import type { KubeObject } from '../../src/domain/manifest.ts';
import { createRedactor, secretsIn } from '../../src/domain/redact.ts';
import { redactManifest } from '../../src/domain/redact-manifest.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { describeError } from '../../src/errors.ts';
import { artifactPlace, uploadArtifact } from '../../src/http/github/upload-artifact.ts';
import type { Helm } from '../../src/tools/helm.ts';
import { unzip, zip } from '../../src/tools/zip.ts';
import { type Chart, composeChart } from './chart.ts';
import type { ChartPlace } from './fetch-chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { standIn } from './stand-in.ts';

/**
 * What a deploy leaves for later plans: the release as `helm template` renders it, without a cluster
 * and without secrets. A plan is made in the same way, so that it shows what the change does, and
 * not what a cluster or a secret adds.
 */
export interface KeptManifest {
  readonly manifest: readonly KubeObject[];
  readonly hooks: readonly KubeObject[];
  /** The shape of `secret-values`, with stand-ins: the plan has none of its own. */
  readonly secretValues: Values;
}

/** What fetches and renders a chart without a cluster. */
interface TemplatePlace extends ChartPlace {
  readonly helm: ChartPlace['helm'] & Pick<Helm, 'template'>;
}

const PLAN_FILE = 'plan.json';
/** For people: what was really applied, without the values of Secrets. */
const MANIFEST_FILE = 'manifest.yaml';
const LARGEST = 32 * 1024 * 1024;

/** Of the artifact, in the run that deployed. */
export const keptName = (deployment: number): string => `deployed-manifest-${deployment}`;

/** The chart with stand-ins for its secrets; encrypted values files stay encrypted. */
export const withoutSecrets = (
  place: ChartPlace,
  images: readonly NamedImage[],
  secretValues: Values,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Chart> => {
  const open = { ...settings, secretValues: standIn(secretValues), valuesDecrypt: '' };
  return composeChart(place, images, open, ports);
};

/** What is kept and compared of a rendered release: no value of a Secret. */
export function asKept({ manifest, hooks }: ReleaseRecord): Omit<KeptManifest, 'secretValues'> {
  const objects = hooks.map(({ object }) => object);
  const redact = createRedactor(secretsIn([...manifest, ...objects]));
  return { manifest: redactManifest(manifest, redact), hooks: redactManifest(objects, redact) };
}

/**
 * Begins to make what later plans compare with, while the deploy goes on.
 * @param deployment id of its record; without one no plan would find it
 * @returns keeps it as an artifact of this run, once the deploy is done. A deploy is not undone for
 *   want of it: what goes wrong is said
 */
export function prepareKept(
  place: TemplatePlace,
  { chart, images }: Chart,
  deployment: number | undefined,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): (manifestFile: string) => Promise<void> {
  if (deployment === undefined) return async () => {};
  const artifacts = artifactPlace(ports.env);
  if (artifacts === undefined) {
    return async () => ports.info('Nothing is kept for later plans: the runner takes no artifacts');
  }
  // It was fetched already.
  const here = { ...settings, chart, chartVersion: '' };
  const rendering = render(place, images, here, ports).catch((error: unknown) =>
    describeError(error),
  );
  return async (manifestFile) => {
    const kept = await rendering;
    try {
      if (typeof kept === 'string') throw new Error(kept);
      const archive = zip({
        [PLAN_FILE]: Buffer.from(JSON.stringify({ schema: 1, ...kept })),
        ...(manifestFile !== '' && { [MANIFEST_FILE]: await readFile(manifestFile) }),
      });
      await uploadArtifact(keptName(deployment), archive, artifacts, ports.send);
    } catch (error) {
      ports.warn(`A later plan has nothing to compare with: ${describeError(error)}`);
    }
  };
}

async function render(
  place: TemplatePlace,
  images: readonly NamedImage[],
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<KeptManifest | string> {
  const { secretValues = {} } = settings;
  const chart = await withoutSecrets(place, images, secretValues, settings, ports);
  const rendered = await place.helm.template(chart, true, true);
  if (!rendered.ok) return `without its secrets the chart does not render: ${rendered.error}`;
  return { ...asKept(rendered.record), secretValues: standIn(secretValues) };
}

/** Reads what `prepareKept` kept; undefined for an archive of somebody else. */
export function readKept(archive: Buffer): KeptManifest | undefined {
  const text = unzip(archive, PLAN_FILE, LARGEST)?.toString();
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isMapping(value) || value.schema !== 1) return undefined;
  const { manifest, hooks, secretValues } = value;
  if (!Array.isArray(manifest) || !Array.isArray(hooks) || !isMapping(secretValues)) {
    return undefined;
  }
  return { manifest: manifest as KubeObject[], hooks: hooks as KubeObject[], secretValues };
}
