import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';

// An admission webhook on the node that adds a container to every new pod, as a service mesh does.
// On stdin {cert, key, port, sidecar}: PEM texts, 0 for any port, and the container; on stdout the port.
const { cert, key, port, sidecar } = JSON.parse(await text(process.stdin));
const patch = JSON.stringify([{ op: 'add', path: '/spec/containers/-', value: sidecar }]);

const server = createServer({ cert, key }, async (incoming, outgoing) => {
  const { request } = (await json(incoming)) as { request: { uid: string } };
  const response = {
    uid: request.uid,
    allowed: true,
    patchType: 'JSONPatch',
    patch: Buffer.from(patch).toString('base64'),
  };
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  const review = { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response };
  outgoing.end(JSON.stringify(review));
});
server.listen(port, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
