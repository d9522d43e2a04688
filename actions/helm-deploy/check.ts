import { kindsOf, missesOnly, orNotYet } from '../../src/domain/born-kinds.ts';
import type { CheckFinding } from '../../src/domain/check-finding.ts';
import type { Compared } from '../../src/domain/diff.ts';
import { isHelm3 } from '../../src/domain/helm-version.ts';
import { liveRevision, type Revision } from '../../src/domain/history.ts';
import type { KubeObject } from '../../src/domain/manifest.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { renderFindings } from '../../src/domain/render-findings.ts';
import { preflight } from '../../src/release/preflight.ts';
import { preflightPorts } from '../../src/session/preflight-ports.ts';
import type { Session } from '../../src/session/session.ts';
import type { Helm, Rendered } from '../../src/tools/helm.ts';
import { findImageProblems } from './check-images.ts';
import { type CrdPlan, planCrds } from './crds.ts';
import { type Draft, isFresh } from './draft.ts';
import { sizeOf } from './record-size.ts';
import { refuse } from './refuse.ts';
import { type Next, revisionInput } from './revision-input.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What is about to be deployed, and where. */
export interface Subject {
  readonly next: Next;
  readonly draft: Draft;
  readonly history: readonly Revision[];
  /** It was made by this very run. */
  readonly namespaceIsNew: boolean;
  /** Called with what was rendered, and what is live, while the cluster is asked about it. */
  readonly onRendered: (rendered: ReleaseRecord, before: ReleaseRecord | undefined) => void;
}

/** What the checks found out; without checks that need it nothing is rendered. */
export interface Checked {
  readonly rendered: ReleaseRecord | undefined;
  /** Of the revision that is live. */
  readonly before: ReleaseRecord | undefined;
  readonly compared: readonly Compared[];
  /** What helm would delete. */
  readonly removed: readonly KubeObject[];
  readonly findings: readonly CheckFinding[];
  /** What `crds: apply` brings before the release. */
  readonly crds: CrdPlan;
}

/**
 * Everything that can be known before anything changes, asked at the same time.
 * @throws {ChecksError} with all that was found
 */
export async function check(
  session: Session,
  subject: Subject,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Checked> {
  const { next, history, draft } = subject;
  const live = liveRevision(history) ?? history.at(-1);
  const [rendered, before, crds] = await Promise.all([
    draft.rendered && renderOnce(session, subject, draft.rendered, settings, ports),
    draft.rendered && live ? session.reads.record(live.number) : undefined,
    planCrds(session, next.chart, settings),
  ]);
  const record = rendered?.ok ? rendered.record : undefined;
  const shown = record ?? (rendered && (await renderAnyway(session, subject)));
  const looking =
    shown &&
    look(session, { ...subject, record: shown, rendered: record, before }, settings, ports);
  if (record) subject.onRendered(record, before);
  const looked = await looking;
  const born = await kindsBorn(session, subject, rendered, settings);
  const findings = [
    ...draft.lint,
    ...crds.findings,
    ...renderProblems(rendered, born),
    ...orNotYet(looked?.findings ?? [], born, shown?.manifest ?? []),
  ];
  refuse(findings, next.chart, settings, ports);
  const { compared = [], removed = [] } = looked ?? {};
  return { rendered: record, before, compared, removed, findings, crds };
}

/** What was rendered early counts, if nobody made a revision before the lock was ours. */
function renderOnce(
  { helm }: Session,
  { next }: Subject,
  early: Rendered,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Rendered | Promise<Rendered> {
  if (isFresh(early, next.revision)) return early;
  return helm.render(revisionInput(next, settings.timeout, settings, ports));
}

/** Helm stops at the first object that the cluster does not take: the others are looked at, too. */
async function renderAnyway(
  { helm }: Session,
  { next, history }: Subject,
): Promise<ReleaseRecord | undefined> {
  const rendered = await helm.template(next.chart, history.length > 0);
  return rendered.ok ? rendered.record : undefined;
}

interface Found extends Subject {
  readonly record: ReleaseRecord;
  /** The same, where helm rendered it for the cluster. */
  readonly rendered: ReleaseRecord | undefined;
  readonly before: ReleaseRecord | undefined;
}

async function look(
  { cluster, helm }: Session,
  found: Found,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Pick<Checked, 'compared' | 'removed' | 'findings'>> {
  const { next, history, namespaceIsNew, record, before } = found;
  const { checks, release, namespace, historyMax } = settings;
  const { allowDelete, takeOwnership, forceConflicts } = settings;
  const { manifest, hooks } = record;
  const operation = history.length === 0 ? 'install' : 'upgrade';
  const rest = preflight(
    {
      release,
      coming: { operation, namespace, namespaceIsNew, manifest, hooks },
      before: before?.manifest ?? [],
      serverSide: await appliesOnServer(helm, found),
      prunes: history.length >= historyMax,
      dryRun: checks.has('dry-run'),
      access: checks.has('access'),
      ...{ allowDelete, takeOwnership, forceConflicts },
      recordBytes: await sizeOf(record),
    },
    preflightPorts(cluster, namespace),
  );
  const own = next.chart.images;
  const [seen, images] = await Promise.all([
    rest,
    checks.has('images') ? findImageProblems(cluster, record, { own, rest }, settings, ports) : [],
  ]);
  return { ...seen, findings: [...seen.findings, ...images] };
}

/**
 * Helm 4 goes on as the release was made: on the server, or merging here as Helm 3 does. It says so
 * of what it renders for the cluster, but not of what it renders without.
 */
async function appliesOnServer(helm: Helm, { rendered, before }: Found): Promise<boolean> {
  if (rendered) return rendered.raw.apply_method === 'ssa';
  if (isHelm3(await helm.version())) return false;
  return before === undefined || before.raw.apply_method === 'ssa';
}

/** Templates that fail, and values that the chart's schema refuses. */
const renderProblems = (
  rendered: Rendered | undefined,
  born: ReadonlySet<string>,
): readonly CheckFinding[] =>
  rendered === undefined || rendered.ok || missesOnly(born, rendered.error)
    ? []
    : renderFindings(rendered.error);

/** Kinds that the chart's `crds/` define before its objects come: here, or by helm's install. */
async function kindsBorn(
  { helm }: Session,
  { next, history }: Subject,
  rendered: Rendered | undefined,
  { crds }: HelmDeploySettings,
): Promise<ReadonlySet<string>> {
  const comes = crds === 'apply' || history.length === 0;
  const missed = rendered?.ok === false && /no matches for kind/.test(rendered.error);
  return comes && missed ? kindsOf(await helm.crds(next.chart.chart)) : new Set();
}
