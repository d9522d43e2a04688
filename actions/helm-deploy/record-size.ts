import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { recordBytes } from '../../src/domain/release-size.ts';

/** Even what cannot be packed fits into a Secret below this; packing takes a second for a MiB. */
const SMALL = 700 * 1024;

/** Bytes that helm would store of a release; undefined where it fits in any case. */
export async function sizeOf({ raw }: ReleaseRecord): Promise<number | undefined> {
  const json = JSON.stringify(raw);
  if (json.length < SMALL) return undefined;
  const packed = await promisify(gzip)(json, { level: constants.Z_BEST_COMPRESSION });
  return recordBytes(packed.length);
}
