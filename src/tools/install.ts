import { createHash } from 'node:crypto';
import { access, chmod, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ActionError, describeError } from '../errors.ts';
import type { ToolName } from './pinned-tools.ts';
import { type ToolFile, toolFile } from './tool-source.ts';

export interface InstallPorts {
  /** Makes one GET request; any status is an answer, redirects are not followed. */
  readonly get: (request: {
    readonly url: string;
    readonly timeoutMs: number;
    readonly maxBytes: number;
  }) => Promise<Answer>;
  /** Of this process: RUNNER_TOOL_CACHE, and `MIRROR`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** RUNNER_TEMP. */
  readonly tempFolder: string;
  readonly info: (line: string) => void;
}

interface Answer {
  readonly status: number;
  readonly headers: { readonly location?: string | undefined };
  readonly body: Buffer;
}

/** Names a server of one's own that has the same paths; it is asked before all others. */
const MIRROR = 'DEPLOY_ACTIONS_TOOL_MIRROR';
/** kubectl, the largest, has 60 MB. */
const LARGEST = 200 * 1024 * 1024;
const DOWNLOAD_MS = 90_000;
const HOPS = 4;

/**
 * A program of exactly the wanted version: out of the runner's tool cache, or downloaded, and then
 * kept there. What is downloaded is compared with its checksum before it is written anywhere.
 * @param wanted matches `TOOL_VERSION`
 * @returns the path of the program
 * @throws {ActionError} `command-missing` naming all that was tried, or what came instead of the file
 */
export async function installTool(
  tool: ToolName,
  wanted: string,
  ports: InstallPorts,
): Promise<string> {
  const file = toolFile(tool, wanted, process);
  const servers = [...mirrorOf(ports.env), ...file.hosts];
  if (!ports.env.RUNNER_TOOL_CACHE) {
    throw new ActionError('command-missing', `${tool} cannot be kept: no RUNNER_TOOL_CACHE`, {
      hint: "GitHub's runner always sets it; elsewhere name a folder by it.",
    });
  }
  const kept = await findKept(file);
  if (kept !== undefined) return kept;
  const { content, from } = await download(file, servers, ports);
  ports.info(`${tool} ${file.version} downloaded from ${from}, sha256:${file.sha256}`);
  return keep(file, content, ports.tempFolder);
}

/** @throws {ActionError} `invalid-input` */
function mirrorOf(env: InstallPorts['env']): readonly string[] {
  const given = env[MIRROR] ?? '';
  if (given === '') return [];
  const base = given.replace(/\/+$/, '');
  if (URL.canParse(base) && base.startsWith('https://') && !/[?#]/.test(base)) return [base];
  throw new ActionError('invalid-input', `${MIRROR} is no https address`, {
    hint: 'https://mirror.example.com, with a path if you like, without a query.',
  });
}

/** @throws {ActionError} `command-missing` */
async function download(
  file: ToolFile,
  servers: readonly string[],
  ports: InstallPorts,
): Promise<{ readonly content: Buffer; readonly from: string }> {
  const tried: string[] = [];
  for (const server of servers) {
    const url = `${server}${file.path}`;
    const answer = await follow(url, ports).catch((error: unknown) => describeError(error));
    if (typeof answer !== 'string' && answer.status === 200) {
      refuseOther(file, answer.body, url);
      return { content: answer.body, from: named(url) };
    }
    const why = typeof answer === 'string' ? answer : `answered ${answer.status}`;
    tried.push(`${named(url)}: ${why}`);
  }
  throw new ActionError(
    'command-missing',
    `${file.tool} ${file.version} could not be downloaded:\n${tried.join('\n')}`,
    {
      hint: `Check that the runner can reach these servers, name one of your own by ${MIRROR}, or put ${file.tool} on PATH and leave ${file.tool}-version out.`,
    },
  );
}

/** The projects send downloads on to other hosts; never to plain http. */
async function follow(start: string, ports: InstallPorts): Promise<Answer> {
  let url = start;
  for (let hops = 0; ; hops++) {
    const answer = await ports.get({ url, timeoutMs: DOWNLOAD_MS, maxBytes: LARGEST });
    const { location } = answer.headers;
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (next?.protocol !== 'https:' || hops >= HOPS) return answer;
    url = next.href;
  }
}

/** Whoever serves another file is not passed over in silence: no further server is asked. */
function refuseOther(file: ToolFile, content: Buffer, url: string): void {
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 === file.sha256) return;
  throw new ActionError(
    'command-missing',
    `${named(url)} is not the ${file.tool} ${file.version} that was asked for: its ${content.length} bytes have sha256:${sha256}, expected is sha256:${file.sha256}`,
    {
      hint: 'Nothing of it was kept or run. A proxy that answers with a page of its own does this, too; so does a checksum of another processor (amd64, arm64).',
    },
  );
}

/** A mirror's address may hold a password. */
function named(url: string): string {
  const { host, pathname } = new URL(url);
  return `https://${host}${pathname}`;
}

/** Loaded only where a tool is wanted, from a file of its own in the bundle, without its own HTTP. */
const loadCache = () =>
  import(/* webpackExports: ["cacheDir", "extractTar", "find"] */ '@actions/tool-cache');

/** The checksum is part of the version: what one checksum let in is not found by another. */
const keyOf = ({ version, sha256 }: ToolFile): string => `${version}-sha256-${sha256}`;

async function findKept(file: ToolFile): Promise<string | undefined> {
  const cache = await loadCache();
  const folder = cache.find(file.tool, keyOf(file));
  if (folder === '') return undefined;
  const program = join(folder, file.tool);
  const runs = await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
  return runs ? program : undefined;
}

async function keep(file: ToolFile, content: Buffer, tempFolder: string): Promise<string> {
  const cache = await loadCache();
  const stage = await mkdtemp(join(tempFolder, 'tool-'));
  try {
    const program = join(stage, 'kept', file.tool);
    await mkdir(dirname(program));
    if (file.member === undefined) await writeFile(program, content);
    else {
      const archive = join(stage, 'archive.tar.gz');
      await writeFile(archive, content);
      const unpacked = await cache.extractTar(archive, join(stage, 'unpacked'));
      await rename(join(unpacked, file.member), program);
    }
    await chmod(program, 0o755);
    // Another job of this machine may have been faster, and may already run what it kept.
    const kept = await findKept(file);
    if (kept !== undefined) return kept;
    return join(await cache.cacheDir(dirname(program), file.tool, keyOf(file)), file.tool);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
