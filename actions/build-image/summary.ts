import { formatRepository } from '../../src/domain/image-ref.ts';
import { ActionError, describeError } from '../../src/errors.ts';
import { humanTime, shortDigest, table } from '../../src/report/markdown.ts';
import type { BuildImageResult } from './build-image.ts';
import type { BuildImageSettings } from './inputs.ts';

/** The job summary: which image there is now, or why there is none. */
export function summaryOf(settings: BuildImageSettings, result: BuildImageResult): string {
  const { status, image, steps, timings } = result;
  const repository = formatRepository(settings.image);
  const total = Object.values(timings).reduce((sum, ms) => sum + ms, 0);
  // A base image is pulled or not; only what is made can be cached.
  const made = steps.filter((step) => !step.name.includes('] FROM '));
  const cached = made.filter((step) => step.cached).length;
  const row = image && [
    image.repository,
    `\`${shortDigest(image.digest)}\``,
    image.tags.map((tag) => `\`${tag}\``).join(', '),
    image.platforms.join(', '),
    humanSize(image.size),
    humanTime(total),
    `${cached} of ${made.length}`,
  ];
  return [
    `## ${status === 'built' ? '✅' : '❌'} ${repository}: ${status}`,
    '',
    ...cause(result.failure),
    table(
      ['Image', 'Digest', 'Tags', 'Platforms', 'Size', 'Time', 'Cached steps'],
      row ? [row] : [],
    ),
    status === 'built' && !image ? 'Built only; nothing was pushed (`push: false`).\n' : '',
    ...(steps.length === 0 ? [] : stepsTable(result)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function stepsTable({ steps, timings }: BuildImageResult): string[] {
  return [
    '<details><summary>Where the time went</summary>\n',
    table(
      ['Phase', 'Time'],
      Object.entries(timings).map(([phase, ms]) => [phase, humanTime(ms)]),
    ),
    table(
      ['Step', 'Time'],
      steps.map(({ name, ms, cached }) => [code(name), cached ? 'cached' : humanTime(ms)]),
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
