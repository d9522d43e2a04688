import type { RepositoryFacts } from '../../github/actions-backend.ts';
import type { ObjectValue } from '../language/value.ts';
import type { Actor, Event } from './event.ts';

const NO_COMMIT = '0'.repeat(40);

/**
 * What `github.event` holds: the webhook's payload as far as workflows read it.
 * @param message of the commit that was pushed
 */
export function webhookPayload(
  event: Event,
  repository: RepositoryFacts,
  message: string,
): ObjectValue {
  const common = { repository: describe(repository), sender: person(event.actor) };
  return { ...common, ...own(event, repository, message), ...event.payload };
}

function own(event: Event, repository: RepositoryFacts, message: string): ObjectValue {
  switch (event.name) {
    case 'push':
      return {
        ref: event.ref,
        before: event.before ?? NO_COMMIT,
        after: event.sha,
        created: event.before === undefined,
        deleted: false,
        forced: false,
        pusher: { name: event.actor.login },
        head_commit: { id: event.sha, message },
      };
    case 'pull_request':
      return {
        action: event.action,
        number: event.number,
        pull_request: {
          number: event.number,
          title: event.title,
          state: event.action === 'closed' ? 'closed' : 'open',
          user: person(event.actor),
          base: { ...event.base, repo: describe(repository) },
          head: {
            ref: event.head.ref,
            sha: event.head.sha,
            repo: {
              full_name: event.head.repository,
              fork: event.head.repository !== repository.fullName,
            },
          },
        },
      };
    case 'workflow_dispatch':
      return { inputs: event.inputs, ref: event.ref, workflow: event.workflow };
    case 'schedule':
      return { schedule: event.cron, workflow: event.workflow };
  }
}

const person = (actor: Actor): ObjectValue => ({ login: actor.login, id: actor.id });

const describe = (repository: RepositoryFacts): ObjectValue => ({
  id: repository.id,
  name: repository.fullName.split('/')[1] ?? '',
  full_name: repository.fullName,
  private: repository.visibility !== 'public',
  visibility: repository.visibility,
  default_branch: repository.defaultBranch,
  owner: { login: repository.owner, id: repository.ownerId },
});
