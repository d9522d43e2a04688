/** A user of an image, as a line of /etc/passwd and /etc/group. */
export interface ImageUser {
  readonly name: string;
  readonly uid: number;
  /** Default: the uid, with a group of the user's name. */
  readonly gid?: number;
  readonly home: string;
  readonly shell?: string;
}

/** A folder with an owner or mode of its own; made where it is missing. */
export interface ImageFolder {
  readonly path: string;
  readonly owner?: number;
  /** Octal, as in chmod. */
  readonly mode?: string;
}

/** The part of an OCI image's `config` that is used here. */
export interface ImageConfig {
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly StopSignal?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Volumes?: Readonly<Record<string, object>>;
}

/**
 * A stand-in for an image of Docker Hub: the same name, the same way to run it, made of Debian and
 * npm packages because no public image registry is needed then. One layer on top of `base`.
 */
export interface StandIn {
  /** As a Dockerfile says it: `redis:7-alpine`. The first is the main name. */
  readonly names: readonly [string, ...string[]];
  /** Folder of the definition: `rootfs/` in it is copied into the layer as it is. */
  readonly folder: string;
  readonly base?: StandIn;
  /** Debian bookworm packages, exactly these. */
  readonly packages?: readonly string[];
  /** npm packages `name@version`, unpacked to the path given. */
  readonly npmPackages?: Readonly<Record<string, string>>;
  readonly users?: readonly ImageUser[];
  readonly folders?: readonly ImageFolder[];
  /** Symbolic links: path → target. */
  readonly links?: Readonly<Record<string, string>>;
  /** Paths that are not taken over from the packages. */
  readonly without?: readonly string[];
  /** What cannot be declared; gets the layer's root folder. */
  readonly finish?: (root: string) => Promise<void>;
  readonly config: ImageConfig;
}

export const SYSTEM_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
