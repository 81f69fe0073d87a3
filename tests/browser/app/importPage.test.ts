import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addsUp } from './ledger.ts';
import { appSite, sheet, type App } from './site.ts';

const site = appSite();
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** 24 good rows, then one of each thing that needs a word. */
const dirty = [
  'Order ID,Customer,Order Date,Amount,Order Status',
  ...Array.from({ length: 24 }, (_, i) => `O${i},C${i % 6},2024-01-${String(i + 1).padStart(2, '0')},${100 + i},Paid`),
  'O90,C1,2024-02-01,"(40.00)",Paid',
  'O91,C2,2024-02-02,"(60.00)",Paid',
  'O92,C3,2024-02-31,7,Paid',
  'O93,C4,2024-02-04,many,Paid',
  'O94,C5,2024-02-05,900,Cancelled',
  'O95,,2024-02-06,3,Paid',
  'O95,,2024-02-06,3,Paid',
].join('\n'); // prettier-ignore

const ledger = async (app: App): Promise<{ records: number; used: number; setAside: number }> => {
  const line = app.page.locator('[data-testid=import-ledger][data-used]');
  await line.waitFor();
  const [records, used, setAside] = await Promise.all(
    ['data-records', 'data-used', 'data-set-aside'].map(async (name) =>
      Number(await line.getAttribute(name)),
    ),
  );
  return { records: records!, used: used!, setAside: setAside! };
};

const settled = async (app: App, used: number): Promise<void> => {
  await app.page.locator(`[data-testid=import-ledger][data-used="${used}"]`).waitFor({ timeout: 10_000 });
};

const problem = (app: App, kind: string) => app.page.locator(`[data-testid=problem][data-kind=${kind}]`);

