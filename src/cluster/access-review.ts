import { type Cluster, statusMessage } from './connect.ts';

/** Something that one may be allowed to do; a namespace of `''` asks for all of the cluster. */
export interface AccessQuestion {
  readonly namespace: string;
  readonly verb: string;
  readonly group?: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly name?: string;
}

/** The authorizer's answer: allowed, not allowed with its reason, or nothing that can be used. */
export type AccessAnswer =
  | { readonly state: 'allowed' }
  | { readonly state: 'denied'; readonly why: string }
  | { readonly state: 'not-checked'; readonly why: string };

interface Review {
  readonly status?: {
    readonly allowed?: boolean;
    readonly reason?: string;
    readonly evaluationError?: string;
  };
}

/**
 * Asks the API server's authorizer what we may do, and changes nothing; needs no right.
 * @throws {ActionError} `cluster-unreachable`
 */
export async function reviewAccess(
  question: AccessQuestion,
  cluster: Pick<Cluster, 'call'>,
): Promise<AccessAnswer> {
  const answer = await cluster.call({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: question },
    },
  });
  if (answer.status !== 201) return { state: 'not-checked', why: statusMessage(answer) };
  const { allowed, reason = '', evaluationError = '' } = (answer.body as Review).status ?? {};
  if (allowed) return { state: 'allowed' };
  // An authorizer that could not look everything up has not said no.
  if (evaluationError !== '') return { state: 'not-checked', why: evaluationError };
  return { state: 'denied', why: reason };
}
