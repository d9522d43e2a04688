import type { KubeObject } from './manifest.ts';

/** What else has to be looked at to tell an address, by the paths of the API. */
export interface Surroundings {
  /** The live Services of type LoadBalancer. */
  readonly services: readonly KubeObject[];
  /** The Gateways that routes hang on. */
  readonly gateways: readonly KubeObject[];
}

interface IngressSpec {
  readonly tls?: readonly { readonly hosts?: readonly string[] }[];
  readonly rules?: readonly {
    readonly host?: string;
    readonly http?: { readonly paths?: readonly { readonly path?: string }[] };
  }[];
}
interface RouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly { readonly name: string; readonly sectionName?: string }[];
}
interface GatewaySpec {
  readonly listeners?: readonly { readonly name?: string; readonly protocol?: string }[];
}
interface ServiceSpec {
  readonly type?: string;
  readonly ports?: readonly { readonly port: number; readonly name?: string }[];
}
interface ServiceStatus {
  readonly loadBalancer?: {
    readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[];
  };
}

/**
 * Where people reach what a manifest deploys: its first HTTPRoute with a host name, else its first
 * Ingress, else its first load balancer that has an address. `''` when there is none.
 */
export function environmentUrl(
  manifest: readonly KubeObject[],
  { services, gateways }: Surroundings,
): string {
  const found = [
    ...manifest.filter(({ kind }) => kind === 'HTTPRoute').map((one) => ofRoute(one, gateways)),
    ...manifest.filter(({ kind }) => kind === 'Ingress').map(ofIngress),
    ...services.map(ofService),
  ];
  return found.find((url) => url !== '') ?? '';
}

/** A wildcard is no address. */
const isHost = (host: string | undefined): host is string => !!host && !host.startsWith('*');

function ofRoute({ spec }: KubeObject, gateways: readonly KubeObject[]): string {
  const { hostnames = [], parentRefs = [] } = (spec ?? {}) as RouteSpec;
  const host = hostnames.find(isHost);
  if (host === undefined) return '';
  const listeners = parentRefs.flatMap(({ name, sectionName }) =>
    gateways
      .filter(({ metadata }) => metadata.name === name)
      .flatMap((gateway) => ((gateway.spec ?? {}) as GatewaySpec).listeners ?? [])
      .filter((listener) => sectionName === undefined || listener.name === sectionName),
  );
  const secure = listeners.some(({ protocol }) => protocol === 'HTTPS');
  return `${secure ? 'https' : 'http'}://${host}`;
}

function ofIngress({ spec }: KubeObject): string {
  const { rules = [], tls = [] } = (spec ?? {}) as IngressSpec;
  const rule = rules.find(({ host }) => isHost(host));
  if (rule?.host === undefined) return '';
  const secure = tls.some(({ hosts = [] }) => hosts.includes(rule.host ?? ''));
  const path = rule.http?.paths?.[0]?.path ?? '/';
  // A path may be a pattern of the controller; only a plain one can be followed.
  const plain = /^\/[\w\-./]*$/.test(path) && path !== '/' ? path : '';
  return `${secure ? 'https' : 'http'}://${rule.host}${plain}`;
}

function ofService({ spec, status }: KubeObject): string {
  const { type, ports = [] } = (spec ?? {}) as ServiceSpec;
  const [address] = ((status ?? {}) as ServiceStatus).loadBalancer?.ingress ?? [];
  const host = address?.hostname ?? (address?.ip?.includes(':') ? `[${address.ip}]` : address?.ip);
  const port = ports[0]?.port;
  if (type !== 'LoadBalancer' || !host || port === undefined) return '';
  if (port === 443) return `https://${host}`;
  return port === 80 ? `http://${host}` : `http://${host}:${port}`;
}
