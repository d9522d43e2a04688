/** A step of the build (BuildKit calls it a vertex); it comes several times, each time with more. */
export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly started?: string;
  readonly completed?: string;
  readonly cached?: boolean;
  readonly error?: string;
}

/** Output of a step. */
export interface VertexLog {
  readonly vertex: string;
  /** base64. */
  readonly data: string;
}

/** https://pkg.go.dev/github.com/moby/buildkit/client#SolveStatus as `--progress=rawjson` prints it. */
export interface BuildEvent {
  readonly vertexes?: readonly Vertex[];
  readonly logs?: readonly VertexLog[];
  readonly warnings?: readonly { readonly short?: string; readonly url?: string }[];
}

/**
 * Reads buildx's stderr line by line. buildx 0.13 prints an event over many lines between `{` and
 * `}`, later versions print it on one; what is neither (its closing error) is text.
 */
export function createEventReader(on: {
  readonly event: (event: BuildEvent) => void;
  readonly text: (line: string) => void;
}): (line: string) => void {
  let open: string[] | undefined;
  return (line) => {
    if (open === undefined && line === '{') {
      open = [line];
    } else if (open === undefined) {
      const event = line.startsWith('{') ? parseEvent(line) : undefined;
      if (event) on.event(event);
      else on.text(line);
    } else {
      open.push(line);
      if (line !== '}') return;
      const event = parseEvent(open.join('\n'));
      if (event) on.event(event);
      else for (const text of open) on.text(text);
      open = undefined;
    }
  };
}

function parseEvent(text: string): BuildEvent | undefined {
  try {
    return JSON.parse(text) as BuildEvent;
  } catch {
    return undefined;
  }
}
