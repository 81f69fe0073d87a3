import type { Contacted } from './identity.ts';

/** Ids that are written and read as one piece of text. */
const batch = 4096;

/**
 * The customers of a file with their contacts as bytes, one JSON array a line, so that they pass between workers and
 * the page without being copied or looked at.
 */
export function writeContacts(contacts: Iterable<Contacted>): Blob {
  const parts: string[] = [];
  let lines: string[] = [];
  for (const { id, email, phone, rows } of contacts) {
    lines.push(JSON.stringify([id, email ?? null, phone ?? null, rows ?? 1]));
    if (lines.length < batch) continue;
    parts.push(`${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) parts.push(`${lines.join('\n')}\n`);
  return new Blob(parts);
}

/** What `writeContacts` has written, of one file after the other. */
export async function readContacts(files: readonly Blob[], signal?: AbortSignal): Promise<Contacted[]> {
  const all: Contacted[] = [];
  for (const file of files) {
    const text = await file.text();
    signal?.throwIfAborted();
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const [id, email, phone, rows] = JSON.parse(line) as [string, string | null, string | null, number];
      all.push({ id, email, phone, rows });
    }
  }
  return all;
}
