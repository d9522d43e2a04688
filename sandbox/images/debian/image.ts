import { chmod, copyFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type StandIn, SYSTEM_PATH } from '../image.ts';
import { systemCertificates } from '../system-certificates.ts';

const SHELL = 'bash coreutils dash debianutils findutils grep sed tar gzip hostname mawk';
const SYSTEM = 'base-files base-passwd login passwd util-linux netbase tzdata';
const LIBRARIES = `libc-bin libc6 libacl1 libattr1 libselinux1 libpcre2-8-0 libgmp10 libssl3
  libstdc++6 libgcc-s1 gcc-12-base libtinfo6 libcrypt1 libzstd1 zlib1g libbz2-1.0 liblzma5 libmd0
  libblkid1 libmount1 libuuid1 libudev1 libsmartcols1 libcap-ng0 libcap2 libsystemd0 libgcrypt20
  libgpg-error0 liblz4-1 libpam0g libpam-modules libaudit1 libaudit-common libsemanage2 libsepol2
  libdb5.3`;

/** What every other image stands on. Has no apt: packages are only unpacked, none is installed. */
export const debian: StandIn = {
  names: ['debian:bookworm-slim', 'debian:12-slim'],
  folder: import.meta.dirname,
  packages: [SHELL, SYSTEM, LIBRARIES].flatMap((names) => names.split(/\s+/)),
  folders: [
    ...['proc', 'sys', 'dev', 'run', 'run/lock', 'etc/ssl/certs'].map((path) => ({ path })),
    { path: 'tmp', mode: '1777' },
    { path: 'root', mode: '700' },
  ],
  links: { 'usr/bin/awk': 'mawk', 'var/run': '/run', 'var/lock': '/run/lock' },
  finish: async (root) => {
    await createAccounts(root);
    const certificates = await systemCertificates();
    await mkdir(join(root, 'etc/ssl/certs'), { recursive: true });
    if (certificates !== '') {
      await writeFile(join(root, 'etc/ssl/certs/ca-certificates.crt'), certificates);
    }
    await rm(join(root, 'etc/localtime'), { force: true });
    await symlink('/usr/share/zoneinfo/Etc/UTC', join(root, 'etc/localtime'));
  },
  config: { Env: [SYSTEM_PATH], Cmd: ['bash'] },
};

/** What base-passwd's maintainer script does on a real installation. */
async function createAccounts(root: string): Promise<void> {
  for (const file of ['passwd', 'group']) {
    await copyFile(join(root, `usr/share/base-passwd/${file}.master`), join(root, 'etc', file));
  }
  const passwd = await readFile(join(root, 'etc/passwd'), 'utf8');
  const shadow = join(root, 'etc/shadow');
  await writeFile(shadow, passwd.replace(/:.*/g, ':*:19000:0:99999:7:::'));
  await chmod(shadow, 0o640);
}
