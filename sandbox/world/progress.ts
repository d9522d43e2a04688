/** Tells a person what is going on, one line per step with its time. */
export interface Progress {
  /** Runs one step: its name when it starts (on a terminal), name and seconds when it ends. */
  step<T>(name: string, body: () => Promise<T>): Promise<T>;
  note(line: string): void;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Progress on stderr, so that stdout stays free for what a command answers. */
export function terminalProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const open = new Map<string, number>();
  // Not for a terminal only: a CI log without a sign of life for four minutes looks like a hang.
  const heartbeat = (): void => {
    for (const [name, started] of open) {
      if (Date.now() - started > 20_000)
        out.write(`  … ${name} (${seconds(Date.now() - started)})\n`);
    }
  };
  return {
    async step(name, body) {
      const started = Date.now();
      const timer = setInterval(heartbeat, 30_000);
      timer.unref();
      open.set(name, started);
      try {
        const value = await body();
        out.write(`  ✔ ${name} ${seconds(Date.now() - started)}\n`);
        return value;
      } catch (error) {
        out.write(`  ✘ ${name} ${seconds(Date.now() - started)}\n`);
        throw error;
      } finally {
        open.delete(name);
        clearInterval(timer);
      }
    },
    note: (line) => void out.write(`  ${line}\n`),
  };
}
