import { text } from 'node:stream/consumers';
import { type FaultOptions, startFaultProxy } from './registry-faults.ts';

// The fault proxy as a process, for inside the sandbox's network: options as JSON on stdin (a login
// may be among them), the address on stdout.
const proxy = await startFaultProxy(JSON.parse(await text(process.stdin)) as FaultOptions);
process.stdout.write(`${proxy.host}\n`);
