/**
 * Milliseconds of processor time that this process uses from now on: what work costs, however long
 * a busy machine lets it wait.
 */
export function cpuTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
