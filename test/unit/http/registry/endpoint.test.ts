import { ActionError } from '../../../../src/errors.ts';
import { createEndpoints, isThisMachine } from '../../../../src/http/registry/endpoint.ts';
import type { Send } from '../../../../src/http/request.ts';

test.each([
  ['localhost', true],
  ['localhost:5000', true],
  ['127.0.0.1:5000', true],
  ['127.1.2.3', true],
  ['[::1]:5000', true],
  ['ghcr.io', false],
  ['10.0.0.1:5000', false],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
])('%s is this machine: %s', (host, expected) => {
  expect(isThisMachine(host)).toBe(expected);
});

const failing =
  (code: string): Send =>
  async () => {
    const cause = Object.assign(new Error(code), { code });
    throw new ActionError('request-failed', 'failed', { cause });
  };
const never: Send = () => Promise.reject(new Error('not expected'));

test('other machines are reached by https, without asking first', async () => {
  const endpoint = createEndpoints(never);
  expect(await endpoint('ghcr.io')).toBe('https://ghcr.io');
  expect(await endpoint('docker.io')).toBe('https://registry-1.docker.io');
});

test('this machine is reached by plain http only where no TLS is spoken', async () => {
  expect(await createEndpoints(failing('EPROTO'))('localhost:5000')).toBe('http://localhost:5000');
  await expect(
    createEndpoints(failing('SELF_SIGNED_CERT_IN_CHAIN'))('localhost:5000'),
  ).rejects.toMatchObject({ code: 'request-failed' });
});
