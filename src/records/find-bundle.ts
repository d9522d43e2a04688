import { type Bundle, isBundleId, parseBundle } from '../domain/bundle.ts';
import { ActionError } from '../errors.ts';
import type { GitHub } from '../http/github/github.ts';
import { type DeploymentRecord, readRecords } from './deployments.ts';

/** A bundle, and everything recorded for its source tree. */
export interface FoundBundle {
  readonly bundle: Bundle;
  readonly records: readonly DeploymentRecord[];
}

export interface BundleWish {
  /** Id, JSON or `''`. */
  readonly given: string;
  /** Of the live release, when its labels name one. */
  readonly live?: string;
  /** The commit this run works on. */
  readonly sha: string;
  /** Where the wanted bundle was deployed, when nothing names it. */
  readonly environments: readonly string[];
}

/**
 * The bundle a run means. A run of another commit finds it by the source tree: the same tree is the
 * same content, whatever the merge commit. @throws {ActionError} `bundle-unknown`, `bundle-invalid`
 */
export async function findBundle(github: GitHub, wish: BundleWish): Promise<FoundBundle> {
  const { given, live, sha, environments } = wish;
  if (given !== '' && !isBundleId(given)) {
    const bundle = parseBundle(given);
    return { bundle, records: await readRecords(github, bundle.tree) };
  }
  const commit = await github.commit(sha);
  if (commit === undefined) {
    throw new ActionError('bundle-unknown', `Commit ${sha} is not in ${github.repository}`);
  }
  const records = await readRecords(github, commit.tree);
  const wanted = given || live;
  const found = records.find((record) =>
    wanted === undefined ? environments.includes(record.environment) : record.bundle.id === wanted,
  );
  if (found) return { bundle: found.bundle, records };
  throw unknown(wanted, environments, sha);
}

function unknown(
  wanted: string | undefined,
  environments: readonly string[],
  sha: string,
): ActionError {
  const where = environments.join(' or ') || 'any environment';
  const what = wanted ?? `a bundle in ${where}`;
  return new ActionError(
    'bundle-unknown',
    `There is no record of ${what} for the source tree of commit ${sha.slice(0, 8)}`,
    {
      hint:
        wanted === undefined
          ? `This commit contains changes that ${where} never saw: let them go through there first.`
          : 'Give the JSON of the bundle instead of its id, or run on the commit it was built from.',
    },
  );
}
