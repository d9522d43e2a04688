import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readlink, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that others may be reading: they see the old or the new content, never half of it,
 * and where nothing changes nothing happens (kube-proxy ends itself when its file is touched).
 * One writer at a time: all of them hold the sandbox's lock.
 */
export async function replaceFile(file: string, content: string, mode = 0o644): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => undefined)) === content) return;
  const draft = `${file}.new`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, content, { mode });
  await rename(draft, file);
}

/**
 * Points a link to a program that others may be starting: it is there at every moment. An `up` that
 * finds everything running must not take helm or buildx away from somebody's test.
 */
export async function replaceLink(program: string, link: string): Promise<void> {
  if ((await readlink(link).catch(() => undefined)) === program) return;
  const draft = `${link}.${randomUUID()}`;
  await mkdir(dirname(link), { recursive: true });
  await symlink(program, draft);
  await rename(draft, link);
}
