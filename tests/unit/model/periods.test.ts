import { describe, expect, it } from 'vitest';
import { isoDay, parseIsoDay } from '../../../src/base/day.ts';
import type { Model } from '../../../src/model/model.ts';
import { comparedPeriods, coveredDays, type PeriodChoice } from '../../../src/model/periods.ts';

const day = (text: string): number => parseIsoDay(text)!;
const none = { from: null, to: null };
const automatic: PeriodChoice = {
  unit: 'auto',
  count: 2,
  seasonStart: 3,
  days: null,
  partial: 'exclude',
  own: [none, none, none, none],
};
function found(from: string, to: string, choice: Partial<PeriodChoice> = {}) {
  const all = comparedPeriods({ ...automatic, ...choice }, { from: day(from), to: day(to) });
  const text = (list: typeof all.periods): string[] =>
    list.map((p) => `${isoDay(p.from)}..${isoDay(p.to)}${p.complete ? '' : '?'}`);
  return { ...all, periods: text(all.periods), leftOut: text(all.leftOut), labels: all.periods.map((p) => p.label) }; // prettier-ignore
}

describe('automatic periods: the longest calendar unit of which two complete ones exist', () => {
  it.each([
    ['2024-01-01', '2025-12-31', 'year', ['2024-01-01..2024-12-31', '2025-01-01..2025-12-31']],
    ['1997-01-01', '1998-06-30', 'half', ['1997-07-01..1997-12-31', '1998-01-01..1998-06-30']],
    ['2010-12-01', '2011-12-09', 'quarter', ['2011-04-01..2011-06-30', '2011-07-01..2011-09-30']],
    ['2024-01-15', '2024-04-30', 'month', ['2024-03-01..2024-03-31', '2024-04-01..2024-04-30']],
    ['2024-01-15', '2024-02-20', 'rolling', ['2024-01-16..2024-02-02', '2024-02-03..2024-02-20']],
  ])('%s to %s: %s', (from, to, unit, periods) => {
    expect(found(from, to)).toMatchObject({ unit, periods, replaced: false });
  });

  it('a unit must have as many complete periods as are compared', () => {
    expect(found('2024-01-01', '2025-12-31', { count: 3 }).unit).toBe('half');
    expect(found('2024-01-01', '2025-12-31', { count: 4 }).periods[0]).toBe('2024-01-01..2024-06-30');
  });

  it('fewer than two days have no two periods', () => {
    expect(found('2024-02-29', '2024-02-29').periods).toEqual([]);
    expect(found('2024-02-28', '2024-02-29').periods).toEqual(['2024-02-28..2024-02-28', '2024-02-29..2024-02-29']); // prettier-ignore
  });
});

describe('partial periods', () => {
  it('are left out and named', () => {
    const years = found('2022-01-01', '2025-09-30', { unit: 'year' });
    expect(years.periods).toEqual(['2023-01-01..2023-12-31', '2024-01-01..2024-12-31']);
    expect(years.leftOut).toEqual(['2025-01-01..2025-12-31?']);
  });

  it('are compared and marked where the user says so', () => {
    const years = found('2022-01-01', '2025-09-30', { unit: 'year', partial: 'mark' });
    expect(years.periods).toEqual(['2024-01-01..2024-12-31', '2025-01-01..2025-12-31?']);
    expect(years.leftOut).toEqual([]);
  });

  it('three days of a year may be missing, a fourth may not; of a month none', () => {
    expect(found('2024-01-04', '2025-12-28').unit).toBe('year');
    expect(found('2024-01-05', '2025-12-31').unit).toBe('half');
    expect(found('2024-01-01', '2025-12-27').unit).toBe('half');
    expect(found('2024-02-02', '2024-04-30', { unit: 'month' }).periods[0]).toBe('2024-03-01..2024-03-31');
  });
});

