import type { User } from '../../sandbox/github/accounts.ts';
import { textsIn } from './leaks.ts';
import type { PipelineBench } from './pipeline-bench.ts';

/**
 * Everything that the runs of a bench left where people read: logs, summaries, annotations, outputs,
 * GitHub's events, records, checks, logs over REST, and what the cluster tells of the releases.
 */
export async function tracesOf(bench: PipelineBench): Promise<string> {
  const { stage, staging, production, bob } = bench;
  const runs = await bench.finish();
  const cluster = await Promise.all(
    [staging, production].map(({ kubectl }) =>
      kubectl('get', 'events,leases,pods,deployments,replicasets', '--output', 'yaml'),
    ),
  );
  const onGitHub = await githubTraces(bench, bob);
  return [...textsIn(runs), ...textsIn(stage.github.events.all), ...onGitHub, ...cluster].join(
    '\n',
  );
}

async function githubTraces(bench: PipelineBench, reader: User): Promise<readonly string[]> {
  const { stage, api, repository } = bench;
  const texts: string[] = [...textsIn(await api(reader, 'GET', '/deployments'))];
  for (const { id } of stage.runs) {
    const { jobs } = await api<{ jobs: { id: number }[] }>(
      reader,
      'GET',
      `/actions/runs/${id}/jobs?filter=all`,
    );
    texts.push(...textsIn(jobs));
    for (const job of jobs) {
      const path = `${stage.github.url}/repos/${repository}/actions/jobs/${job.id}/logs`;
      const log = await fetch(path, { headers: { authorization: `token ${reader.token}` } });
      texts.push(await log.text());
    }
  }
  return texts;
}
