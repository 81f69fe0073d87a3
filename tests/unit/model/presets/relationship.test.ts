import { describe, expect, it } from 'vitest';
import { preset } from '../../../../src/model/schemes/presets/relationship.ts';
import { placeKnown, type Known } from './known.ts';

const nothing = {
  orders: 1, contacts: 0, contacts_in: 0, contacts_out: 0, followups: 0, outbound_quarters: 0, proposals: 0, joint: 0,
}; // prettier-ignore
const log = (more: Known): Known => ({ ...nothing, ...more });

describe('relationship', () => {
  it('one customer per level', () => {
    const people = [
      log({ contacts: 1, contacts_out: 1, joint: 1 }),
      log({ contacts: 2, contacts_out: 2, outbound_quarters: 2, proposals: 1 }),
      log({ contacts: 1, contacts_out: 1, outbound_quarters: 1, followups: 1 }),
      log({ contacts: 3, contacts_in: 3 }),
      log({}),
    ];
    expect(placeKnown(preset, people).tiers).toEqual(['partner', 'proactive', 'accountable', 'reactive', 'basic']); // prettier-ignore
  });

  it('edges of proactive: n contacts, k quarters, a proposal', () => {
    const just = { contacts: 4, contacts_out: 3, outbound_quarters: 3, proposals: 1 };
    const people = [
      log(just),
      log({ ...just, contacts_out: 2 }),
      log({ ...just, outbound_quarters: 2 }),
      log({ ...just, proposals: 0 }),
    ];
    const settings = { n: 3, k: 3 };
    expect(placeKnown(preset, people, { settings }).tiers).toEqual(['proactive', 'reactive', 'reactive', 'reactive']); // prettier-ignore
    expect(placeKnown(preset, people, { settings: { ...settings, proposal: false } }).tiers).toEqual(['proactive', 'reactive', 'reactive', 'proactive']); // prettier-ignore
  });

  it('a contact of ours that came too late is no follow-up, but a contact', () => {
    expect(placeKnown(preset, [log({ contacts: 1, contacts_out: 1, outbound_quarters: 1 })]).tiers).toEqual(['reactive']); // prettier-ignore
  });

  it('a log without directions tells basic from the rest, nothing more', () => {
    const unsaid = { contacts_in: NaN, contacts_out: NaN, followups: NaN, outbound_quarters: NaN };
    expect(placeKnown(preset, [log({ contacts: 2, ...unsaid }), log(unsaid)]).tiers).toEqual(['unknown', 'basic']); // prettier-ignore
  });

  it('without purposes who may be a partner is counted, not denied', () => {
    const unsaid = { proposals: NaN, joint: NaN };
    const { tiers, tiering } = placeKnown(preset, [log({ contacts: 1, followups: 1, ...unsaid })]);
    expect(tiers).toEqual(['accountable']);
    expect(tiering.tiers[0]).toMatchObject({ id: 'partner', customers: 0, unknown: 1 });
  });

  it('the days of a follow-up go into the metric’s options', () => {
    expect(placeKnown(preset, [log({})], { settings: { days: 7 } }).tiering.rules.options.followupDays).toBe(7); // prettier-ignore
  });

  it('who never ordered has no relationship after a sale', () => {
    expect(placeKnown(preset, [log({ orders: 0 })]).tiers).toEqual([null]);
  });
});
