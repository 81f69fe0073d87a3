/** Amount in cents as decimal text with two places. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Comma-separated text with a header; the generators use no field that would need quotes. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((fields) => fields.join(',')).join('\n') + '\n';
}
