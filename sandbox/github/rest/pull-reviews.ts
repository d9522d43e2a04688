import type { Pull, PullReview } from '../state.ts';
import { simpleUser } from '../view/account.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { actor } from './acting.ts';
import { list, ok } from './answer.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { needPull } from './pulls.ts';
import { RestError } from './rest-error.ts';

/** `event` of a request → state of the review. */
const STATES: Readonly<Record<string, PullReview['state']>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

export const pullReviewOperations: Operations = {
  'pulls/list-reviews': operation('pull_requests:read', async (call) => {
    const { pull } = await needPull(call);
    return list(pull.reviews, (review) => reviewView(call, pull, review));
  }),

  'pulls/create-review': operation('pull_requests:write', async (call) => {
    const { state, body, caller } = call;
    const { pull, ends } = await needPull(call);
    const author = actor(caller);
    // Without an event GitHub keeps a review for later, which the emulator does not.
    const decision = STATES[body.text('event') ?? ''];
    if (!decision) throw new RestError(501, 'the sandbox does not serve pending reviews');
    if (decision !== 'COMMENTED' && author === pull.author) {
      const what = decision === 'APPROVED' ? 'approve' : 'request changes on';
      throw new RestError(422, 'Unprocessable Entity', [`Can not ${what} your own pull request`]);
    }
    const review: PullReview = {
      id: state.nextId(),
      author,
      state: decision,
      body: body.text('body') ?? '',
      commit: body.text('commit_id') ?? ends.head,
      at: state.now(),
    };
    pull.reviews.push(review);
    return ok(reviewView(call, pull, review));
  }),
};

/** `pull-request-review`. */
function reviewView({ state, repository }: Call, pull: Pull, review: PullReview) {
  const pull_request_url = `${apiOf(state, repository)}/pulls/${pull.number}`;
  const page = `${pageOf(state, repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: simpleUser(state, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url,
    _links: { html: { href: page }, pull_request: { href: pull_request_url } },
    submitted_at: review.at,
    commit_id: review.commit,
    author_association: review.author.type === 'User' ? 'MEMBER' : 'NONE',
  };
}
