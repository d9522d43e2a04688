import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { ActionError } from '../errors.ts';

/** Names and contents of the files of an archive. */
export type ZipFiles = Readonly<Record<string, Buffer>>;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1980-01-01 in the format's own calendar: the same files make the same bytes. */
const DATE = 0x0021;

/**
 * An archive of a few small files, each deflated: the form in which GitHub keeps artifacts.
 * Source: PKWARE APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16.
 */
export function zip(files: ZipFiles): Buffer {
  const parts: Buffer[] = [];
  const listing: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content);
    const about = describe(path, content, packed);
    const local = Buffer.concat([words(LOCAL), about, path, packed]);
    listing.push(words(CENTRAL), halves(VERSION), about, halves(0, 0, 0), words(0, offset), path);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(listing);
  const count = Object.keys(files).length;
  const sizes = words(central.length, offset);
  return Buffer.concat([
    ...parts,
    central,
    words(END),
    halves(0, 0, count, count),
    sizes,
    halves(0),
  ]);
}

/** The fields that stand before each file and, again, in the listing at the end. */
const describe = (path: Buffer, content: Buffer, packed: Buffer): Buffer =>
  Buffer.concat([
    halves(VERSION, UTF8_NAMES, DEFLATE, 0, DATE),
    words(crc32(content), packed.length, content.length),
    halves(path.length, 0),
  ]);

function halves(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index);
  return bytes;
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}

/**
 * One file of an archive; undefined when it is not in there.
 * @param maxBytes more than this is not unpacked
 * @throws {ActionError} `request-failed` for what is no archive, or was cut or changed
 */
export function unzip(archive: Buffer, name: string, maxBytes: number): Buffer | undefined {
  try {
    return find(archive, name, maxBytes);
  } catch (cause) {
    if (cause instanceof ActionError) throw cause;
    throw broken(`it cannot be read`, cause);
  }
}

function find(archive: Buffer, name: string, maxBytes: number): Buffer | undefined {
  const end = archive.lastIndexOf(halves(END & 0xffff, END >>> 16));
  if (end < 0) throw broken('it has no end');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw broken('its listing is not where it should be');
    const [path, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const next = at + 46 + (path ?? 0);
    if (archive.toString('utf8', at + 46, next) === name) return unpack(archive, at, maxBytes);
    at = next + (extra ?? 0) + (comment ?? 0);
  }
  return undefined;
}

/** @param at of the file's entry in the listing: sizes may be missing before the file itself */
function unpack(archive: Buffer, at: number, maxBytes: number): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const sum = archive.readUInt32LE(at + 16);
  const length = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(from, from + length);
  if (method !== 0 && method !== DEFLATE) throw broken(`it is packed by method ${method}`);
  const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: maxBytes });
  if (crc32(content) !== sum) throw broken('its checksum is wrong');
  return content;
}

const broken = (why: string, cause?: unknown): ActionError =>
  new ActionError('request-failed', `The archive is not what was put there: ${why}`, { cause });
