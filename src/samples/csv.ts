/** Amount in cents as decimal text with two places. */
export function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** Comma-separated text with a header; the generators use no field that would need quotes. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((fields) => fields.join(',')).join('\n') + '\n';
}
