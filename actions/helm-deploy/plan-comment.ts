import { describeError } from '../../src/errors.ts';
import { cutMarkdown } from '../../src/report/cut-markdown.ts';
import { code } from '../../src/report/markdown.ts';
import { type PullRequest, pullRequestOf } from './pull-request.ts';
import type { HelmDeployPorts } from './settings.ts';

/** What GitHub takes as one comment. */
const MOST_CHARACTERS = 65_536;

/** What the comment is about: a step that plans something else has a comment of its own. */
export interface Topic {
  /** As the input names it. */
  readonly environment: string;
  readonly config: string;
}

/**
 * Writes a plan as the one comment of its topic on the pull request, or changes the one that is
 * there. On the pull request of a fork, and where the token may not, the job summary has to do.
 */
export async function commentPlan(
  markdown: string,
  topic: Topic,
  token: string,
  ports: Pick<HelmDeployPorts, 'env' | 'github' | 'info' | 'warn'>,
): Promise<void> {
  const pull = await pullRequestOf(ports.env);
  if (pull === undefined) return ports.info('No comment: no pull request started this run');
  if (pull.isFork) {
    return ports.info('No comment on the pull request of a fork: the plan is in the job summary');
  }
  const github = ports.github(token);
  const marker = markerOf(topic);
  const body = bodyOf(marker, markdown, pull, ports.env);
  try {
    const comments = await github.comments(pull.number);
    const ours = comments.find((comment) => comment.isOurs && comment.body.startsWith(marker));
    if (ours) await github.updateComment(ours.id, body);
    else await github.addComment(pull.number, body);
  } catch (error) {
    ports.warn(`The plan is in the job summary only: ${describeError(error)}`);
  }
}

/** Letters that cannot end the HTML comment it stands in. */
const markerOf = ({ environment, config }: Topic): string =>
  `<!-- deploy-actions: plan of ${encodeURIComponent(environment)} in ${encodeURIComponent(config)} -->`;

function bodyOf(
  marker: string,
  markdown: string,
  { head }: PullRequest,
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }: Env,
): string {
  const page = `${server}/${repository}/actions/runs/${run}`;
  const rest = `… cut here: all of it is in the [summary of the run](${page}).`;
  const end = `Plan of ${code(head.slice(0, 8))} · [run](${page})`;
  return cutMarkdown([marker, markdown, end].join('\n'), MOST_CHARACTERS, `${rest} ${end}`);
}

type Env = HelmDeployPorts['env'];
