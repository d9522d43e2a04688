/** A chart that has to be fetched: from a registry, or from a repository with an index. */
export type RemoteChart =
  | {
      readonly kind: 'registry';
      /** `host:port`, as credentials are kept by. */
      readonly host: string;
      /** `oci://host/repository`. */
      readonly repository: string;
      readonly digest: string | undefined;
    }
  | { readonly kind: 'repository'; readonly url: string; readonly name: string }
  /** `repository/chart` of the user's own `helm repo add`. */
  | { readonly kind: 'known'; readonly repository: string; readonly name: string };

/** Why a text names no chart that could be fetched. */
export interface NoChart {
  readonly kind: 'none';
  readonly problem: string;
  readonly hint: string;
}

const NAME = '[A-Za-z0-9][A-Za-z0-9._-]*';
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REGISTRY = new RegExp(
  `^oci://([^/@\\s]+)/(${PART}(?:/${PART})*)(?:@(sha256:[0-9a-f]{64}))?$`,
);

/**
 * Where a chart comes from that is not on this machine. A tag in `oci://` is refused: the version
 * has an input of its own, and helm ignores the tag where there is a digest, too (3.18, 4.2.3).
 */
export function remoteChart(chart: string): RemoteChart | NoChart {
  if (chart.startsWith('oci://')) return inRegistry(chart);
  if (/^https?:\/\//.test(chart)) return inRepository(chart);
  const [, repository, name] = new RegExp(`^(${NAME})/(${NAME})$`).exec(chart) ?? [];
  if (repository && name) return { kind: 'known', repository, name };
  return no(
    `${chart} is not there`,
    'Paths are relative to the workspace; is actions/checkout an earlier step? A chart that is not on this machine is oci://host/repository or https://host/charts/name.',
  );
}

function inRegistry(chart: string): RemoteChart | NoChart {
  const [, host, path, digest] = REGISTRY.exec(chart) ?? [];
  if (host && path) return { kind: 'registry', host, repository: `oci://${host}/${path}`, digest };
  if (/^oci:\/\/[^/]*@[^/]*\//.test(chart)) return withCredentials();
  return no(
    `${chart} names no chart of a registry`,
    'Write oci://host/repository@sha256:<64 hex digits>, or oci://host/repository and the version as chart-version.',
  );
}

function inRepository(chart: string): RemoteChart | NoChart {
  const url = URL.canParse(chart) ? new URL(chart) : undefined;
  if (url && (url.username !== '' || url.password !== '')) return withCredentials();
  if (url?.protocol === 'http:') {
    return no(`${chart} would be fetched without TLS`, 'Give the address with https://.');
  }
  const name = url?.pathname.split('/').pop() ?? '';
  const isName = new RegExp(`^${NAME}$`).test(name) && !name.endsWith('.tgz');
  if (url === undefined || !isName || url.search !== '' || url.hash !== '') {
    return no(
      `${chart} names no chart of a repository`,
      'Write the address of the repository and the name of the chart, https://host/charts/name, and the version as chart-version.',
    );
  }
  return { kind: 'repository', url: chart.slice(0, -name.length - 1), name };
}

const withCredentials = (): NoChart =>
  no(
    'the chart is given with credentials in its address',
    'Give them as chart-username and chart-password: an address ends up in logs and command lines.',
  );

const no = (problem: string, hint: string): NoChart => ({ kind: 'none', problem, hint });
