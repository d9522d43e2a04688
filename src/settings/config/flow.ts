import { matchesRef } from '../../domain/ref-pattern.ts';
import type { DeployConfig } from './deploy-file.ts';

/** What a push deploys, in the order of the jobs of pipeline.yml. */
export interface FlowPlan {
  readonly environments: readonly string[];
  /** The environments before the last: deployed and proven without asking. */
  readonly first?: string;
  readonly second?: string;
  /** The environment that waits for approval; none where the flow ends in a promotion. */
  readonly last?: string;
  /** The branch that is moved to this commit once all environments passed. */
  readonly promoteTo?: string;
}

export type FlowReading =
  | { readonly ok: true; readonly plan: FlowPlan }
  | { readonly ok: false; readonly reasons: readonly string[] };

type Entry = DeployConfig['flow'][number];

/**
 * What a ref (`refs/heads/develop`, `refs/tags/v1.2.3`) deploys. The first entry that fits counts.
 * A ref that deploys nothing is told with what would.
 */
export function planFlow(config: DeployConfig, ref: string): FlowReading {
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (kind === undefined) return refused(`${ref || 'an empty ref'} is no branch and no tag`);
  if (config.flow.length === 0) return refused('the file has no flow');
  const entry = config.flow.find((it) =>
    matchesRef((kind === 'tags' ? it.tag : it.push) ?? '', name),
  );
  if (!entry) {
    const starts = config.flow.map(describeStart).join(', ');
    const what = kind === 'tags' ? 'tag' : 'branch';
    return refused(`no entry of flow fits the ${what} ${name}: there are ${starts}`);
  }
  return { ok: true, plan: planOf(entry) };
}

const refused = (...reasons: readonly string[]): FlowReading => ({ ok: false, reasons });

const describeStart = ({ push, tag }: Entry): string =>
  push === undefined ? `tag ${tag}` : `push ${push}`;

function planOf({ deploy, promoteTo }: Entry): FlowPlan {
  // With a promotion nothing here is last: that comes with the push to the branch it moves.
  const before = promoteTo === undefined ? deploy.slice(0, -1) : deploy;
  const [first, second] = before;
  const last = promoteTo === undefined ? deploy.at(-1) : undefined;
  return {
    environments: deploy,
    ...(first !== undefined && { first }),
    ...(second !== undefined && { second }),
    ...(last !== undefined && { last }),
    ...(promoteTo !== undefined && { promoteTo }),
  };
}

/** Whether an environment holds after an undo: the last of a flow, or where the file says so. */
export const isProduction = (config: DeployConfig, environment: string): boolean =>
  config.environments[environment]?.production ??
  config.flow.some((entry) => planOf(entry).last === environment);

/** The branch that an environment lets its bundles into; `undefined` when it is none, or several. */
export function promotionOf(config: DeployConfig, environment: string): string | undefined {
  const branches = config.flow
    .filter(({ deploy, promoteTo }) => promoteTo !== undefined && deploy.at(-1) === environment)
    .map(({ promoteTo }) => promoteTo);
  return new Set(branches).size === 1 ? branches[0] : undefined;
}
