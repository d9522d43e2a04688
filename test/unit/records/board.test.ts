import type { KubeAnswer, KubeCall } from '../../../src/cluster/connect.ts';
import { withHold } from '../../../src/domain/notices.ts';
import { openBoard } from '../../../src/records/board.ts';

/** A server with leases and configmaps that can forbid the one or the other. */
function server() {
  const stored = new Map<string, unknown>();
  const forbidden = new Set<string>();
  const call = async ({ method = 'GET', path, body }: KubeCall): Promise<KubeAnswer> => {
    const kind = path.includes('/leases') ? 'leases' : 'configmaps';
    if (forbidden.has(kind)) return { status: 403, body: { message: 'forbidden' } };
    if (method === 'GET') {
      const found = stored.get(kind);
      return found ? { status: 200, body: found } : { status: 404, body: {} };
    }
    stored.set(kind, body);
    return { status: method === 'POST' ? 201 : 200, body };
  };
  const board = openBoard(call, 'shop', 'web', async () => {});
  return { board, forbidden, stored };
}
const hold = { reason: 'broken', by: 'alice', at: '2026-01-01T00:00:00Z', run: '1.1' };

test('without rights on leases the board is a ConfigMap', async () => {
  const { board, forbidden, stored } = server();
  forbidden.add('leases');
  await board.update((notices) => withHold(notices, hold));
  expect([...stored.keys()]).toEqual(['configmaps']);
  expect((await board.read()).hold).toEqual(hold);
});

test('a Lease that could be read stays the board: a server that was just restarted forbids everything for seconds', async () => {
  const { board, forbidden, stored } = server();
  await board.update((notices) => withHold(notices, hold));
  forbidden.add('leases');
  await expect(board.read()).rejects.toThrow('forbidden');
  await expect(board.update((notices) => notices)).rejects.toThrow('forbidden');
  forbidden.clear();
  expect((await board.read()).hold).toEqual(hold);
  expect([...stored.keys()]).toEqual(['leases']);
});
