import type { TreeEntry } from '../git/git.ts';
import type { Repository, State } from '../state.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { actor } from './acting.ts';
import { created, ok } from './answer.ts';
import { isRecord } from './fields.ts';
import { type Operations, operation } from './operation.ts';
import { needCommitOf } from './resolve.ts';
import { notFound, RestError } from './rest-error.ts';

/** GitHub answers larger files without their content. */
const MOST_BYTES = 1024 * 1024;

export const contentOperations: Operations = {
  'repos/get-content': operation('contents:read', async ({ state, repository, params, query }) => {
    const ref = query.text('ref') ?? repository.defaultBranch;
    const commit = await repository.git.resolve(ref);
    if (!commit) throw new RestError(404, `No commit found for the ref ${ref}`);
    const path = (params.path ?? '').replace(/\/+$/, '');
    const entry = await repository.git.entry(commit, path);
    if (!entry) throw notFound();
    if (entry.type === 'tree') {
      const entries = await repository.git.tree(entry.sha, false);
      return ok(
        entries.map((one) =>
          entryView(state, repository, ref, { ...one, path: `${path}/${one.path}` }),
        ),
      );
    }
    const view = entryView(state, repository, ref, entry);
    const content = (await repository.git.blob(entry.sha)) ?? Buffer.alloc(0);
    if (view.type === 'symlink') return ok({ ...view, target: content.toString() });
    const isShown = content.length <= MOST_BYTES;
    return ok({
      ...view,
      encoding: isShown ? 'base64' : 'none',
      content: isShown ? lines(content.toString('base64')) : '',
    });
  }),

  'git/get-blob': operation('contents:read', async ({ state, repository, params }) => {
    const sha = params.file_sha ?? '';
    const blob =
      (await repository.git.objectType(sha)) === 'blob' && (await repository.git.blob(sha));
    if (!blob) throw notFound();
    return ok({
      sha,
      node_id: nodeId('Blob', sha),
      size: blob.length,
      url: `${apiOf(state, repository)}/git/blobs/${sha}`,
      content: lines(blob.toString('base64')),
      encoding: 'base64',
    });
  }),

  'git/get-tree': operation('contents:read', async ({ state, repository, params, query }) => {
    const name = params.tree_sha ?? '';
    const { git } = repository;
    const type = await git.objectType(name);
    const treeish = type === 'tree' ? name : await needCommitOf(repository, name);
    const entries = await git.tree(treeish, query.text('recursive') !== undefined);
    const api = apiOf(state, repository);
    const commit = type === 'tree' ? undefined : await git.commit(treeish);
    const sha = commit?.tree ?? treeish;
    return ok({
      sha,
      url: `${api}/git/trees/${sha}`,
      truncated: false,
      tree: entries.map((entry) => ({
        path: entry.path,
        mode: entry.mode,
        type: entry.type,
        sha: entry.sha,
        ...(entry.size === undefined ? {} : { size: entry.size }),
        url: `${api}/git/${entry.type}s/${entry.sha}`,
      })),
    });
  }),

  'git/create-tag': operation('contents:write', async (call) => {
    const { state, repository, body, caller } = call;
    const asked = body.value('tagger');
    const given = isRecord(asked) ? asked : {};
    const by = actor(caller);
    const date = given.date === undefined ? state.now() : new Date(String(given.date));
    const tagger = {
      name: String(given.name ?? by.name),
      email: String(given.email ?? by.email),
    };
    const object = body.needText('object');
    const type = body.needText('type');
    if ((await repository.git.objectType(object)) !== type) {
      throw new RestError(422, `Object ${object} is no ${type}`);
    }
    const [name, message] = [body.needText('tag'), body.needText('message')];
    const sha = await repository.git.tag({ name, object, type, message, tagger, date });
    const api = apiOf(state, repository);
    const url = `${api}/git/tags/${sha}`;
    return created(
      {
        node_id: nodeId('Tag', sha),
        tag: name,
        sha,
        url,
        message,
        tagger: { ...tagger, date },
        object: { sha: object, type, url: `${api}/git/${type}s/${object}` },
      },
      url,
    );
  }),
};

/** base64 in lines of 60, as GitHub sends it. */
const lines = (text: string): string => text.replace(/.{1,60}/g, '$&\n');

const TYPES: Readonly<Record<string, string>> = { tree: 'dir', blob: 'file', commit: 'submodule' };

/** What `content-file`, `content-directory` and `content-symlink` share. */
function entryView(state: State, repository: Repository, ref: string, entry: TreeEntry) {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const api = apiOf(state, repository);
  const page = pageOf(state, repository);
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const kind = entry.type === 'tree' ? 'trees' : 'blobs';
  const git_url = `${api}/git/${kind}/${entry.sha}`;
  const html_url = `${page}/${entry.type}/${encodeURIComponent(ref)}/${path}`;
  const isFile = entry.type === 'blob';
  return {
    type: entry.mode === '120000' ? 'symlink' : (TYPES[entry.type] ?? 'file'),
    size: entry.size ?? 0,
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    path: entry.path,
    sha: entry.sha,
    url,
    git_url,
    html_url,
    download_url: isFile ? `${page}/raw/${encodeURIComponent(ref)}/${path}` : null,
    _links: { self: url, git: git_url, html: html_url },
  };
}
