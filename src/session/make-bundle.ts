import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Bundle, type BundleImage, createBundle } from '../domain/bundle.ts';
import { listingDigest } from '../domain/listing-digest.ts';
import { ActionError } from '../errors.ts';
import type { Exec } from '../tools/exec.ts';
import { listFiles, listFolder } from '../tools/file-listing.ts';
import { readCheckout } from '../tools/git.ts';

export interface BundleParts {
  readonly images: Readonly<Record<string, BundleImage>>;
  /** Folder of the checkout, or `oci://…@sha256:…`. */
  readonly chart: string;
  /** deploy.yml and the values files of every environment; what is not there is left out. */
  readonly files: readonly string[];
  /** `owner/name` */
  readonly repository: string;
  /** Root of the checkout. */
  readonly workspace: string;
}

/**
 * Makes the bundle of a checkout and the images that were built from it. Every job that has the
 * same checkout and images makes the same one.
 * @throws {ActionError} `bundle-invalid`, `command-failed` outside of a checkout
 */
export async function makeBundle(parts: BundleParts, exec: Exec): Promise<Bundle> {
  const { images, chart, files, repository, workspace } = parts;
  const there = [...new Set(files.map((file) => resolve(workspace, file)))].filter(existsSync);
  const [checkout, digest, listed] = await Promise.all([
    readCheckout(workspace, exec),
    chartDigest(chart, workspace),
    listFiles(there, workspace),
  ]);
  const config = listingDigest(listed);
  return createBundle({ repository, ...checkout, images, chart: { ref: chart, digest }, config });
}

async function chartDigest(chart: string, workspace: string): Promise<string> {
  const [, pinned] = /^oci:\/\/\S+@(sha256:[0-9a-f]{64})$/.exec(chart) ?? [];
  if (pinned !== undefined) return pinned;
  const folder = resolve(workspace, chart);
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) {
    return listingDigest(await listFolder(folder));
  }
  throw new ActionError('bundle-invalid', `The chart ${chart} is no folder and has no digest`, {
    hint: 'A bundle needs a chart folder or oci://…@sha256:…: a version can be published again.',
  });
}
