import type { GitRef } from '../git/git.ts';
import type { Protection } from '../state.ts';
import { commitView } from '../view/commit.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { list, ok } from './answer.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { RestError } from './rest-error.ts';

export const branchOperations: Operations = {
  'repos/list-branches': operation('contents:read', async ({ state, repository, query }) => {
    const wanted = query.value('protected');
    const branches = (await repository.git.refs('refs/heads/')).filter((ref) => {
      const isProtected = repository.protections.has(short(ref));
      return wanted === undefined || String(wanted) === String(isProtected);
    });
    return list(branches, (ref) => {
      const name = short(ref);
      const commit = { sha: ref.sha, url: `${apiOf(state, repository)}/commits/${ref.sha}` };
      return { name, commit, protected: repository.protections.has(name) };
    });
  }),

  'repos/get-branch': operation('contents:read', async (call) => {
    const { state, repository } = call;
    const ref = await needBranch(call);
    const name = short(ref);
    const protection = repository.protections.get(name);
    const commit = await repository.git.commit(ref.sha);
    if (!commit) throw new Error(`${ref.name} is no commit`);
    const self = `${apiOf(state, repository)}/branches/${encodeURIComponent(name)}`;
    return ok({
      name,
      commit: commitView(state, repository, commit),
      _links: { self, html: `${pageOf(state, repository)}/tree/${encodeURIComponent(name)}` },
      protected: protection !== undefined,
      protection: {
        enabled: protection !== undefined,
        required_status_checks: {
          enforcement_level: protection?.requiredChecks ? 'non_admins' : 'off',
          ...checksView(protection),
        },
      },
      protection_url: `${self}/protection`,
    });
  }),

  'repos/get-branch-protection': operation('administration:read', async (call) => {
    const { state, repository } = call;
    const name = short(await needBranch(call));
    const protection = repository.protections.get(name);
    if (!protection) throw new RestError(404, 'Branch not protected');
    const url = `${apiOf(state, repository)}/branches/${encodeURIComponent(name)}/protection`;
    const { requirePullRequest } = protection;
    return ok({
      url,
      ...(protection.requiredChecks ? { required_status_checks: checksView(protection) } : {}),
      ...(requirePullRequest
        ? {
            required_pull_request_reviews: {
              url: `${url}/required_pull_request_reviews`,
              dismiss_stale_reviews: false,
              require_code_owner_reviews: false,
              required_approving_review_count: requirePullRequest.approvals,
            },
          }
        : {}),
      enforce_admins: { url: `${url}/enforce_admins`, enabled: false },
      required_linear_history: { enabled: false },
      allow_force_pushes: { enabled: protection.allowForcePushes ?? false },
      allow_deletions: { enabled: protection.allowDeletions ?? false },
    });
  }),

  // Rules of rulesets; classic protection never shows here, a merge queue does.
  'repos/get-branch-rules': operation('metadata:read', ({ repository, params }) => {
    const protection = repository.protections.get(params.branch ?? '');
    return list(protection?.mergeQueue ? ['merge_queue'] : [], (type) => ({
      type,
      ruleset_source_type: 'Repository',
      ruleset_source: repository.fullName,
      ruleset_id: repository.id,
    }));
  }),

  'repos/list-tags': operation('contents:read', async ({ state, repository }) => {
    const api = apiOf(state, repository);
    const tags = [...(await repository.git.refs('refs/tags/'))].reverse();
    return list(tags, async (ref) => {
      const name = ref.name.slice('refs/tags/'.length);
      // An annotated tag is shown by the commit it stands for.
      const sha = (await repository.git.resolve(ref.name)) ?? ref.sha;
      return {
        name,
        commit: { sha, url: `${api}/commits/${sha}` },
        zipball_url: `${api}/zipball/${ref.name}`,
        tarball_url: `${api}/tarball/${ref.name}`,
        node_id: nodeId('Ref', `${repository.id}:${ref.name}`),
      };
    });
  }),
};

const short = ({ name }: GitRef): string => name.slice('refs/heads/'.length);

async function needBranch({ repository, params }: Call): Promise<GitRef> {
  const ref = await repository.git.ref(`refs/heads/${params.branch ?? ''}`);
  if (!ref) throw new RestError(404, 'Branch not found');
  return ref;
}

function checksView(protection: Protection | undefined) {
  const contexts = protection?.requiredChecks ?? [];
  return { contexts, checks: contexts.map((context) => ({ context, app_id: null })) };
}
