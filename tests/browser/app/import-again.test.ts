import { describe, expect, it } from 'vitest';
import { pageLedger, settled } from './importLedger.ts';
import { addsUp } from './ledger.ts';
import { appSite, sheet } from './site.ts';

const site = appSite();

/** Which of the two numbers is the money nobody can tell but who chose it. */
const odd = (month: number): string =>
  `f1,f2,f3,f4\nA,2024-0${month}-05,7001.25,${100 * month}\nB,2024-0${month}-06,7002.50,${10 * month}\n`;
const roles = { f1: 'customer_id', f2: 'order_date', f3: 'ignore', f4: 'amount' };

describe('what was chosen for a file serves for the next one with its columns', () => {
  it('with the box ticked it opens at once, without it the page is filled in', async () => {
    await site.on(async (app) => {
      await app.choose(sheet('may.csv', odd(5)), { roles });
      expect(await app.hook('remember').isChecked()).toBe(false);
      await app.accept();
      await app.choose(sheet('june.csv', odd(6)));
      expect(await app.hook('known').innerText()).toMatch(/last file with these columns/);
      expect(await app.roles()).toEqual(roles);
      await app.hook('remember').check();
      await app.accept();
      expect((await app.figures())['overview.value']).toBe(660);

      await app.page.evaluate(() => {
        const seen: (string | undefined)[] = [];
        Object.assign(window, { seen });
        new MutationObserver(() => seen.push(document.documentElement.dataset.state)).observe(
          document.documentElement,
          { attributes: true, attributeFilter: ['data-state'] },
        );
      });
      await app.hook('file-input').setInputFiles(sheet('july.csv', odd(7)));
      await app.page.waitForFunction(
        () =>
          document.documentElement.dataset.state === 'ready' && document.body.innerText.includes('july.csv'),
      );
      expect(await app.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).not.toContain(
        'mapping',
      );
      expect(await app.figures()).toMatchObject({ 'overview.value': 770, 'overview.last_date': 20240706 });
      expect(await app.hook('notice').allInnerTexts()).toEqual([expect.stringMatching(/as last time/)]);

      // Kept over a reload, on this device.
      await app.page.reload();
      await app.until('empty');
      await app.hook('file-input').setInputFiles(sheet('august.csv', odd(8)));
      await app.ready();
      expect((await app.figures())['overview.value']).toBe(880);

      // Another column: other files, so it is asked.
      await app.hook('file-input').setInputFiles(sheet('other.csv', odd(8).replace('f3', 'f5')));
      await app.until('mapping');
    });
  });

  it('repairs serve again, and a new status value is looked at afresh', async () => {
    const orders = (rows: readonly string[]): string =>
      ['Order ID,Customer,Order Date,Amount,Order Status', ...rows].join('\n');
    await site.on(async (app) => {
      await app.choose(
        sheet('may.csv', orders(['1,A,2024-05-01,10,Paid', '2,B,2024-05-02,20,Closed', '3,A,2024-05-03,(5),Paid'])), // prettier-ignore
      );
      await settled(app, 2);
      const status = (value: string) => app.page.locator(`[data-testid=status][data-value=${value}]`);
      await status('Closed').selectOption('use');
      await app.page.locator('[data-testid=repair][data-repair=brackets]').selectOption('set_aside');
      await settled(app, 2);
      await app.accept();
      expect((await app.figures())['overview.value']).toBe(30);
      await app.choose(
        sheet('june.csv', orders(['4,A,2024-06-01,10,Paid', '5,B,2024-06-02,20,Closed', '6,A,2024-06-03,(5),Paid', '7,C,2024-06-04,99,Cancelled'])), // prettier-ignore
      );
      await settled(app, 2);
      expect(await status('Closed').inputValue()).toBe('use');
      expect(await status('Cancelled').inputValue()).toBe('set_aside');
      await app.accept();
      expect(await app.figures()).toMatchObject({ 'overview.value': 30, 'ledger.rows_set_aside': 2 });
    });
  });

  it('an exported mapping is taken over elsewhere by dropping it, with or without data', async () => {
    let text = '';
    await site.on(async (app) => {
      await app.choose(sheet('may.csv', odd(5)), { roles });
      const saved = await app.download(() => app.hook('save-mapping').click());
      expect(saved.name).toBe('may.mapping.json');
      text = saved.text;
      expect(text).not.toMatch(/f1|2024-05/);
    });
    await site.on(async (app) => {
      await app.hook('file-input').setInputFiles(sheet('may.mapping.json', text));
      await app.until('empty');
      expect(await app.hook('notice').allInnerTexts()).toEqual([expect.stringMatching(/taken over/)]);
      await app.choose(sheet('june.csv', odd(6)));
      expect(await app.roles()).toEqual(roles);
    });
    await site.on(async (app) => {
      await app.choose([sheet('june.csv', odd(6)), sheet('may.mapping.json', text)]);
      expect(await app.roles()).toEqual(roles);
      await app.accept();
      expect((await app.figures())['overview.value']).toBe(660);
    });
    await site.on(async (app) => {
      await app.choose(sheet('june.csv', odd(6)));
      expect(await app.roles()).not.toEqual(roles);
      await app.hook('file-input').setInputFiles(sheet('may.mapping.json', text));
      await app.until('mapping');
      await expect.poll(() => app.roles()).toEqual(roles);
    });
  });

  it('a damaged mapping and a damaged store are refused, not believed', async () => {
    await site.on(async (app) => {
      await app
        .hook('file-input')
        .setInputFiles(sheet('x.mapping.json', '{"version":999,"roles":"__proto__"}'));
      await app.page.locator('[data-testid=notice][data-kind=unlearnt]').waitFor();
      expect(await app.state()).toBe('empty');
      await app.page.evaluate(() => {
        for (const key of Object.keys(localStorage)) localStorage.setItem(key, '[{"mapping":{"__proto__":1');
      });
      await app.page.reload();
      await app.until('empty');
      await app.choose(sheet('may.csv', odd(5)), { roles });
      await app.accept();
      expect((await app.figures())['overview.value']).toBe(550);
    });
  });
});

