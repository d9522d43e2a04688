import { checkRunsOf, latestCheckRuns } from '../checks.ts';
import type { CheckConclusion, CheckRun, Repository, State } from '../state.ts';
import { appView } from '../view/account.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { actingApp } from './acting.ts';
import { created, list, ok } from './answer.ts';
import { isRecord } from './fields.ts';
import { needById } from './need-by-id.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { headSha } from './resolve.ts';
import { RestError } from './rest-error.ts';

export const checkOperations: Operations = {
  'checks/create': operation('checks:write', async (call) => {
    const { state, repository, body } = call;
    const sha = await headSha(repository, body.needText('head_sha'));
    const app = actingApp(call);
    const suite = repository.checkRuns.find((one) => one.sha === sha && one.app === app)?.suite;
    const check: CheckRun = {
      id: state.nextId(),
      sha,
      suite: suite ?? state.nextId(),
      name: body.needText('name'),
      status: 'queued',
      conclusion: null,
      externalId: '',
      detailsUrl: '',
      startedAt: state.now(),
      completedAt: null,
      output: { title: null, summary: null, text: null },
      app,
    };
    repository.checkRuns.push(check);
    applyChange(call, check);
    return created(checkView(state, repository, check));
  }),

  'checks/get': operation('checks:read', (call) =>
    ok(checkView(call.state, call.repository, needCheck(call))),
  ),

  'checks/update': operation('checks:write', (call) => {
    const check = needCheck(call);
    if (check.app !== actingApp(call)) {
      throw new RestError(403, 'Invalid app_id `check_run` was created by another App');
    }
    applyChange(call, check);
    return ok(checkView(call.state, call.repository, check));
  }),

  'checks/list-for-ref': operation('checks:read', async ({ state, repository, params, query }) => {
    const sha = await headSha(repository, params.ref ?? '');
    const all = checkRunsOf(repository, sha);
    const chosen = query.text('filter') === 'all' ? all : latestCheckRuns(all);
    const [name, status] = [query.text('check_name'), query.text('status')];
    const app = query.number('app_id');
    const found = chosen.filter(
      (check) =>
        (name === undefined || check.name === name) &&
        (status === undefined || check.status === status) &&
        (app === undefined || check.app?.id === app),
    );
    return list(
      found,
      (check) => checkView(state, repository, check),
      (check_runs, total_count) => ({ total_count, check_runs }),
    );
  }),
};

const needCheck = ({ repository, params }: Call): CheckRun =>
  needById(repository.checkRuns, params.check_run_id);

/** Takes over what the body names; a conclusion completes the check. */
function applyChange({ state, body }: Call, check: CheckRun): void {
  const conclusion = body.text('conclusion') as CheckConclusion | undefined;
  const status = body.text('status') as CheckRun['status'] | undefined;
  if (status === 'completed' && !conclusion && !check.conclusion) {
    throw new RestError(422, 'Invalid request.\n\nNo subschema in "anyOf" matched.');
  }
  check.name = body.text('name') ?? check.name;
  check.status = conclusion ? 'completed' : (status ?? check.status);
  check.conclusion = conclusion ?? (check.status === 'completed' ? check.conclusion : null);
  check.externalId = body.text('external_id') ?? check.externalId;
  check.detailsUrl = body.text('details_url') ?? check.detailsUrl;
  const started = body.text('started_at');
  if (started !== undefined) check.startedAt = new Date(started);
  const done = body.text('completed_at');
  if (check.status === 'completed') check.completedAt = done ? new Date(done) : state.now();
  const output = body.value('output');
  if (isRecord(output)) {
    const text = (name: string) => (typeof output[name] === 'string' ? output[name] : null);
    check.output = { title: text('title'), summary: text('summary'), text: text('text') };
  }
}

/** `check-run`. */
function checkView(state: State, repository: Repository, check: CheckRun) {
  const url = `${apiOf(state, repository)}/check-runs/${check.id}`;
  const html_url = `${pageOf(state, repository)}/runs/${check.id}`;
  return {
    id: check.id,
    name: check.name,
    node_id: nodeId('CheckRun', check.id),
    head_sha: check.sha,
    external_id: check.externalId,
    url,
    html_url,
    details_url: check.detailsUrl === '' ? html_url : check.detailsUrl,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: { ...check.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    check_suite: { id: check.suite },
    app: appView(state, check.app),
    pull_requests: [],
  };
}
