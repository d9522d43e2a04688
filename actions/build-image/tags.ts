import { isTag } from '../../src/domain/image-ref.ts';

/** The longest tag. https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pull */
const TAG_LENGTH = 128;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The tags of a build that names none: the commit (12 digits) and the branch or git tag, made fit.
 * A pull request gets `pr-<number>`: its branch may be called `main`, in a fork as well.
 */
export function defaultTags(env: Environment): readonly string[] {
  const commit = env.GITHUB_SHA?.slice(0, 12);
  const pull = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1];
  const name = pull === undefined ? fitTag(env.GITHUB_REF_NAME ?? '') : `pr-${pull}`;
  return [...new Set([commit, name])].filter((tag) => tag !== undefined && isTag(tag)) as string[];
}

/** A branch's name as a tag: what a tag may not hold becomes `-`; `''` when nothing is left. */
export const fitTag = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, TAG_LENGTH);
