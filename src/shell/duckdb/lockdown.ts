import { join, sql } from '../../sql/sql.ts';

export interface EngineLimits {
  /** As DuckDB reads it, for instance `500MB`; the default is four fifths of what WebAssembly can address. */
  readonly memoryLimit?: string;
}

/**
 * Settings of the connection that imports, which reports progress; to be run before the lock. Row numbers of a file
 * count on the insertion order.
 */
export const importSettings: readonly string[] = [
  'SET enable_progress_bar=true',
  'SET preserve_insertion_order=true',
];

/**
 * Takes the engine off the network and away from every file outside `directories`, and then locks the settings.
 * The order matters: directories can only be allowed while external access is still on, and nothing can be set after
 * the last statement. Cached file blocks are off because a registered file has no time stamp: another file under the
 * same name would be answered from the cache.
 */
export function lockdown(directories: readonly string[], limits: EngineLimits = {}): readonly string[] {
  const allowed = join(
    directories.map((directory) => sql`${directory}`),
    ', ',
  );
  return [
    ...(limits.memoryLimit === undefined ? [] : [sql`SET memory_limit=${limits.memoryLimit}`.text]),
    'SET enable_external_file_cache=false',
    sql`SET allowed_directories=[${allowed}]`.text,
    'SET autoload_known_extensions=false',
    'SET autoinstall_known_extensions=false',
    'SET allow_community_extensions=false',
    'SET enable_external_access=false',
    'SET lock_configuration=true',
  ];
}
