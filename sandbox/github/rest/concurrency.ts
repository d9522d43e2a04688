import type { ConcurrencyGroup } from '../actions/concurrency.ts';
import { currentAttempt, findRun } from '../actions/runs.ts';
import type { Repository, State } from '../state.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { ok } from './answer.ts';
import { type Operations, operation } from './operation.ts';
import { notFound } from './rest-error.ts';
import { needRun } from './runs.ts';

export const concurrencyOperations: Operations = {
  'actions/list-concurrency-groups-for-repository': operation(
    'actions:read',
    ({ state, repository }) => {
      const groups = state.concurrency.groups(repository.fullName);
      return ok({
        total_count: groups.length,
        concurrency_groups: groups.map((group) => ({
          ...groupLinks(state, repository, group),
          last_acquired_at: group.acquiredAt,
        })),
      });
    },
  ),

  'actions/get-concurrency-group-for-repository': operation(
    'actions:read',
    ({ state, repository, params, query }) => {
      const wanted = (params.concurrency_group_name ?? '').toLowerCase();
      const groups = state.concurrency.groups(repository.fullName);
      const group = groups.find(({ name }) => name.toLowerCase() === wanted);
      if (!group) throw notFound();
      const run = query.number('ahead_of_run');
      const end = group.members.findIndex(({ runId }) => runId === run);
      const members = end < 0 ? group.members : group.members.slice(0, end);
      return ok({
        ...groupLinks(state, repository, group),
        total_count: members.length,
        group_members: members.map((member) => memberView(state, repository, member)),
      });
    },
  ),

  'actions/list-concurrency-groups-for-workflow-run': operation(
    'actions:read',
    ({ state, repository, params }) => {
      const { id } = needRun(repository, params);
      const groups = state.concurrency
        .groups(repository.fullName)
        .map((group) => ({
          ...groupLinks(state, repository, group),
          group_members: group.members.flatMap((member, position) =>
            member.runId === id ? [positioned(state, repository, group, member, position)] : [],
          ),
        }))
        .filter(({ group_members }) => group_members.length > 0);
      return ok({ total_count: groups.length, concurrency_groups: groups });
    },
  ),
};

type Member = ConcurrencyGroup['members'][number];

function groupLinks(state: State, repository: Repository, { name }: ConcurrencyGroup) {
  const url = `${apiOf(state, repository)}/actions/concurrency_groups/${encodeURIComponent(name)}`;
  return { group_name: name, group_url: url };
}

function memberView(state: State, repository: Repository, { runId, holder, status }: Member) {
  const run = findRun(repository, runId);
  const job = run && currentAttempt(run).jobs.find(({ name }) => name === holder);
  const api = apiOf(state, repository);
  const page = `${pageOf(state, repository)}/actions/runs/${runId}`;
  return {
    run_id: runId,
    run_name: run?.workflowName ?? '',
    run_url: `${api}/actions/runs/${runId}`,
    run_html_url: page,
    ...(job
      ? {
          job_id: job.id,
          job_name: job.name,
          job_url: `${api}/actions/jobs/${job.id}`,
          job_html_url: `${page}/job/${job.id}`,
        }
      : {}),
    status,
  };
}

function positioned(
  state: State,
  repository: Repository,
  group: ConcurrencyGroup,
  member: Member,
  position: number,
) {
  const { group_url } = groupLinks(state, repository, group);
  const position_url = `${group_url}?ahead_of_run=${member.runId}`;
  return { ...memberView(state, repository, member), position, position_url };
}
