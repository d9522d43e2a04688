import { humanTime } from '../../src/domain/human-time.ts';
import { formatRepository } from '../../src/domain/image-ref.ts';
import { ActionError, describeError } from '../../src/errors.ts';
import { shortDigest, table } from '../../src/report/markdown.ts';
import type { BuildImageResult } from './build-image.ts';
import type { MadeImage } from './make-image.ts';
import type { Build } from './plan-builds.ts';

/** The job summary: which images there are now, or why one is missing. */
export function summaryOf(result: BuildImageResult): string {
  const { status, builds, made, bundle, timings } = result;
  const rows = builds.map((build) => row(build, made, timings));
  const pushed = made.some(({ image }) => image);
  const showTable = pushed || builds.length > 1;
  return [
    `## ${status === 'built' ? '✅' : '❌'} ${titleOf(builds)}: ${status}`,
    '',
    ...cause(result.failure),
    table(
      ['Image', 'Digest', 'Tags', 'Platforms', 'Size', 'Time', 'Cached steps'],
      showTable ? rows : [],
    ),
    ...(bundle
      ? [`Bundle \`${bundle.id}\`: these images and the chart ${bundle.chart.ref}.\n`]
      : []),
    status === 'built' && !pushed ? 'Built only; nothing was pushed (`push: false`).\n' : '',
    ...stepsTables(result),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function titleOf(builds: readonly Build[]): string {
  const [first, ...others] = builds;
  if (first === undefined) return 'Build';
  return others.length === 0 ? formatRepository(first.image) : `${builds.length} images`;
}

function row(
  build: Build,
  made: readonly MadeImage[],
  timings: BuildImageResult['timings'],
): readonly string[] {
  const name = formatRepository(build.image);
  const own = made.find((it) => it.build === build);
  if (own === undefined) return [name, 'not built', '', '', '', '', ''];
  const { image, steps, failure } = own;
  const phases = ['build', 'read back'].map((phase) => timings[build.prefix + phase] ?? 0);
  const time = humanTime(phases.reduce((sum, ms) => sum + ms, 0));
  if (failure !== undefined) return [name, '**failed**', '', '', '', time, ''];
  // A base image is pulled or not; only what is made can be cached.
  const produced = steps.filter((step) => !step.name.includes('] FROM '));
  const cached = `${produced.filter((step) => step.cached).length} of ${produced.length}`;
  if (!image) return [name, 'not pushed', '', '', '', time, cached];
  return [
    name,
    `\`${shortDigest(image.digest)}\``,
    image.tags.map((tag) => `\`${tag}\``).join(', '),
    image.platforms.join(', '),
    humanSize(image.size),
    time,
    cached,
  ];
}

function stepsTables({ made, timings }: BuildImageResult): string[] {
  if (made.every(({ steps }) => steps.length === 0)) return [];
  const phases = Object.entries(timings).map(([phase, ms]) => [phase, humanTime(ms)]);
  return [
    '<details><summary>Where the time went</summary>\n',
    table(['Phase', 'Time'], phases),
    ...made.map(({ build, steps }) =>
      table(
        [`${build.prefix}Step`, 'Time'],
        steps.map(({ name, ms, cached }) => [code(name), cached ? 'cached' : humanTime(ms)]),
      ),
    ),
    '</details>',
  ];
}

function cause(failure: unknown): string[] {
  if (failure === undefined) return [];
  const hint = failure instanceof ActionError ? failure.hint : undefined;
  return [
    ...['```text', describeError(failure).replaceAll('```', "'''"), '```', ''],
    ...(hint === undefined ? [] : [`**Next:** ${hint}`, '']),
  ];
}

/** Step names hold the user's shell text: shown as it is, never as markdown or HTML. */
const code = (name: string): string => `\`${name.replaceAll('`', "'").slice(0, 160)}\``;

/** Bytes as registries show them: `52 MB`. */
function humanSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
