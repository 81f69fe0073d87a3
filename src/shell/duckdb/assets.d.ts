/** DuckDB's WebAssembly module (exception-handling bundle); made by vite.config.ts. */
declare module 'virtual:duckdb-wasm' {
  /** Address of the file; gzipped in a build, raw in the dev server. */
  export const url: string;
  /** Size of the gzipped file, to tell progress without a Content-Length; 0 in the dev server. */
  export const bytes: number;
}

/** The script of DuckDB's worker (a classic script); made by vite.config.ts. */
declare module 'virtual:duckdb-worker' {
  export const url: string;
  export const bytes: number;
}
