/** Tells a person what is going on, one line per step with its time. */
export interface Progress {
  /** Runs one step: its name when it starts (on a terminal), name and seconds when it ends. */
  step<T>(name: string, body: () => Promise<T>): Promise<T>;
  note(line: string): void;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Progress on stderr, so that stdout stays free for what a command answers. */
export function terminalProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const line = (sign: string, name: string, started: number): void =>
    void out.write(`  ${sign} ${name.padEnd(32)} ${seconds(Date.now() - started).padStart(8)}\n`);
  return {
    async step(name, body) {
      const started = Date.now();
      // Not for a terminal only: a CI log without a sign of life for four minutes looks like a hang.
      const heartbeat = setInterval(() => line('…', name, started), 30_000);
      heartbeat.unref();
      try {
        const value = await body();
        line('✔', name, started);
        return value;
      } catch (error) {
        line('✘', name, started);
        throw error;
      } finally {
        clearInterval(heartbeat);
      }
    },
    note: (text) => void out.write(`  ${text}\n`),
  };
}
