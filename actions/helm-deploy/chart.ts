import { stat } from 'node:fs/promises';
import type { CheckFinding } from '../../src/domain/check-finding.ts';
import { deepMerge, type Values } from '../../src/domain/deep-merge.ts';
import { type NamedImage, placeImage } from '../../src/domain/image-values.ts';
import { InputError } from '../../src/errors.ts';
import type { Helm } from '../../src/tools/helm.ts';
import type { ChartInput } from '../../src/tools/helm-args.ts';
import { decryptValues } from './decrypt-values.ts';
import { type ChartPlace, fetchChart } from './fetch-chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** The chart with everything it is rendered with, and the images it must bring. */
export interface Chart extends ChartInput {
  readonly images: readonly NamedImage[];
  /** What only the encrypted values files know: for redactors, beside `secret-values`. */
  readonly secrets: readonly string[];
}

/**
 * Puts the chart and its inputs together: the chart on this machine, values files by name, and over
 * them on stdin `set`, `secret-values` and the images, each later one winning. Values files that
 * have to be decrypted go on stdin, too, below the others.
 * @throws {InputError} for an image the chart has no value for, a values file that is not there or
 * cannot be decrypted; {ActionError} `chart-unavailable`
 */
export async function composeChart(
  place: ChartPlace,
  images: readonly NamedImage[],
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Chart> {
  await requireFiles(settings.values);
  const encrypted = settings.valuesDecrypt !== '';
  const [chart, decrypted] = await Promise.all([
    fetchChart(place, settings, ports),
    encrypted ? decryptValues(settings, ports) : { values: [], secrets: [] },
  ]);
  const placed = await imageValues(place.helm, chart, images, settings);
  const overlays = [...decrypted.values, settings.set, settings.secretValues, placed];
  const merged = overlays.reduce<Values>((all, next) => deepMerge(all, next ?? {}), {});
  return {
    chart,
    version: '',
    files: encrypted ? [] : settings.values,
    // JSON is YAML that no version of it reads in another way: a text `yes` stays a text.
    stdin: Object.keys(merged).length === 0 ? '' : JSON.stringify(merged),
    images,
    secrets: decrypted.secrets,
  };
}

async function requireFiles(files: readonly string[]): Promise<void> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  const missing = files.filter((_, index) => !found[index]?.isFile());
  if (missing.length === 0) return;
  throw new InputError(
    missing.map((file) => ({
      input: 'values',
      message: `${file} is not there`,
      hint: 'Paths are relative to the workspace; is actions/checkout an earlier step?',
    })),
  );
}

async function imageValues(
  helm: Pick<Helm, 'defaultValues'>,
  chart: string,
  images: readonly NamedImage[],
  settings: HelmDeploySettings,
): Promise<Values> {
  if (images.length === 0) return {};
  const defaults = await helm.defaultValues(chart, '');
  const paths = imagePaths(settings.imagePaths);
  const placements = images.map((image) => {
    const name = paths.get(image.name) ?? image.name;
    return { image, placement: placeImage({ ...image, name }, defaults, images.length === 1) };
  });
  const problems = placements.flatMap(({ placement }) =>
    placement.ok ? [] : [{ input: 'images', message: placement.problem, hint: placement.hint }],
  );
  if (problems.length > 0) throw new InputError(problems);
  return placements.reduce<Values>(
    (all, { placement }) => (placement.ok ? deepMerge(all, placement.values) : all),
    {},
  );
}

/** `name=values.path` lines. */
const imagePaths = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/** Runs `helm lint`. */
export async function lintChart(helm: Helm, chart: Chart): Promise<readonly CheckFinding[]> {
  const found = await helm.lint(chart);
  if (found.verdict === 'clean') return [];
  const about = { check: 'lint', object: '', field: '' } as const;
  if (found.verdict === 'wrong') {
    return [{ ...about, outcome: 'refused', message: found.said, hint: '' }];
  }
  const message = `helm lint itself crashed (${found.said})`;
  const hint =
    'That is a fault of helm, not of the chart: try another one (`helm-version`), or leave `lint` out of `checks`.';
  return [{ ...about, outcome: 'not-checked', message, hint }];
}
