import type { RepositoryFacts } from '../../github/actions-backend.ts';
import { findCommit, readMessage } from '../calls/repository-files.ts';
import type { RunEvent } from '../jobs/run-context.ts';
import { type Event, EventRefused } from './event.ts';
import { webhookPayload } from './payload.ts';

/** An event and the commit whose workflow files it starts. */
export interface ReadEvent {
  readonly run: RunEvent;
  /** First line of the commit's message. */
  readonly title: string;
  /** The commit says that nothing is to run. */
  readonly skipped: boolean;
}

/** Source: docs, "Skip workflow runs". */
const SKIP = /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]|^skip-checks: ?true$/im;

/** @throws {EventRefused} where it names a ref that is not there */
export async function readEvent(event: Event, repository: RepositoryFacts): Promise<ReadEvent> {
  const { ref, sha } = await whereOf(event, repository);
  const message = await readMessage(repository.gitFolder, sha);
  const fork = event.name === 'pull_request' && event.head.repository !== repository.fullName;
  const pull = event.name === 'pull_request' ? event : undefined;
  return {
    run: {
      name: event.name,
      actor: event.actor,
      ref,
      refName: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
      refType: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      sha,
      baseRef: pull?.base.ref ?? '',
      headRef: pull?.head.ref ?? '',
      payload: webhookPayload(event, repository, message.text),
      fork,
    },
    title: pull?.title ?? message.title,
    skipped: ['push', 'pull_request'].includes(event.name) && SKIP.test(message.text),
  };
}

async function whereOf(
  event: Event,
  repository: RepositoryFacts,
): Promise<{ readonly ref: string; readonly sha: string }> {
  if (event.name === 'push') return event;
  if (event.name === 'pull_request') {
    return { ref: `refs/pull/${event.number}/merge`, sha: event.sha };
  }
  const ref = event.name === 'schedule' ? `refs/heads/${repository.defaultBranch}` : event.ref;
  const commit = await findCommit(repository.gitFolder, ref);
  if (commit === undefined) throw new EventRefused(`No ref found for: ${ref}`);
  return { ref, sha: commit.sha };
}
