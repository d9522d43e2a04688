/**
 * The repository's proc-receive hook: asks the emulator about each ref of a push and tells git's
 * receive-pack which to refuse, in the emulator's words (protocol: githooks, "proc-receive").
 */
import { readSync, writeSync } from 'node:fs';
import { request } from 'node:http';

const address = process.env.SANDBOX_PUSH;
if (!address) throw new Error('SANDBOX_PUSH is not set: pushes go through the emulator');

const version = readPackets();
if (!version[0]?.startsWith('version=1')) throw new Error(`unknown protocol: ${version[0]}`);
write('version=1\n');
flush();
const updates = readPackets().map((line) => {
  const [before, after, ref] = line.split(' ');
  return { before, after, ref };
});
for (const { ref, reason } of await ask(address, updates)) {
  if (reason === undefined) {
    write(`ok ${ref}`);
    // receive-pack changes the ref itself.
    write('option fall-through');
  } else {
    write(`ng ${ref} ${reason}`);
  }
}
flush();

interface Verdict {
  readonly ref: string;
  readonly reason?: string;
  readonly remote: readonly string[];
}

function ask(url: string, body: unknown): Promise<readonly Verdict[]> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        const verdicts = JSON.parse(text) as readonly Verdict[];
        // stderr of a hook reaches the client as `remote: …`.
        for (const { remote } of verdicts) for (const line of remote) console.error(line);
        resolve(verdicts);
      });
    });
    call.on('error', reject);
    call.end(JSON.stringify(body));
  });
}

/** Pkt-lines up to the next flush. */
function readPackets(): string[] {
  const lines: string[] = [];
  for (;;) {
    const length = Number.parseInt(read(4).toString(), 16);
    if (length === 0) return lines;
    lines.push(
      read(length - 4)
        .toString()
        .replace(/\n$/, ''),
    );
  }
}

function read(length: number): Buffer {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const count = readSync(0, buffer, done, length - done, null);
    if (count === 0) throw new Error('receive-pack ended in the middle of a packet');
    done += count;
  }
  return buffer;
}

function write(text: string): void {
  const bytes = Buffer.byteLength(text) + 4;
  writeSync(1, `${bytes.toString(16).padStart(4, '0')}${text}`);
}

function flush(): void {
  writeSync(1, '0000');
}