describe('season, rolling days and days of the user’s own', () => {
  it('a season is the same three months of successive years, also across the new year', () => {
    const summer = found('2022-01-01', '2024-07-31', { unit: 'season', seasonStart: 6 });
    expect(summer.periods).toEqual(['2022-06-01..2022-08-31', '2023-06-01..2023-08-31']);
    expect(summer.leftOut).toEqual(['2024-06-01..2024-08-31?']);
    const winter = found('2022-01-01', '2024-07-31', { unit: 'season', seasonStart: 12 });
    expect(winter.periods).toEqual(['2022-12-01..2023-02-28', '2023-12-01..2024-02-29']);
    expect(winter.labels[0]).toEqual({ kind: 'months', first: 2022 * 12 + 11, last: 2023 * 12 + 1 });
  });

  it('rolling periods go back from the last day', () => {
    expect(found('2024-01-01', '2024-12-31', { unit: 'rolling', days: 30, count: 3 }).periods).toEqual([
      '2024-10-03..2024-11-01', '2024-11-02..2024-12-01', '2024-12-02..2024-12-31',
    ]); // prettier-ignore
    expect(found('2024-01-01', '2024-01-31', { unit: 'rolling' }).periods).toEqual([
      '2024-01-02..2024-01-16', '2024-01-17..2024-01-31',
    ]); // prettier-ignore
  });

  it('typed days replace what was found, one end at a time, whatever the data cover', () => {
    const own = (...list: (string | null)[][]): PeriodChoice['own'] =>
      list.map(([from, to]) => ({ from: from ? day(from) : null, to: to ? day(to) : null }));
    const typed = found('2010-12-01', '2011-12-09', {
      own: own(['2010-12-01', '2011-05-31'], ['2011-06-01', '2011-11-30']),
    });
    expect(typed.periods).toEqual(['2010-12-01..2011-05-31', '2011-06-01..2011-11-30']);
    expect(typed.labels).toEqual([
      { kind: 'months', first: 2010 * 12 + 11, last: 2011 * 12 + 4 },
      { kind: 'months', first: 2011 * 12 + 5, last: 2011 * 12 + 10 },
    ]);
    expect(found('2010-12-01', '2011-12-09', { own: own(['2010-12-01', null]) }).periods[0]).toBe('2010-12-01..2011-06-30'); // prettier-ignore
    expect(found('2010-12-01', '2011-12-09', { own: own([null, null], [null, '2012-03-31']) }).periods[1]).toBe('2011-07-01..2012-03-31?'); // prettier-ignore
    expect(found('2024-01-01', '2024-12-31', { own: own(['2024-05-01', '2024-04-01']) }).periods[0]).toBe('2024-04-01..2024-05-01'); // prettier-ignore
    expect(found('2024-02-29', '2024-02-29', { own: own(['2024-01-01', '2024-01-31'], ['2024-02-01', '2024-02-29']) }).periods).toHaveLength(2); // prettier-ignore
  });

  it('typed days that are whole months are called as the calendar calls them', () => {
    const label = (from: string, to: string) =>
      found('2020-01-01', '2025-12-31', { own: [{ from: day(from), to: day(to) }] }).labels[0];
    expect(label('2021-01-01', '2021-12-31')).toEqual({ kind: 'year', year: 2021 });
    expect(label('2021-07-01', '2021-12-31')).toEqual({ kind: 'half', year: 2021, part: 2 });
    expect(label('2021-10-01', '2021-12-31')).toEqual({ kind: 'quarter', year: 2021, part: 4 });
    expect(label('2021-02-01', '2021-04-30')).toEqual({ kind: 'months', first: 2021 * 12 + 1, last: 2021 * 12 + 3 }); // prettier-ignore
    expect(label('2024-02-01', '2024-02-29')).toEqual({ kind: 'months', first: 2024 * 12 + 1, last: 2024 * 12 + 1 }); // prettier-ignore
    expect(label('2024-02-01', '2024-02-28')).toEqual({ kind: 'days' });
  });

  it('a unit of which there are not two gives way to another, and says so', () => {
    expect(found('2024-01-01', '2024-12-31', { unit: 'year' })).toMatchObject({ unit: 'half', replaced: true }); // prettier-ignore
    expect(found('2024-01-01', '2024-12-31', { unit: 'rolling', days: 300 })).toMatchObject({ unit: 'half', replaced: true }); // prettier-ignore
  });
});

describe('days that the data cover', () => {
  const model = (first: string | null, last: string | null, shape: Model['shape'] = 'lines') =>
    ({ firstDay: first && day(first), lastDay: last && day(last), shape }) as Model;
  const whole = (m: Model) => ({ from: m.firstDay!, to: m.lastDay!, asOf: m.lastDay!, halfDays: 0 });
  const covered = (m: Model, period = whole(m)): string | null => {
    const days = coveredDays(m, period);
    return days && `${isoDay(days.from)}..${isoDay(days.to)}`;
  };

  it('are what the document’s period and the file have in common', () => {
    const file = model('2024-02-01', '2024-11-30');
    expect(covered(file)).toBe('2024-02-01..2024-11-30');
    expect(covered(file, { ...whole(file), from: day('2020-01-01'), to: day('2024-06-30') })).toBe('2024-02-01..2024-06-30'); // prettier-ignore
    expect(covered(file, { ...whole(file), to: day('2030-01-01') })).toBe('2024-02-01..2024-11-30');
    expect(covered(file, { ...whole(file), from: day('2025-01-01'), to: day('2025-12-31') })).toBeNull();
    expect(coveredDays(model(null, null), null)).toBeNull();
  });

  it('a column of a month or a year reaches to its end', () => {
    expect(covered(model('2024-03-01', '2025-02-01', 'periods'))).toBe('2024-03-01..2025-02-28');
    expect(covered(model('2023-01-01', '2025-01-01', 'periods'))).toBe('2023-01-01..2025-12-31');
  });
});
