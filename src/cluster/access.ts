import type { CheckFinding } from '../domain/check-finding.ts';
import { type RightNeeded, rightKey, withoutName } from '../domain/rights-needed.ts';
import { describeError } from '../errors.ts';
import { atOnce } from './at-once.ts';
import { type Cluster, statusMessage } from './connect.ts';

/** The authorizer's answer: allowed, not allowed with its reason, or nothing that can be used. */
type Answer =
  | { readonly state: 'allowed' }
  | { readonly state: 'denied'; readonly why: string }
  | { readonly state: 'not-checked'; readonly why: string };

const AT_ONCE = 16;

/**
 * Asks the API server's authorizer for every right, and changes nothing. A right to all names is
 * asked for first: only where it is missing each name is a question of its own, as a role with
 * `resourceNames` answers no without one. Never throws; without an answer `not-checked`.
 */
export async function checkAccess(
  needed: readonly RightNeeded[],
  cluster: Pick<Cluster, 'call'>,
): Promise<readonly CheckFinding[]> {
  const broad = await askAll(needed.map(withoutName), cluster);
  const open = needed.filter(
    (right) => broad.get(rightKey(withoutName(right)))?.state !== 'allowed',
  );
  const named = await askAll(
    open.filter(({ name }) => name !== ''),
    cluster,
  );
  const findings = open.flatMap((right) => {
    const answer = named.get(rightKey(right)) ?? broad.get(rightKey(right));
    return answer === undefined || answer.state === 'allowed' ? [] : [{ right, answer }];
  });
  return findings.map(({ right, answer }) => findingOf(right, answer));
}

/** Each question once. */
async function askAll(
  rights: readonly RightNeeded[],
  cluster: Pick<Cluster, 'call'>,
): Promise<ReadonlyMap<string, Answer>> {
  const questions = new Map(rights.map((right) => [rightKey(right), right] as const));
  const answers = await atOnce([...questions], AT_ONCE, async ([key, right]) => {
    const asked = ask(right, cluster).catch(
      (error: unknown): Answer => ({ state: 'not-checked', why: describeError(error) }),
    );
    return [key, await asked] as const;
  });
  return new Map(answers);
}

interface Review {
  readonly status?: {
    readonly allowed?: boolean;
    readonly reason?: string;
    readonly evaluationError?: string;
  };
}

async function ask(right: RightNeeded, cluster: Pick<Cluster, 'call'>): Promise<Answer> {
  const { verb, group, resource, namespace, name } = right;
  const answer = await cluster.call({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { verb, group, resource, namespace, name } },
    },
  });
  if (answer.status !== 201) return { state: 'not-checked', why: statusMessage(answer) };
  const { allowed, reason = '', evaluationError = '' } = (answer.body as Review).status ?? {};
  if (allowed) return { state: 'allowed' };
  // An authorizer that could not look everything up has not said no.
  if (evaluationError !== '') return { state: 'not-checked', why: evaluationError };
  return { state: 'denied', why: reason };
}

function findingOf(
  right: RightNeeded,
  answer: Exclude<Answer, { state: 'allowed' }>,
): CheckFinding {
  const { verb, group, resource, namespace, name, object } = right;
  const what = [
    `${verb} ${resource}${group && `.${group}`}`,
    ...(name ? [name] : []),
    ...(namespace ? [`in ${namespace}`] : []),
  ].join(' ');
  const about = { check: 'access', object, field: '' } as const;
  if (answer.state === 'not-checked') {
    const message = `whether we may ${what} is not known: ${answer.why}`;
    const hint = 'Helm may still be let do it; the API server did not say.';
    return { ...about, outcome: 'not-checked', message, hint };
  }
  const why = answer.why === '' ? '' : `: ${answer.why}`;
  const kind = namespace === '' ? 'ClusterRole' : `Role in ${namespace}`;
  const names = name === '' ? '' : `, resourceNames: [${name}] or none`;
  const rule = `{ apiGroups: [${group === '' ? '""' : group}], resources: [${resource}], verbs: [${verb}] }`;
  return {
    ...about,
    outcome: 'refused',
    message: `we may not ${what}, which helm needs for it${why}`,
    hint: `Add to the ${kind} that the deployer is bound to: ${rule}${names}`,
  };
}
