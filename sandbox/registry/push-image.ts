import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  connectRegistry,
  type RegistryAddress,
  type RegistryAnswer,
  type RegistrySend,
} from './registry-http.ts';

/** An image out of layer archives, without a build engine. */
export interface LayeredImage {
  /** `repository:tag`. */
  readonly name: string;
  /** Uncompressed tar files, base first. */
  readonly layers: readonly string[];
  /** OCI image `config`: Env, Entrypoint, Cmd, User, WorkingDir, ExposedPorts … */
  readonly config: object;
  /** Repository of the same registry that may hold the layers already. */
  readonly mountFrom?: string;
}

interface Blob {
  readonly digest: string;
  readonly size: number;
  readonly open: () => Buffer | Readable;
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/**
 * Pushes an image and returns its manifest digest. The same layers and config always give the same
 * digest; what the registry has is not sent again. Fails with the registry's own answer.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-blobs
 */
export async function pushImage(
  registry: RegistryAddress,
  image: LayeredImage,
): Promise<{ digest: string }> {
  const [repository = '', tag = 'latest'] = image.name.split(':');
  const layers = await Promise.all(image.layers.map(fileBlob));
  const config = jsonBlob(imageConfig(image, layers));
  const manifest = jsonBlob({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: descriptor('application/vnd.oci.image.config.v1+json', config),
    layers: layers.map((layer) => descriptor('application/vnd.oci.image.layer.v1.tar', layer)),
  });
  const { send, close } = await connectRegistry(registry);
  try {
    for (const blob of [...layers, config]) {
      await pushBlob(send, repository, blob, image.mountFrom);
    }
    const path = `${repository}/manifests/${tag}`;
    const headers = { 'content-type': MANIFEST, accept: MANIFEST };
    const known = await send({ method: 'HEAD', path, headers });
    if (known.header('docker-content-digest') !== manifest.digest) {
      const put = await send({ method: 'PUT', path, headers, body: manifest.bytes });
      expectStatus(put, 201, `manifest of ${image.name}`);
    }
    return { digest: manifest.digest };
  } finally {
    close();
  }
}

async function pushBlob(
  send: RegistrySend,
  repository: string,
  blob: Blob,
  mountFrom: string | undefined,
): Promise<void> {
  const known = await send({ method: 'HEAD', path: `${repository}/blobs/${blob.digest}` });
  if (known.status === 200) return;
  const mount = mountFrom ? `?mount=${blob.digest}&from=${mountFrom}` : '';
  const upload = await send({ method: 'POST', path: `${repository}/blobs/uploads/${mount}` });
  if (upload.status === 201) return;
  expectStatus(upload, 202, `upload into ${repository}`);
  const location = upload.header('location') ?? '';
  const put = await send({
    method: 'PUT',
    path: `${location}${location.includes('?') ? '&' : '?'}digest=${blob.digest}`,
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(blob.size) },
    body: blob.open(),
  });
  expectStatus(put, 201, `blob ${blob.digest} of ${repository}`);
}

function expectStatus(answer: RegistryAnswer, status: number, what: string): void {
  if (answer.status === status) return;
  throw new Error(`the registry refused the ${what}: HTTP ${answer.status} ${answer.text.trim()}`);
}

function imageConfig(image: LayeredImage, layers: readonly Blob[]): object {
  const created = '1970-01-01T00:00:00Z';
  return {
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    created,
    config: image.config,
    rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.digest) },
    history: layers.map(() => ({ created, created_by: 'deploy-actions sandbox' })),
  };
}

const descriptor = (mediaType: string, blob: Blob): object => ({
  mediaType,
  digest: blob.digest,
  size: blob.size,
});

function jsonBlob(value: object): Blob & { readonly bytes: Buffer } {
  const bytes = Buffer.from(JSON.stringify(value));
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return { digest, size: bytes.length, open: () => bytes, bytes };
}

async function fileBlob(file: string): Promise<Blob> {
  const chunks = { highWaterMark: 1 << 20 };
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, chunks)) hash.update(chunk as Buffer);
  const digest = `sha256:${hash.digest('hex')}`;
  return { digest, size: (await stat(file)).size, open: () => createReadStream(file, chunks) };
}
