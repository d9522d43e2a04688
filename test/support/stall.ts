import { readFileSync } from 'node:fs';

/** Stops this process for so long, as a machine without time for it does: no event, no timer. */
export function stall(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Stops this process until a child of it has ended, and so long beyond. */
export function stallBeyond(child: number, ms: number): void {
  while (!/^State:\s+Z/m.test(readFileSync(`/proc/${child}/status`, 'utf8'))) stall(20);
  stall(ms);
}