describe('ambiguous dates', () => {
  it('a guess that is right is confirmed by a button: a menu cannot choose what it shows', async () => {
    await site.on(async (app) => {
      await app.choose(sheet('dates.csv', text('01/02/2024')));
      expect(await app.hook('import-accept').isDisabled()).toBe(true);
      await app.hook('use-date-order').first().click();
      await app.until('mapping');
      expect(await app.hook('date-order').inputValue()).toBe('dmy');
      await app.accept();
      expect((await app.figures())['overview.first_date']).toBe(20240201);
    });
  });

  const text = (first: string): string =>
    `customer,order date,amount\nA,${first},10\nB,03/04/2024,20\nA,05/06/2024,30\n`;

  it('are asked, and the answer is kept for the next file, through a reload, and in the link (F10)', async () => {
    let link = '';
    await site.on(async (app) => {
      await app.choose(sheet('one.csv', text('01/02/2024')));
      expect(await app.hook('import-accept').isDisabled()).toBe(true);
      expect(await app.hook('import-missing').innerText()).toMatch(/day|month/i);
      await app.hook('date-order').selectOption('dmy');
      await app.until('mapping');
      await app.accept();
      expect(await app.figures()).toMatchObject({
        'overview.first_date': 20240201,
        'overview.last_date': 20240605,
      });
      link = await app.hook('share-link').inputValue();
      expect(link).toContain('date_order=dmy');
      // The next file with these columns is not asked about.
      await app.choose(sheet('two.csv', text('07/08/2024')));
      expect(await app.hook('date-order').inputValue()).toBe('dmy');
      expect(await app.hook('import-accept').isDisabled()).toBe(false);
      await app.hook('import-cancel').click();
      await app.page.reload();
      await app.until('empty');
      await app.choose(sheet('two.csv', text('07/08/2024')));
      await app.accept();
      expect((await app.figures())['overview.last_date']).toBe(20240807);
    });
    // A colleague with the link and no memory.
    await site.on(
      async (app) => {
        await app.choose(sheet('one.csv', text('01/02/2024')));
        expect(await app.hook('import-accept').isDisabled()).toBe(false);
        await app.accept();
        expect((await app.figures())['overview.first_date']).toBe(20240201);
      },
      { query: new URL(link).hash },
    );
  });
});

