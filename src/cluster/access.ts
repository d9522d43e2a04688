import type { CheckFinding } from '../domain/check-finding.ts';
import { type RightNeeded, rightKey, withoutName } from '../domain/rights-needed.ts';
import { describeError } from '../errors.ts';
import { type AccessAnswer, reviewAccess } from './access-review.ts';
import { atOnce } from './at-once.ts';
import type { Cluster } from './connect.ts';

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
): Promise<ReadonlyMap<string, AccessAnswer>> {
  const questions = new Map(rights.map((right) => [rightKey(right), right] as const));
  const answers = await atOnce([...questions], AT_ONCE, async ([key, right]) => {
    const asked = ask(right, cluster).catch(
      (error: unknown): AccessAnswer => ({ state: 'not-checked', why: describeError(error) }),
    );
    return [key, await asked] as const;
  });
  return new Map(answers);
}

function ask(right: RightNeeded, cluster: Pick<Cluster, 'call'>): Promise<AccessAnswer> {
  const { verb, group, resource, namespace, name } = right;
  return reviewAccess({ verb, group, resource, namespace, name }, cluster);
}

function findingOf(
  right: RightNeeded,
  answer: Exclude<AccessAnswer, { state: 'allowed' }>,
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
