import { environmentUrl } from '../../../src/domain/environment-url.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const object = (kind: string, spec: unknown, status?: unknown, name = 'web'): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name },
  spec,
  status,
});
const nothing = { services: [], gateways: [] };
const route = object('HTTPRoute', {
  hostnames: ['*.example.com', 'shop.example.com'],
  parentRefs: [{ name: 'public', sectionName: 'web' }],
});
const gateway = (protocol: string, name = 'web') =>
  object('Gateway', { listeners: [{ name, protocol }] }, undefined, 'public');
const ingress = (tls: unknown, path = '/') =>
  object('Ingress', { tls, rules: [{ host: 'shop.example.com', http: { paths: [{ path }] } }] });
const balancer = (address: unknown, port = 80) =>
  object(
    'Service',
    { type: 'LoadBalancer', ports: [{ port }] },
    { loadBalancer: { ingress: [address] } },
  );

test.each([
  ['nothing', [], nothing, ''],
  [
    'a route of a listener with TLS',
    [route],
    { ...nothing, gateways: [gateway('HTTPS')] },
    'https://shop.example.com',
  ],
  [
    'a route of a plain listener',
    [route],
    { ...nothing, gateways: [gateway('HTTP')] },
    'http://shop.example.com',
  ],
  [
    'TLS of another listener only',
    [route],
    { ...nothing, gateways: [gateway('HTTPS', 'other')] },
    'http://shop.example.com',
  ],
  ['an ingress', [ingress(undefined)], nothing, 'http://shop.example.com'],
  [
    'an ingress with TLS and a path',
    [ingress([{ hosts: ['shop.example.com'] }], '/app')],
    nothing,
    'https://shop.example.com/app',
  ],
  ['a path that is a pattern', [ingress([], '/app(/|$)(.*)')], nothing, 'http://shop.example.com'],
  ['an ingress for any host', [object('Ingress', { rules: [{}] })], nothing, ''],
  ['a route before an ingress', [ingress([]), route], nothing, 'http://shop.example.com'],
  [
    'a load balancer',
    [],
    { ...nothing, services: [balancer({ ip: '192.0.2.7' })] },
    'http://192.0.2.7',
  ],
  [
    'a load balancer by name, TLS',
    [],
    { ...nothing, services: [balancer({ hostname: 'lb.example.com' }, 443)] },
    'https://lb.example.com',
  ],
  [
    'a load balancer of IPv6',
    [],
    { ...nothing, services: [balancer({ ip: '2001:db8::7' }, 8080)] },
    'http://[2001:db8::7]:8080',
  ],
  [
    'a load balancer without an address yet',
    [],
    { ...nothing, services: [balancer(undefined)] },
    '',
  ],
])('%s', (_name, manifest, surroundings, url) => {
  expect(environmentUrl(manifest, surroundings)).toBe(url);
});
