/** Throws when a condition that the code relies on does not hold; for programming errors, never for bad input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
