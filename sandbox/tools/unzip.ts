import { inflateRawSync } from 'node:zlib';

/**
 * Reads one file out of a zip archive: neither node nor a minimal Debian brings an unzip. Knows
 * stored and deflated entries below 4 GB. Throws when there is no such entry.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3)
 */
export function unzip(zip: Buffer, name: string): Buffer {
  for (const entry of entries(zip)) if (entry.name === name) return content(zip, entry.at);
  throw new Error(`the zip archive holds no ${name}`);
}

/** The files below a folder of the archive, by their path in it; none where it has no such folder. */
export function unzipFolder(zip: Buffer, folder: string): ReadonlyMap<string, Buffer> {
  const below = [...entries(zip)].filter(
    ({ name }) => name.startsWith(`${folder}/`) && !name.endsWith('/'),
  );
  return new Map(
    below.map(({ name, at }) => [name.slice(folder.length + 1), content(zip, at)] as const),
  );
}

/** Name and place of each entry, as the directory at the archive's end lists them. */
function* entries(zip: Buffer): Iterable<{ readonly name: string; readonly at: number }> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('not a zip archive: it has no end of central directory');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    yield { name: zip.toString('utf8', at + 46, at + 46 + nameLength), at };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function content(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const data = zip.subarray(start, start + size);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data);
  throw new Error(`zip compression method ${method} is not supported`);
}
