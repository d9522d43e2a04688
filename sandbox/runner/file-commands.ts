import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const;

/** The five files through which one phase of an action answers the runner. */
export interface FileCommands {
  /** `GITHUB_OUTPUT` and the others, for the phase's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** @throws {Error} with the runner's words where a file breaks its format */
  readonly collect: () => Collected;
}

export interface Collected {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
}

/** Makes the empty files in a folder of their own. */
export function fileCommands(folder: string): FileCommands {
  mkdirSync(folder, { recursive: true });
  const file = (name: (typeof NAMES)[number]): string => join(folder, name.toLowerCase());
  const read = (name: (typeof NAMES)[number]): string =>
    existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '';
  for (const name of NAMES) writeFileSync(file(name), '');
  return {
    env: Object.fromEntries(NAMES.map((name) => [`GITHUB_${name}`, file(name)])),
    collect: () => {
      const summary = read('STEP_SUMMARY');
      const size = Buffer.byteLength(summary);
      if (size > 1024 * 1024) {
        throw new Error(
          `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k`,
        );
      }
      const env = parseKeyValues(read('ENV'));
      if ('NODE_OPTIONS' in env) {
        throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
      }
      return {
        outputs: parseKeyValues(read('OUTPUT')),
        state: parseKeyValues(read('STATE')),
        env,
        path: read('PATH').split(/\r?\n/).filter(Boolean),
        summary,
      };
    },
  };
}

/**
 * Reads `name=value` lines and `name<<DELIMITER` blocks.
 * Rules: actions/runner 2.336, `src/Runner.Worker/FileCommandManager.cs`.
 */
export function parseKeyValues(content: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        throw new Error(
          `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`,
        );
      }
      const end = lines.indexOf(delimiter, i + 1);
      if (end < 0) {
        throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      }
      values[name] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return values;
}
