import type { Bundle } from '../../src/domain/bundle.ts';
import { ActionError } from '../../src/errors.ts';
import { createStopwatch, type Timings } from '../../src/report/stopwatch.ts';
import { type BundleFilePorts, writeBundle } from './bundle-file.ts';
import { type BundlePorts, bundleServices } from './bundle-services.ts';
import { type CheckPorts, check } from './check.ts';
import type { BuildImageSettings } from './inputs.ts';
import { type MadeImage, type MakePorts, makeImage } from './make-image.ts';
import { type Build, type PlanPorts, planBuilds } from './plan-builds.ts';

/** The outside world as build-image sees it. */
export interface BuildImagePorts
  extends PlanPorts,
    CheckPorts,
    MakePorts,
    BundlePorts,
    BundleFilePorts {}

/** What a run of build-image found out and did; complete also when it failed half-way. */
export interface BuildImageResult {
  readonly status: 'built' | 'failed';
  readonly failure?: unknown;
  /** What was asked for, in the order of the builds. */
  readonly builds: readonly Build[];
  /** What was begun; the last one is the one that failed. */
  readonly made: readonly MadeImage[];
  readonly bundle?: Bundle;
  readonly bundleFile?: string;
  readonly timings: Timings;
}

/** Builds images one after the other, pushes each, and proves that the registry has it. */
export async function buildImage(
  settings: BuildImageSettings,
  ports: BuildImagePorts,
): Promise<BuildImageResult> {
  const { phase, timings } = createStopwatch(ports.elapsed);
  const made: MadeImage[] = [];
  const found: { -readonly [K in keyof BuildImageResult]: BuildImageResult[K] } = {
    status: 'failed',
    builds: [],
    made,
    timings: {},
  };
  try {
    const plan = planBuilds(settings, ports);
    found.builds = plan.builds;
    const shared = await phase('check', () => check(plan, settings, ports));

    for (const build of plan.builds) {
      const image = await makeImage({ ...shared, build, settings, phase }, ports);
      made.push(image);
      if (image.failure) throw about(build, image.failure);
    }

    const bundle = plan.config && (await bundleServices({ ...plan, made }, ports));
    if (bundle) {
      found.bundleFile = await writeBundle(bundle, ports);
      found.bundle = bundle;
      ports.info(`Bundle ${bundle.id}: ${found.bundleFile}`);
    }
    found.status = 'built';
  } catch (error) {
    found.failure = error;
  }
  return { ...found, timings: timings() };
}

/** The failure with the service it happened to. */
function about({ prefix }: Build, failure: unknown): unknown {
  if (!(failure instanceof ActionError) || prefix === '') return failure;
  const { code, message, hint, cause } = failure;
  return new ActionError(code, `${prefix}${message}`, { cause, ...(hint && { hint }) });
}
