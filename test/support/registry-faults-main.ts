import { type FaultOptions, startFaultProxy } from './registry-faults.ts';

// The fault proxy as a process, for inside the sandbox's network: options as JSON in, address out.
const proxy = await startFaultProxy(JSON.parse(process.argv[2] ?? '{}') as FaultOptions);
process.stdout.write(`${proxy.host}\n`);
