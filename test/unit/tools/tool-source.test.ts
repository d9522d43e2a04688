import { pinnedVersions, type ToolName } from '../../../src/tools/pinned-tools.ts';
import { toolFile, unpinned } from '../../../src/tools/tool-source.ts';

const X64 = { platform: 'linux', arch: 'x64' } as const;
const ARM = { platform: 'linux', arch: 'arm64' } as const;
const GIVEN = 'a'.repeat(64);

test.each([
  ['helm', '3.18.4', X64, '/helm-v3.18.4-linux-amd64.tar.gz', 'linux-amd64/helm'],
  ['helm', 'v3.18.4', ARM, '/helm-v3.18.4-linux-arm64.tar.gz', 'linux-arm64/helm'],
  ['kubectl', '1.36.4', X64, '/release/v1.36.4/bin/linux/amd64/kubectl', undefined],
  ['kubectl', 'v1.36.4', ARM, '/release/v1.36.4/bin/linux/arm64/kubectl', undefined],
] as const)('%s %s is one file of its project', (tool, wanted, machine, path, member) => {
  const file = toolFile(tool, wanted, machine);
  expect(file).toMatchObject({ tool, version: wanted.replace('v', ''), path, member });
  expect(file.hosts.every((host) => /^https:\/\/[a-z0-9.]+$/.test(host))).toBe(true);
});

test('a checksum that is given is the one that counts, also for a version we know', () => {
  expect(toolFile('helm', `4.2.3@sha256:${GIVEN}`, X64).sha256).toBe(GIVEN);
  expect(toolFile('helm', `3.18.4@sha256:${GIVEN}`, X64).sha256).toBe(GIVEN);
});

test.each(['helm', 'kubectl'] as const)(
  'every known %s has its own checksums',
  (tool: ToolName) => {
    const sums = pinnedVersions(tool).flatMap((version) =>
      [X64, ARM].map((machine) => toolFile(tool, version, machine).sha256),
    );
    expect(sums.filter((sum) => !/^[0-9a-f]{64}$/.test(sum))).toEqual([]);
    expect(new Set(sums).size).toBe(sums.length);
    expect(sums.length).toBeGreaterThan(10);
  },
);

test.each([
  ['helm', '4.2.3', 'https://get.helm.sh/helm-v4.2.3-linux-amd64.tar.gz.sha256sum'],
  ['kubectl', 'v1.99.0', 'https://dl.k8s.io/release/v1.99.0/bin/linux/amd64/kubectl.sha256'],
] as const)('%s %s is refused with the place of its checksum', (tool, wanted, place) => {
  const [problem, ...more] = unpinned(tool, wanted);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ input: `${tool}-version` });
  expect(problem?.hint).toContain(place);
  expect(() => toolFile(tool, wanted, X64)).toThrow(problem?.message);
});

test('nothing is wrong with what is known, given, or not asked for', () => {
  for (const wanted of ['', '3.18.0', 'v3.18.0', `4.2.3@sha256:${GIVEN}`]) {
    expect(unpinned('helm', wanted)).toEqual([]);
  }
});

test.each([
  { platform: 'darwin', arch: 'arm64' },
  { platform: 'linux', arch: 's390x' },
] as const)('$platform $arch has no downloads: it says so', (machine) => {
  expect(() => toolFile('helm', '3.18.4', machine)).toThrow(/only for Linux on x64 and arm64/);
});
