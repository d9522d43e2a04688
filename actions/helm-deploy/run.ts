import type { HelmDeployResult } from './course.ts';
import { helmDeploy } from './helm-deploy.ts';
import { planAll, together } from './plan-all.ts';
import { commentPlan, type Topic } from './plan-comment.ts';
import type { HelmDeployPorts } from './settings.ts';
import type { Settled } from './settle-all.ts';
import { summaryOf } from './summary.ts';
import { planSummary } from './summary-plan.ts';

/** What a step did, and what it says about it. */
interface Done {
  readonly result: HelmDeployResult;
  readonly summary: string;
}

/** Does what was settled, for one environment or for all, and comments a plan where that is asked. */
export async function run(
  { isAll, each }: Settled,
  topic: Topic,
  ports: HelmDeployPorts,
): Promise<Done> {
  const parts = isAll
    ? await planAll(each, ports)
    : await Promise.all(
        each.map(async (settings) => ({ settings, result: await helmDeploy(settings, ports) })),
      );
  const [first] = parts;
  if (first === undefined) throw new Error('there is at least one environment');
  const { settings } = first;
  if (settings.mode === 'plan' && settings.comment) {
    const text = parts.map((part) => planSummary(part.settings, part.result)).join('\n');
    await commentPlan(text, topic, settings.githubToken, ports);
  }
  const summary = parts.map((part) => summaryOf(part.settings, part.result)).join('\n');
  return { summary, result: isAll ? await together(parts) : first.result };
}