describe('rows that were set aside', () => {
  const good = Array.from({ length: 30 }, (_, i) => `O${i},C${i % 7},2024-01-${String(1 + (i % 28)).padStart(2, '0')},${10 + i}`);
  const bad = ['O90,C1,2024-02-31,700', 'O91,C2,2024-02-03,many', '"O92","C, 9",soon,"1,000"', 'O93,C3,2024-02-04,'];
  const mended = ['O90,C1,2024-02-28,700', 'O91,C2,2024-02-03,55', '"O92","C, 9",2024-02-09,"1,000"', 'O93,C3,2024-02-04,1'];
  const file = (rows: readonly string[]): string => ['Order ID,Customer ID,Order Date,Amount', ...good, ...rows].join('\n');

  it('are downloaded, mended and dropped again: figures as if the file had been right', async () => {
    await site.on(async (app) => {
      const right = await app.load(sheet('right.csv', file(mended)));
      expect(right).toMatchObject({ 'ledger.rows_set_aside': 0, 'ledger.rows_used': 34 });
      await app.choose(sheet('orders.csv', file(bad)));
      await settled(app, 30);
      await app.accept();
      expect(await app.figures()).toMatchObject({ 'ledger.rows_set_aside': 4, 'ledger.rows_used': 30 });
      const overview = app.page.locator('[data-lens=overview]');
      await overview.locator('summary, button').filter({ hasText: /ledger/i }).first().click();
      const saved = await app.download(() =>
        overview.getByRole('button', { name: /download|set aside/i }).first().click(),
      );
      expect(saved.text.trim().split(/\r?\n/)).toHaveLength(5);
      const edited = saved.text
        .replaceAll('2024-02-31', '2024-02-28')
        .replace(/,many/g, ',55')
        .replace('many', '55')
        .replaceAll('soon', '2024-02-09')
        .replace(/(O93,C3,2024-02-04,)/, '$11');
      await app.hook('file-input').setInputFiles(sheet(saved.name, edited));
      await app.until('mapping');
      await app.accept();
      const f = await app.figures();
      for (const [name, value] of Object.entries(right))
        if (!/^(ledger|files)\./.test(name)) expect(f[name], name).toBe(value);
      expect(f['ledger.rows_used']).toBe(34);
      addsUp(f);
    });
  }); // prettier-ignore

  it('of Excel, edited into another encoding by the spreadsheet, still join', async () => {
    await site.on(async (app) => {
      await app.load(sheet('客户.csv', `客户编号,日期,金额\n甲,2024-01-05,10\n乙,2024-01-06,x\n丙,2024-01-07,5\n`));
      const overview = app.page.locator('[data-lens=overview]');
      await overview.locator('summary, button').filter({ hasText: /ledger/i }).first().click();
      const saved = await app.download(() =>
        overview.getByRole('button', { name: /download|set aside/i }).first().click(),
      );
      const rows = saved.text.replace(/^\uFEFF/, '').replace(/,x(?=\r?\n|$)/, ',20');
      const utf16 = Buffer.from(`\uFEFF${rows.replaceAll(',', '\t')}`, 'utf16le');
      await app.hook('file-input').setInputFiles(sheet('set-aside.txt', utf16));
      await app.until('mapping');
      expect((await pageLedger(app)).used).toBe(3);
      await app.accept();
      expect(await app.figures()).toMatchObject({ 'overview.customers': 3, 'overview.value': 35 });
    });
  });
}); // prettier-ignore
