import type { Comment } from '../state.ts';
import { appView, simpleUser } from '../view/account.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { actingApp, actor } from './acting.ts';
import { created, list, noContent, ok } from './answer.ts';
import { needById } from './need-by-id.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { invalid, notFound } from './rest-error.ts';

/** GitHub's longest body of a comment. */
const MOST_CHARACTERS = 65_536;

const READ = ['issues:read', 'pull_requests:read'] as const;
const WRITE = ['issues:write', 'pull_requests:write'] as const;

/** Comments of pull requests, by the issue routes as on GitHub. */
export const commentOperations: Operations = {
  'issues/list-comments': operation(READ, (call) => {
    const issue = needIssue(call);
    const since = call.query.text('since');
    const found = call.repository.comments.filter(
      (comment) =>
        comment.issue === issue && (since === undefined || comment.updatedAt >= new Date(since)),
    );
    return list(found, (comment) => commentView(call, comment));
  }),

  'issues/create-comment': operation(WRITE, (call) => {
    const { state, repository, caller } = call;
    const now = state.now();
    const comment: Comment = {
      id: state.nextId(),
      issue: needIssue(call),
      body: bodyOf(call),
      author: actor(caller),
      app: actingApp(call),
      createdAt: now,
      updatedAt: now,
    };
    repository.comments.push(comment);
    const view = commentView(call, comment);
    return created(view, view.url);
  }),

  'issues/get-comment': operation(READ, (call) => ok(commentView(call, needComment(call)))),

  'issues/update-comment': operation(WRITE, (call) => {
    const comment = needComment(call);
    comment.body = bodyOf(call);
    comment.updatedAt = call.state.now();
    return ok(commentView(call, comment));
  }),

  'issues/delete-comment': operation(WRITE, (call) => {
    const { comments } = call.repository;
    comments.splice(comments.indexOf(needComment(call)), 1);
    return noContent;
  }),
};

function needIssue({ repository, params }: Call): number {
  const number = Number(params.issue_number);
  if (!repository.pulls.some((pull) => pull.number === number)) throw notFound();
  return number;
}

const needComment = ({ repository, params }: Call): Comment =>
  needById(repository.comments, params.comment_id);

function bodyOf({ body }: Call): string {
  const text = body.needText('body');
  if (text.length <= MOST_CHARACTERS) return text;
  const message = `Body is too long (maximum is ${MOST_CHARACTERS} characters)`;
  throw invalid('IssueComment', 'data', 'unprocessable', message);
}

/** `issue-comment`. */
function commentView({ state, repository }: Call, comment: Comment) {
  const api = apiOf(state, repository);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${pageOf(state, repository)}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    body: comment.body,
    user: simpleUser(state, comment.author),
    author_association: comment.author.type === 'User' ? 'MEMBER' : 'NONE',
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    performed_via_github_app: appView(state, comment.app),
  };
}
