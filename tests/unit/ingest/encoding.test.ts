import { describe, expect, it } from 'vitest';
import { guessEncoding, guessLegacy } from '../../../src/ingest/encoding.ts';
import { Utf8Check } from '../../../src/ingest/utf8.ts';
import fc from 'fast-check';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text in an encoding that JavaScript can only decode: every pair of bytes is tried. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let a = 0x80; a < 0xff; a++) {
    const one = decoder.decode(bytes(a));
    if (one.length === 1 && one !== '\ufffd') table.set(one, [a]);
    for (let b = 0x40; b < 0xff; b++) {
      const two = decoder.decode(bytes(a, b));
      if (two.length === 1 && two !== '\ufffd' && !table.has(two)) table.set(two, [a, b]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? [63]))),
  );
}

describe('guessEncoding', () => {
  it.each([
    ['gb18030', '客户,日期,金额\nA,2024-01-05,10\n'],
    ['gb18030', 'id,name,amount\n1,欧阳娜娜,5\n2,司马懿,7\n'],
    ['gb18030', '订单编号,买家会员名,买家实际支付金额,收货地址\n1,张**,5,浙江省杭州市余杭区\n'],
    ['big5', '客戶,日期,金額\nA,2024-01-05,10\n'],
    ['big5', '會員編號,消費日期,消費金額,門市\nA,2024-01-05,10,臺北信義店\n'],
    ['big5', 'id,name,amount\n1,歐陽娜娜,5\n2,林志玲,7\n'],
    ['windows-1252', 'client,ville\nCafé,Zürich\n'],
    ['windows-1252', 'Kunde;Straße;Betrag\nMüller;Hauptstraße;5\n'],
    ['shift_jis', '顧客番号,お名前,注文日,ご注文金額\n1,すずき たろう,2024/01/05,10\n'],
  ])('%s: %s', (encoding, text) => {
    const encoded = encode(text, encoding);
    expect(new TextDecoder(encoding).decode(encoded)).toBe(text);
    expect(guessEncoding(encoded, true)).toBe(encoding);
    expect(guessLegacy(encoded)).toBe(encoding);
  });

  it('knows byte order marks', () => {
    expect(guessEncoding(bytes(0xef, 0xbb, 0xbf, 0x61), true)).toBe('utf-8');
    expect(guessEncoding(bytes(0xff, 0xfe, 0x61, 0), true)).toBe('utf-16le');
    expect(guessEncoding(bytes(0xfe, 0xff, 0, 0x61), true)).toBe('utf-16be');
  });

  it('forgives a cut character only where the file goes on', () => {
    const cut = utf8('a,中').subarray(0, 4);
    expect(guessEncoding(cut, false)).toBe('utf-8');
    expect(guessEncoding(cut, true)).not.toBe('utf-8');
  });
});

describe('Utf8Check', () => {
  it('agrees with a fatal TextDecoder on any bytes, in any pieces', () => {
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0x61, 0xc3, 0xa9, 0xe4, 0xb8, 0xad, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0xe0),
    );
    const decodes = (all: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(all);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), fc.nat(8), (values, at) => {
        const all = new Uint8Array(values);
        const check = new Utf8Check();
        const wrong = [check.push(all.subarray(0, at)), check.push(all.subarray(at)), check.finish()];
        expect(wrong.every((position) => position < 0)).toBe(decodes(all));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees on characters of every length', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 6 });
    fc.assert(
      fc.property(text, (value) => {
        const check = new Utf8Check();
        expect([check.push(utf8(value)), check.finish()]).toEqual([-1, -1]);
      }),
    );
  });
});
