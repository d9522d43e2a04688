/** What an action shows on the job's page. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: string;
}

/** A workflow command as the runner reads it from a line of output. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * Parses `::name key=value,…::data`; anything else is `undefined`.
 * Rules: actions/runner 2.336, `src/Runner.Common/ActionCommand.cs`, `TryParseV2`.
 */
export function parseCommand(line: string): Command | undefined {
  const match = /^\s*::([^ ]*?)(?: (.*?))?::(.*)$/s.exec(line);
  if (!match) return undefined;
  const [, name = '', info = '', data = ''] = match;
  const pairs = info
    .trim()
    .split(',')
    .filter((part) => part.includes('='))
    .map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), decode(part.slice(at + 1), PROPERTY)] as const;
    });
  return { name, properties: Object.fromEntries(pairs), data: decode(data, DATA) };
}

const DATA = { '%0D': '\r', '%0A': '\n', '%25': '%' };
const PROPERTY = { ...DATA, '%3A': ':', '%2C': ',' };

const decode = (text: string, codes: Readonly<Record<string, string>>): string =>
  text.replace(/%[0-9A-F]{2}/g, (code) => codes[code] ?? code);

/** GitHub keeps so many annotations of each level of a step; the log keeps all. */
const MAX_PER_STEP = 10;

/** Reads a step's output line by line as the runner does. One per job: masks stay. */
export interface CommandReader {
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly addMask: (secret: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  /** A new step: commands are read again, and its first 10 annotations of each level count. */
  readonly startStep: () => void;
  readonly mask: (text: string) => string;
  /** @returns the line as the log shows it, `undefined` where it shows none */
  readonly read: (line: string) => string | undefined;
}

/** Commands that environment files replaced. */
const RETIRED = ['set-output', 'save-state', 'set-env', 'add-path'];

/**
 * The commands actions use today. Problem matchers are shown as plain lines. Unlike the runner, a
 * mask hides exactly what was registered and its lines, no encodings: the action has to think of
 * those.
 * @param onRetired takes `set-output`, `save-state`, `set-env` and `add-path`; without it they are
 *   shown as plain lines
 */
export function commandReader(
  debug: boolean,
  onRetired?: (command: Command) => void,
): CommandReader {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  let resumeToken: string | undefined;
  const mask = (text: string): string =>
    masks.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  const addMask = (secret: string): void => {
    for (const part of [secret, ...secret.split(/\r?\n/)]) if (part !== '') masks.push(part);
    // The longest first: a short mask must not cut a long one into pieces that no longer match.
    masks.sort((a, b) => b.length - a.length);
  };
  let counts: Record<Annotation['level'], number> | undefined;
  const annotate = (annotation: Annotation): void => {
    if (counts !== undefined && ++counts[annotation.level] > MAX_PER_STEP) return;
    annotations.push(annotation);
  };
  const startStep = (): void => {
    counts = { error: 0, warning: 0, notice: 0 };
    resumeToken = undefined;
  };
  const read = (line: string): string | undefined => {
    const command = parseCommand(line);
    if (resumeToken !== undefined) {
      if (command?.name === resumeToken) resumeToken = undefined;
      return mask(line);
    }
    if (command !== undefined && onRetired && RETIRED.includes(command.name)) {
      onRetired(command);
      return undefined;
    }
    switch (command?.name) {
      case 'stop-commands':
        resumeToken = command.data;
        return mask(line);
      case 'add-mask':
        addMask(command.data);
        return undefined;
      case 'error':
      case 'warning':
      case 'notice': {
        const { title, file, line: at } = command.properties;
        const level = command.name;
        annotate({
          level,
          message: mask(command.data),
          ...(title !== undefined && { title: mask(title) }),
          ...(file !== undefined && { file }),
          ...(at !== undefined && { line: at }),
        });
        return `##[${level}]${mask(command.data)}`;
      }
      case 'debug':
        return debug ? `##[debug]${mask(command.data)}` : undefined;
      case 'group':
        return `##[group]${mask(command.data)}`;
      case 'endgroup':
        return '##[endgroup]';
      default:
        return mask(line);
    }
  };
  return { annotations, masks, addMask, annotate, startStep, mask, read };
}
