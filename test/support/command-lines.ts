import { readdirSync, readFileSync } from 'node:fs';

/** Command lines on this machine that matched at any moment until the run ended. */
export async function watchCommandLines(
  wanted: string | RegExp,
  run: Promise<unknown>,
): Promise<string[]> {
  const matches = (line: string): boolean =>
    typeof wanted === 'string' ? line.includes(wanted) : wanted.test(line);
  const found = new Set<string>();
  const over = run.then(
    () => true,
    () => true,
  );
  for (;;) {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (matches(line)) found.add(line);
      } catch {} // The process has ended.
    }
    const pause = new Promise<false>((resolve) => setTimeout(resolve, 5, false));
    if (await Promise.race([over, pause])) return [...found];
  }
}
