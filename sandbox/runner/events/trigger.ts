import { isObject, type Value } from '../language/value.ts';
import type { Workflow } from '../language/workflow.ts';
import type { Event, PullRequestEvent, PushEvent } from './event.ts';
import { passesPatterns } from './filter-pattern.ts';

/** Activity types of pull requests that start runs where the workflow names none. */
const PULL_REQUEST_TYPES = ['opened', 'synchronize', 'reopened'];

/**
 * Whether an event starts a workflow, by the filters of its `on:`.
 * @param path the workflow's file
 * @param listChangedPaths asked only where there is a filter on paths
 */
export async function isTriggered(
  workflow: Workflow,
  path: string,
  event: Event,
  listChangedPaths: () => Promise<readonly string[]>,
): Promise<boolean> {
  if (!workflow.events.has(event.name)) return false;
  const filters = workflow.events.get(event.name) ?? null;
  if (event.name === 'workflow_dispatch') return event.workflow === path;
  if (event.name === 'schedule') {
    return event.workflow === path && crons(filters).includes(event.cron);
  }
  const passes =
    event.name === 'push' ? passesPush(filters, event) : passesPullRequest(filters, event);
  return passes && passesPaths(filters, listChangedPaths, event);
}

const list = (filters: Value, key: string): readonly string[] | undefined => {
  const value = isObject(filters) ? filters[key] : undefined;
  return value === undefined || value === null ? undefined : [value].flat().map(String);
};

const crons = (filters: Value): readonly string[] =>
  [filters].flat().flatMap((entry) => (isObject(entry) ? [String(entry.cron)] : []));

/** Naming only branches leaves tags out, and the other way round. */
function passesPush(filters: Value, event: PushEvent): boolean {
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(event.ref) ?? [];
  const own = kind === 'tags' ? ['tags', 'tags-ignore'] : ['branches', 'branches-ignore'];
  const other = kind === 'tags' ? ['branches', 'branches-ignore'] : ['tags', 'tags-ignore'];
  const named = (keys: readonly string[]): boolean =>
    keys.some((key) => list(filters, key) !== undefined);
  if (!named(own)) return !named(other);
  const [include = '', exclude = ''] = own;
  return passesLists(name, list(filters, include), list(filters, exclude));
}

function passesPullRequest(filters: Value, event: PullRequestEvent): boolean {
  const types = list(filters, 'types') ?? PULL_REQUEST_TYPES;
  const branches = list(filters, 'branches');
  const ignored = list(filters, 'branches-ignore');
  return types.includes(event.action) && passesLists(event.base.ref, branches, ignored);
}

const passesLists = (
  name: string,
  include: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
): boolean =>
  (include === undefined || passesPatterns(name, include)) &&
  (exclude === undefined || !passesPatterns(name, exclude));

/** Paths are not looked at for tags. */
async function passesPaths(
  filters: Value,
  listChangedPaths: () => Promise<readonly string[]>,
  event: PushEvent | PullRequestEvent,
): Promise<boolean> {
  const include = list(filters, 'paths');
  const exclude = list(filters, 'paths-ignore');
  if (include === undefined && exclude === undefined) return true;
  if (event.name === 'push' && event.ref.startsWith('refs/tags/')) return true;
  const changed = await listChangedPaths();
  return changed.some((path) => passesLists(path, include, exclude));
}
