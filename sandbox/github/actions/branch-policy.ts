import type { Environment, Repository } from '../state.ts';

/**
 * Why an environment does not admit a ref, in GitHub's words, or undefined when it does.
 * Rules: docs, "Deployment branches and tags"; patterns as Ruby's File.fnmatch with FNM_PATHNAME.
 */
export function refuseRef(
  environment: Environment,
  repository: Repository,
  ref: string,
): string | undefined {
  if (admits(environment, repository, ref)) return undefined;
  const isTag = ref.startsWith('refs/tags/');
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  const what = `${isTag ? 'Tag' : 'Branch'} "${name}"`;
  return `${what} is not allowed to deploy to ${environment.name} due to environment protection rules.`;
}

function admits(environment: Environment, { protections }: Repository, ref: string): boolean {
  const isTag = ref.startsWith('refs/tags/');
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  switch (environment.branches) {
    case 'all':
      return true;
    case 'protected':
      // Without any protected branch, all branches may deploy; tags never count as protected.
      return !isTag && (protections.size === 0 || protections.has(name));
    default:
      return environment.policies.some(
        ({ type, pattern }) => (type === 'tag') === isTag && matches(pattern, name, ref),
      );
  }
}

function matches(pattern: string, name: string, ref: string): boolean {
  const subject = pattern.startsWith('refs/') ? ref : name;
  return fnmatch(pattern).test(subject);
}

/** `*` and `?` stop at `/`, a leading or inner `**` + `/` spans folders, `[a-z]` is a set. */
export function fnmatch(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const rest = pattern.slice(at);
    const set = /^\[(!|\^)?([^\]]+)\]/.exec(rest);
    if (rest.startsWith('**/')) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (rest.startsWith('*')) source += '[^/]*';
    else if (rest.startsWith('?')) source += '[^/]';
    else if (set) {
      source += `[${set[1] ? '^' : ''}${(set[2] ?? '').replace(/\\/g, '\\\\')}]`;
      at += set[0].length - 1;
    } else source += (pattern[at] ?? '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
  return new RegExp(`^${source}$`);
}
