import { ActionError, type InputProblem } from '../errors.ts';
import { pinnedChecksum, pinnedVersions, type ToolArch, type ToolName } from './pinned-tools.ts';

/** One exact file: what to download, and how we know that it is the right one. */
export interface ToolFile {
  readonly tool: ToolName;
  /** Without a `v`: `4.0.0`. */
  readonly version: string;
  /** Of the file as it is downloaded, in hex digits. */
  readonly sha256: string;
  /** Below a server: `/helm-v4.0.0-linux-amd64.tar.gz`. */
  readonly path: string;
  /** Path of the program inside the archive; undefined where the file is the program. */
  readonly member: string | undefined;
  /** The servers of the project itself, in the order in which they are asked. */
  readonly hosts: readonly string[];
}

/** How a version is written as an input: `4.0.0`, `v4.0.0`, `4.2.3@sha256:…`. */
export const TOOL_VERSION = /^v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/;

const ARCHS: Readonly<Record<string, ToolArch>> = { x64: 'amd64', arm64: 'arm64' };

const HOSTS: Readonly<Record<ToolName, readonly string[]>> = {
  // Helm's releases on GitHub hold signatures only: there is no second server.
  helm: ['https://get.helm.sh'],
  // dl.k8s.io only sends on to the other; where it is down, that one still answers.
  kubectl: ['https://dl.k8s.io', 'https://cdn.dl.k8s.io'],
};

const pathOf = (tool: ToolName, version: string, arch: ToolArch): string =>
  tool === 'helm'
    ? `/helm-v${version}-linux-${arch}.tar.gz`
    : `/release/v${version}/bin/linux/${arch}/kubectl`;

/**
 * The file that an input asks for, on this kind of machine.
 * @param wanted matches `TOOL_VERSION`
 * @throws {ActionError} `command-missing` where there are no such files for the machine;
 *   `invalid-input` for a version without a checksum
 */
export function toolFile(
  tool: ToolName,
  wanted: string,
  machine: Pick<NodeJS.Process, 'platform' | 'arch'>,
): ToolFile {
  const arch = ARCHS[machine.arch];
  if (machine.platform !== 'linux' || arch === undefined) {
    throw new ActionError(
      'command-missing',
      `${tool} cannot be downloaded for ${machine.platform} ${machine.arch}, only for Linux on x64 and arm64`,
      { hint: `Put ${tool} on PATH and leave ${tool}-version out.` },
    );
  }
  const { version, given } = split(wanted);
  const sha256 = given ?? pinnedChecksum(tool, version, arch);
  if (sha256 === undefined) {
    const [problem] = unpinned(tool, wanted);
    throw new ActionError('invalid-input', problem?.message ?? '', { hint: problem?.hint ?? '' });
  }
  const path = pathOf(tool, version, arch);
  const member = tool === 'helm' ? `linux-${arch}/helm` : undefined;
  return { tool, version, sha256, path, member, hosts: HOSTS[tool] };
}

/** What is wrong with a version that is given without a checksum, where we have none either. */
export function unpinned(tool: ToolName, wanted: string): readonly InputProblem[] {
  const { version, given } = split(wanted);
  if (wanted === '' || given !== undefined) return [];
  if (pinnedChecksum(tool, version, 'amd64') !== undefined) return [];
  const [newest] = pinnedVersions(tool);
  const published =
    tool === 'helm'
      ? `${HOSTS.helm[0]}${pathOf(tool, version, 'amd64')}.sha256sum`
      : `${HOSTS.kubectl[0]}${pathOf(tool, version, 'amd64')}.sha256`;
  return [
    {
      input: `${tool}-version`,
      message: `no checksum of ${tool} ${version} is known here, and nothing is run unchecked`,
      hint: `Write ${version}@sha256:… with the one published at ${published} (for arm64: its name instead of amd64), or one of the known versions, the newest is ${newest}.`,
    },
  ];
}

function split(wanted: string): { readonly version: string; readonly given: string | undefined } {
  const [version = '', given] = wanted.split('@sha256:');
  return { version: version.replace(/^v/, ''), given };
}
