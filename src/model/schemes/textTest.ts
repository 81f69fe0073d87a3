import { HOLDS, truthOf, UNKNOWN } from './bits.ts';
import type { Finding, Of } from './finding.ts';
import { normalText } from './normalText.ts';
import type { Quantities } from './quantities.ts';
import type { TextTest } from './types.ts';

export function text(condition: Of<'text'>, q: Quantities): Finding {
  const bits = textBits(condition, q);
  const values = q.text(condition.field);
  return {
    bits,
    nearable: false,
    report: (k) => {
      const code = values?.codes[k] ?? -1;
      const actual = code < 0 ? null : (values?.values[code] ?? null);
      return { condition, holds: truthOf(bits[k]!), actual, wanted: null, by: null, parts: [] };
    },
  };
}

function textBits({ field, values, anyOther = false }: TextTest, q: Quantities): Uint8Array {
  const bits = new Uint8Array(q.member.length).fill(UNKNOWN);
  const texts = q.text(field);
  if (!texts) return bits;
  const wanted = new Set(values.map(normalText));
  const byCode = texts.values.map((value) => (wanted.has(normalText(value)) === anyOther ? 0 : HOLDS));
  for (let k = 0; k < bits.length; k++) {
    const code = texts.codes[k]!;
    if (code >= 0) bits[k] = byCode[code]!;
  }
  return bits;
}
