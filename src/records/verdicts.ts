import type { ProofRecord } from '../domain/gate-pass.ts';
import { isVerdict, type Verdict } from '../domain/verdict.ts';
import { ActionError } from '../errors.ts';
import type { DeploymentState, DeploymentStatus } from '../http/github/facts.ts';
import type { GitHub } from '../http/github/github.ts';
import type { DeploymentRecord } from './deployments.ts';

/** A verdict as it is written beside the deployment that it judges. */
export interface VerdictNote {
  readonly verdict: Verdict;
  /** The worst reason by its stable name, `''` for none. */
  readonly code: string;
  readonly bundle: string;
  /** The job that saw it: `…/actions/runs/1/job/2`. */
  readonly logUrl: string;
  readonly url?: string;
}

const STATE: Readonly<Record<Verdict, DeploymentState>> = {
  pass: 'success',
  fail: 'failure',
  error: 'error',
  // Not `success`: whoever reads only the state must not take doubt for proof.
  inconclusive: 'error',
};

/** `verdict=fail code=e2e-failed bundle=bdl-…`, at most 140 characters. */
export function formatVerdict({ verdict, code, bundle }: Omit<VerdictNote, 'logUrl'>): string {
  return `verdict=${verdict}${code === '' ? '' : ` code=${code.slice(0, 60)}`} bundle=${bundle}`;
}

export async function addVerdict(github: GitHub, id: number, note: VerdictNote): Promise<void> {
  await github.addStatus(id, {
    state: STATE[note.verdict],
    description: formatVerdict(note),
    log_url: note.logUrl,
    ...(note.url !== undefined && { environment_url: note.url }),
  });
}

/** Statuses of so many deployments are read for one decision (budget: 15 requests). */
const MOST_READ = 6;

/**
 * What the records say of a bundle: all statuses of all its deployments in the given environments,
 * since a later one may revoke an earlier. Records of other bundles come without their statuses.
 * @throws {ActionError} `github-refused` when there are too many to read them all
 */
export async function readProofs(
  github: GitHub,
  records: readonly DeploymentRecord[],
  bundle: string,
  environments: readonly string[],
): Promise<readonly ProofRecord[]> {
  const here = records.filter((record) => environments.includes(record.environment));
  const ours = here.filter((record) => record.bundle.id === bundle);
  if (ours.length > MOST_READ) {
    throw new ActionError(
      'github-refused',
      `${bundle} was deployed ${ours.length} times; at most ${MOST_READ} records can be weighed`,
      { hint: 'Inactive records may be deleted (Deployments → …), or deploy a new commit.' },
    );
  }
  const read = await Promise.all(
    ours.map(async (record) => proofsOf(record, await github.statuses(record.id))),
  );
  return [
    ...here.filter((record) => record.bundle.id !== bundle).map(deployedOnly),
    ...read.flat(),
  ];
}

const deployedOnly = (record: DeploymentRecord): ProofRecord => ({
  environment: record.environment,
  bundle: record.bundle.id,
  at: record.createdAt,
  id: 0,
  run: record.run,
  job: '',
});

const NOTE = /^verdict=([a-z]+)(?: code=(\S+))? bundle=(bdl-[0-9a-f]{16})$/;
const JOB_URL = /\/actions\/runs\/(\d+)(?:\/attempts\/\d+)?(?:\/job\/(\d+))?/;

function proofsOf(
  record: DeploymentRecord,
  statuses: readonly DeploymentStatus[],
): readonly ProofRecord[] {
  const said = statuses.flatMap((status): ProofRecord[] => {
    const [, verdict, code = '', bundle = ''] = NOTE.exec(status.description) ?? [];
    if (!isVerdict(verdict)) return [];
    const [, run = '', job = ''] = JOB_URL.exec(status.log_url ?? '') ?? [];
    const at = Date.parse(status.created_at);
    const { environment } = record;
    return [{ environment, bundle, verdict, code, at, id: status.id, run, job }];
  });
  return [deployedOnly(record), ...said];
}
