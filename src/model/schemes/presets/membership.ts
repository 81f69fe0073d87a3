import { defaultMetricOptions } from '../../metrics/types.ts';
import { texts } from '../../setting.ts';
import { definePreset } from '../definePreset.ts';

/** Best first; `walkin` is who has no level, or one that says there is none. */
export const memberGroups = ['vip', 'member', 'walkin'] as const;
export type MemberGroup = (typeof memberGroups)[number];

const vipTexts = [
  'VIP', 'VIP客户', 'VIP会员', 'SVIP', '贵宾', '贵宾会员', '金卡', '金卡会员', '白金', '白金卡', '白金会员', '铂金', '铂金卡',
  '铂金会员', '钻石', '钻石卡', '钻石会员', '黑卡', '黑金', '黑金卡', '至尊', 'Gold', 'Platinum', 'Diamond', 'Black', 'Premium',
]; // prettier-ignore
const walkinTexts = [
  '散客', '普通散客', '非会员', '游客', '无', '否', '无会员', 'None', 'No', 'Guest', 'Walk-in', 'Walkin', 'Non-member', 'Nonmember', '-', '/', '0',
]; // prettier-ignore

export const preset = definePreset({
  id: 'membership',
  order: 12,
  settings: {
    vip: texts('vip', 'member_level', vipTexts),
    walkin: texts('walkin', 'member_level', walkinTexts),
  },
  rules: ({ vip, walkin }) => ({
    population: 'all',
    scores: [],
    tiers: [
      { id: 'vip', name: null, when: { kind: 'text', field: 'member_level', values: vip } },
      {
        id: 'member',
        name: null,
        when: { kind: 'text', field: 'member_level', values: [...vip, ...walkin], anyOther: true },
      },
    ],
    rest: { id: 'walkin', name: null },
    options: defaultMetricOptions,
  }),
  strings: {
    en: {
      title: 'Walk-in, member, VIP',
      rule: 'VIP: a member level that stands for the top; member: any other level; walk-in: none.',
      tiers: { vip: 'VIP', member: 'Member', walkin: 'Walk-in' },
      settings: {
        vip: { label: 'Levels that are VIP', definition: 'Texts of the member level that make a VIP.' },
        walkin: {
          label: 'Texts that mean no level',
          definition: 'Texts of the member level that say the customer is no member; a blank says the same.',
        },
      },
      scores: {},
    },
    'zh-Hans': {
      title: '散客、会员与VIP',
      rule: 'VIP：最高一档的会员等级；会员：其他等级；散客：没有等级。',
      tiers: { vip: 'VIP客户', member: '普通会员', walkin: '散客' },
      settings: {
        vip: { label: '算作VIP的等级', definition: '会员等级为这些文字的客户算VIP。' },
        walkin: { label: '表示没有等级的文字', definition: '会员等级为这些文字的客户不是会员；空白也一样。' },
      },
      scores: {},
    },
  },
});
