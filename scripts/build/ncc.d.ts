declare module '@vercel/ncc' {
  interface Bundle {
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
    readonly symlinks: Readonly<Record<string, string>>;
  }
  interface Options {
    readonly cache: boolean;
    readonly quiet: boolean;
    readonly esm: boolean;
    /** Name of the asset that gets the licences of all bundled packages. */
    readonly license: string;
  }
  /** @param input absolute path of a JavaScript file */
  export default function ncc(input: string, options: Options): Promise<Bundle>;
}
