import { describe, expect, it } from 'vitest';
import { statusDefaults } from '../../../src/model/status.ts';

const choices = (...values: string[]) => Object.values(statusDefaults(values));

describe('states of orders', () => {
  it.each([
    'paid', 'Paid', 'PAID', 'completed', 'Complete', 'wc-completed', 'processing', 'on-hold', 'shipped', 'Delivered', 'fulfilled', 'authorized', 'closed won',
    'partially_refunded', 'Partially refunded', 'partially_paid', 'refund requested', 'Refund rejected', 'not cancelled',
    '交易成功', '已完成', '完成', '卖家已发货', '买家已付款', '已发货', '已付款', '已支付', '已签收', '待发货', '待收货', '部分退款', '退款关闭', '退款中', '无退款', '未取消', '锁定', '已完成订单',
    '交易完成', '已出貨', '已審核', 'something new', '7',
  ])('%s counts', (value) => {
    expect(choices(value)).toEqual(['use']);
  }); // prettier-ignore

  it.each([
    'cancelled', 'canceled', 'Canceled by customer', 'wc-cancelled', 'CANCELLED', 'voided', 'Void', 'failed', 'Payment failed', 'pending', 'wc-pending', 'pending payment',
    'Pending Payment', 'Payment pending', 'awaiting payment', 'unpaid', 'Unpaid', 'refunded', 'Refunded', 'wc-refunded', 'fully refunded', 'refund', 'charge-back', 'expired', 'declined', 'abandoned',
    'trash', 'draft',
    '交易关闭', '已关闭', '关闭', '已取消', '取消', '买家取消', '等待买家付款', '待付款', '未付款', '待支付', '作废', '已作废', '已退款', '全额退款', '退款成功', '退款完成', '支付失败', '已失效',
    '交易關閉', '已取消訂單', '等待買家付款', '待付款', '作廢', '已退款', '不成立', '退货退款',
  ])('%s is set aside', (value) => {
    expect(choices(value)).toEqual(['set_aside']);
  }); // prettier-ignore

  it.each(['return', 'Returned', '退货', '退貨', '销售退货', '红字', 'Credit note'])('%s is a return of its own', (value) => {
    expect(choices(value)).toEqual(['negate']);
  }); // prettier-ignore

  it('names the values as read, trimmed, and leaves blanks out', () => {
    expect(statusDefaults([' Paid ', '', '交易关闭'])).toEqual({ Paid: 'use', 交易关闭: 'set_aside' });
  });
});
