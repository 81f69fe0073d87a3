/** One of the engine's files, as vite.config.ts gives it. */
export interface Asset {
  readonly url: string;
  /** Bytes that travel, 0 when not known. */
  readonly bytes: number;
}

/** Reads a stream's first two bytes without losing them. */
async function startsLikeGzip(stream: ReadableStream<Uint8Array>): Promise<boolean> {
  const reader = stream.getReader();
  const seen: number[] = [];
  while (seen.length < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    seen.push(...value.subarray(0, 2));
  }
  // Not awaited: a teed branch's cancel() ends only when the other branch is cancelled too.
  void reader.cancel();
  return seen[0] === 0x1f && seen[1] === 0x8b;
}

/**
 * Fetches a compressed file and inflates it. What has arrived is looked at first, since a server or proxy may have
 * sent it with a Content-Encoding, and then the browser has inflated it already.
 */
export async function fetchInflated(
  asset: Asset,
  type: string,
  received: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await fetch(asset.url, { signal });
  if (!response.ok || !response.body) throw new Error(`${asset.url}: HTTP ${response.status}`);
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      received(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const [probe, body] = response.body.pipeThrough(counter).tee();
  const plain = (await startsLikeGzip(probe)) ? body.pipeThrough(new DecompressionStream('gzip')) : body;
  return new Response(plain, { headers: { 'Content-Type': type } }).blob();
}
