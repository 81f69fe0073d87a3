import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/membership.ts';
import { placeKnown, type Known } from './known.ts';
import { modelWith } from './people.ts';

const level = (text?: string): Known => ({
  orders: 1,
  texts: text === undefined ? {} : { member_level: text },
});
const model = modelWith(['member_level']);

describe('membership', () => {
  it('a level for the top is VIP, none is walk-in, any other is member', () => {
    const levels = [
      'VIP',
      'vip',
      '金卡',
      '钻石会员',
      'Platinum',
      '普通会员',
      'Silver',
      '散客',
      '非会员',
      undefined,
    ];
    expect(placeKnown(preset, levels.map(level), { model }).tiers).toEqual([
      'vip', 'vip', 'vip', 'vip', 'vip', 'member', 'member', 'walkin', 'walkin', 'walkin',
    ]); // prettier-ignore
  });

  it('traditional forms and full width say the same', () => {
    expect(placeKnown(preset, ['鑽石會員', 'ＶＩＰ', '貴賓', '非會員'].map(level), { model }).tiers).toEqual(['vip', 'vip', 'vip', 'walkin']); // prettier-ignore
  });

  it('which texts are VIP is a setting', () => {
    const settings = { vip: ['三星'], walkin: ['零星'] };
    expect(placeKnown(preset, ['三星', 'VIP', '零星', '散客'].map(level), { model, settings }).tiers).toEqual(['vip', 'member', 'walkin', 'member']); // prettier-ignore
  });

  it('a file without the column is said to lack it', () => {
    expect(placeKnown(preset, [level()], { model }).tiering.missing).toEqual(['member_level']);
  });
});