const axe = async (app: App): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page: app.page }).withTags(tags).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`));
};

describe('one file with problems', () => {
  let app: App;
  beforeAll(async () => {
    app = await site.open();
    await app.choose(sheet('dirty.csv', dirty));
    await settled(app, 28);
  });
  afterAll(async () => {
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it('accounts for every record before anything is imported', async () => {
    expect(await ledger(app)).toEqual({ records: 32, used: 28, setAside: 3 });
    expect(await app.hook('import-accept').innerText()).toBe('Use 28 of 31 rows');
    const reasons = await app.page
      .locator('[data-testid=import-reasons] [data-reason]')
      .evaluateAll((items) =>
        items.map((i) => [(i as HTMLElement).dataset.reason, (i as HTMLElement).dataset.rows]),
      );
    expect(Object.fromEntries(reasons)).toEqual({
      date_unreadable: '1',
      amount_unreadable: '1',
      status: '1',
    });
  });

  it('groups problems by repair, with rows, examples and a menu where there is a choice', async () => {
    for (const [kind, rows] of [
      ['impossible_date', 1],
      ['amount_unreadable', 1],
      ['brackets', 2],
      ['walkin', 2],
      ['exact_duplicate', 1],
    ] as const)
      // prettier-ignore
      expect(await problem(app, kind).getAttribute('data-rows'), kind).toBe(String(rows));
    expect(await problem(app, 'brackets').innerText()).toMatch(/\(40\.00\)[\s\S]*record 26/);
    expect(await problem(app, 'brackets').locator('select').inputValue()).toBe('negative');
    expect(await problem(app, 'amount_unreadable').locator('select').count()).toBe(0);
    expect(await app.hook('effect').innerText()).toMatch(/cannot be read/);
  });

  it('a repair changes the ledger, keeps the focus, and is undone by Ctrl+Z', async () => {
    const menu = problem(app, 'brackets').locator('select');
    await menu.focus();
    await menu.selectOption('set_aside');
    await settled(app, 26);
    expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
    await app.page.keyboard.press('Control+z');
    await settled(app, 28);
    expect(await menu.inputValue()).toBe('negative');
    expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await app.hook('import-undo').getAttribute('aria-disabled')).toBe('true');
  });

  it('values of the status column are used, set aside or counted as returns', async () => {
    const cancelled = app.page.locator('[data-testid=status][data-value=Cancelled]');
    expect(await cancelled.inputValue()).toBe('set_aside');
    await cancelled.selectOption('use');
    await settled(app, 29);
    await app.hook('import-undo').click();
    await settled(app, 28);
    expect(await cancelled.inputValue()).toBe('set_aside');
  });

  it('shows rows with problems as they stand in the file', async () => {
    const button = app.hook('problem-rows');
    await button.click();
    await app.page.locator('table mark').first().waitFor();
    expect(await app.page.locator('table mark').allInnerTexts()).toContain('(40.00)');
    expect(await app.page.locator('[data-testid=import-file] tbody').first().innerText()).toContain('many');
    await button.click();
    await app.page.locator('table mark').first().waitFor({ state: 'detached' });
  });

  it('imports what the ledger said', async () => {
    const { records, used, setAside } = await ledger(app);
    await app.accept();
    const f = await app.figures();
    addsUp(f, records);
    expect([f['ledger.rows_used'], f['ledger.rows_set_aside']]).toEqual([used, setAside]);
  });
});

it('says which of several amounts it took, and takes another on one click', async () => {
  await site.on(async (app) => {
    await app.choose(
      sheet('amounts.csv', 'customer,order date,list price total,paid amount\nA,2024-01-05,100,90\nB,2024-01-06,50,50\nA,2024-01-07,10,8\n'), // prettier-ignore
    );
    const taken = (await app.roles())['paid amount'] === 'amount' ? 'paid amount' : 'list price total';
    expect(await app.hook('amount-why').innerText()).toContain(taken);
    const other = app.hook('use-amount').first();
    const column = await other.getAttribute('data-column');
    await other.click();
    expect((await app.roles())[column!]).toBe('amount');
    expect((await app.roles())[taken]).toBe('ignore');
    expect(await app.hook('amount-why').innerText()).toContain(column);
  });
});

it('turns currencies into one at rates that are typed, and refuses what is no rate', async () => {
  await site.on(async (app) => {
    const rows = Array.from({ length: 12 }, (_, i) => `C${i},2024-01-0${1 + (i % 9)},10,${i < 8 ? 'CNY' : i < 11 ? 'USD' : 'EUR'}`); // prettier-ignore
    await app.choose(sheet('money.csv', ['customer,order date,amount,currency', ...rows].join('\n')));
    await settled(app, 8);
    expect(await app.hook('currency-base').inputValue()).toBe('CNY');
    const dollars = app.page.locator('[data-testid=rate][data-currency=USD]');
    for (const bad of ['seven', '-7', '0', '1e3', '7,15']) {
      await dollars.fill(bad);
      await dollars.press('Tab');
      expect(await dollars.getAttribute('aria-invalid'), bad).toBe('true');
      expect(await dollars.inputValue()).toBe(bad);
    }
    await dollars.fill('7.5');
    await dollars.press('Tab');
    await settled(app, 11);
    expect(await dollars.getAttribute('aria-invalid')).toBeNull();
    await app.accept();
    const f = await app.figures();
    expect(f['overview.value']).toBe(8 * 10 + 3 * 75);
    expect(f['ledger.rows_set_aside']).toBe(1);
  });
});

it('merges spellings of one customer by a rule that is shown, and takes it back', async () => {
  await site.on(async (app) => {
    const rows = ['Acme', 'ACME ', 'acme', 'Beta', 'Gamma'].map((name, i) => `${name},2024-01-0${i + 1},10`);
    await app.choose(sheet('names.csv', ['customer,order date,amount', ...rows].join('\n')));
    await settled(app, 5);
    const rule = app.page.locator('[data-testid=merge][data-rule=spelling]');
    expect(await app.hook('merges').innerText()).toContain('3 ids become 1 customer');
    expect(await rule.isChecked()).toBe(false);
    await problem(app, 'spelling').locator('select').selectOption('merge');
    expect(await rule.isChecked()).toBe(true);
    await app.hook('import-undo').click();
    expect(await rule.isChecked()).toBe(false);
    await rule.check();
    await app.accept();
    expect((await app.figures())['overview.customers']).toBe(3);
  });
});

it('shows both readings of ambiguous dates, and what each decimal mark makes of the total', async () => {
  await site.on(async (app) => {
    await app.choose(
      sheet('open.csv', 'customer,order date,amount\nA,01/02/2024,1.250\nB,03/04/2024,2.500\nC,05/06/2024,3.125\n'),
    );
    const dates = await app.hook('date-readings').locator('tbody tr').first().innerText();
    expect(dates).toMatch(/01\/02\/2024\s+1 Feb 2024\s+2 Jan 2024|01\/02\/2024\s+Feb 1, 2024\s+Jan 2, 2024/);
    const effect = app.hook('marks-effect');
    expect(await effect.innerText()).toMatch(/6\.88[\s\S]*6,875\.00|6,875\.00[\s\S]*6\.88/);
    await effect.getByRole('button').first().click();
    await app.until('mapping');
    expect(await app.hook('import-missing').innerText()).not.toMatch(/decimal/i);
  });
}); // prettier-ignore

it('several tables: each has its kind, one can be removed, and the focus is not lost', async () => {
  await site.on(async (app) => {
    const sales = sheet('sales.csv', 'customer,order date,amount\nA,2024-01-05,100\nB,2024-01-06,50\nA,2024-02-06,5\n');
    const master = sheet('master.csv', 'customer,region,industry\nA,North,Food\nB,South,Steel\nC,South,Food\n');
    await app.choose([sales, master]);
    expect(await app.hook('shape').evaluateAll((menus) => (menus as HTMLSelectElement[]).map((m) => m.value))).toEqual(['lines', 'profile']);
    expect(await app.hook('unlocks').nth(1).innerText()).toMatch(/Joined to the sales/);
    await app.page.locator('[data-testid=remove-file][data-file="1"]').click();
    expect(await app.hook('import-file').count()).toBe(1);
    expect(await app.page.evaluate(() => document.activeElement?.id)).toBe('import-title');
    await app.hook('import-undo').click();
    expect(await app.hook('import-file').count()).toBe(2);
    const saved = await app.download(() => app.hook('save-mapping').first().click());
    expect(saved.name).toBe('sales.mapping.json');
    expect(saved.text).not.toContain('North');
  });
}); // prettier-ignore

it('goes on with the tables on the page when another file cannot be read', async () => {
  await site.on(async (app) => {
    await app.choose(sheet('sales.csv', 'customer,order date,amount\nA,2024-01-05,100\nB,2024-01-06,50\n'));
    await app.hook('file-input').setInputFiles(sheet('empty.csv', ''));
    await app.page.locator('[data-testid=error]').waitFor();
    expect(await app.hook('import-file').count()).toBe(1);
    expect(await app.hook('shape').isDisabled()).toBe(false);
    await app.hook('import-accept').click();
    await app.ready();
    expect((await app.figures())['overview.value']).toBe(150);
  });
});

it('is worked by keyboard alone', async () => {
  await site.on(async (app) => {
    await app.choose(sheet('dirty.csv', dirty));
    await settled(app, 28);
    const seen = new Set<string>();
    for (let i = 0; i < 150; i++) {
      await app.page.keyboard.press('Tab');
      const at = await app.page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const box = element.getBoundingClientRect();
        const bar = document.querySelector('.bar')!;
        const top = bar.contains(element) ? innerHeight : bar.getBoundingClientRect().top;
        return { id: element.dataset.testid ?? '', free: box.bottom <= top + 1 && box.top >= 0, what: element.outerHTML.slice(0, 80) }; // prettier-ignore
      });
      if (at.id) seen.add(at.id);
      if (seen.has('encoding')) expect(at.free, `${at.what} is in sight`).toBe(true);
      if (at.id === 'import-undo') break;
    }
    for (const id of [
      'shape',
      'encoding',
      'role',
      'problem-rows',
      'repair',
      'status',
      'add-files',
      'remember',
      'save-mapping',
      'import-accept',
      'import-cancel',
      'import-undo',
    ])
      // prettier-ignore
      expect(seen, id).toContain(id);
    await app.hook('import-accept').focus();
    await app.page.keyboard.press('Enter');
    await app.ready();
  });
});

const looks = ['light', 'dark'].flatMap((theme) => ['en', 'zh-Hans'].map((lang) => [theme, lang] as const));

it.each(looks)('has no accessibility violation and fits 320 px: %s, %s', async (theme, lang) => {
  const files = [
    sheet('dirty.csv', dirty),
    sheet('open.csv', 'customer,order date,amount,currency\nA,01/02/2024,1.250,USD\nB,03/04/2024,2.500,CNY\nb,05/06/2024,3.125,CNY\n'), // prettier-ignore
  ];
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ])
    // prettier-ignore
    await site.on(
      async (app) => {
        await app.choose(files);
        await app.page.locator('[data-testid=import-ledger][data-records]').waitFor();
        await problem(app, 'brackets').waitFor();
        expect(await axe(app)).toEqual([]);
        expect(await app.page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(
          viewport.width,
        );
        const bar = await app.page.locator('.bar').boundingBox();
        expect(bar!.height).toBeLessThanOrEqual(0.4 * viewport.height);
      },
      { query: `?lang=${lang}&theme=${theme}`, context: { viewport } },
    );
});
