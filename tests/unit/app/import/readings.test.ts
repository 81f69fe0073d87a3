import { expect, it } from 'vitest';
import { formOf, twoReadings } from '../../../../src/app/import/readings.ts';
import type { Draft } from '../../../../src/app/draft.ts';
import { parseIsoDay } from '../../../../src/base/day.ts';

it('takes up to three different cells that day first and month first read differently', () => {
  const cells = ['05/05/2024', '31/01/2024', '2024-01-02', '01/02/2024', '01/02/2024', '', '03/04/2024', '11/12/2024', '10/09/2024']; // prettier-ignore
  const draft = {
    inspection: {
      columns: [
        { index: 0, evidence: { dateShare: 0 } },
        { index: 1, evidence: { dateShare: 0.9 } },
      ],
      preview: cells.map((cell, i) => ({ record: i + 2, cells: ['01/03/2024', cell] })),
    },
  } as unknown as Draft;
  expect(twoReadings(draft)).toEqual([
    { cell: '01/02/2024', dmy: parseIsoDay('2024-02-01'), mdy: parseIsoDay('2024-01-02') },
    { cell: '03/04/2024', dmy: parseIsoDay('2024-04-03'), mdy: parseIsoDay('2024-03-04') },
    { cell: '11/12/2024', dmy: parseIsoDay('2024-12-11'), mdy: parseIsoDay('2024-11-12') },
  ]);
});

it('writes a number in the marks', () => {
  expect(formOf(',', '.')).toBe('1.234,56');
  expect(formOf('.', 'none')).toBe('1234.56');
});
