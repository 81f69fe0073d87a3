import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

/** Part of the files' names: another generator must not find the files of an older one. */
const generation = 1;

/** Two years. */
const firstDay = Date.UTC(2024, 0, 1) / 86_400_000;
const days = 730;

const given = ['Ada', 'Ben', 'Chen', 'Dora', 'Emil', 'Fatima', 'Gao', 'Hana', 'Ivo', 'Jun', 'Kofi', 'Li'];
const family = ['Berg', 'Costa', 'Diaz', 'Engel', 'Fang', 'Gruber', 'Haddad', 'Ito', 'Jensen', 'Kaya', 'Ma'];
const teas = ['Oolong', 'Sencha', 'Assam', 'Pu-erh', 'Jasmine', 'Keemun'];
const sizes = [
  { grams: 50, cents: 480 },
  { grams: 125, cents: 1090 },
  { grams: 250, cents: 1990 },
  { grams: 500, cents: 3650 },
];

const twoPlaces = (cents) => (cents / 100).toFixed(2);
const dayText = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/**
 * A file of order lines, about 69 bytes each, the same on every machine; one that is there is taken as it is. Orders
 * have one to three lines and come in the order of their days; one line in a hundred is a return. A few customers
 * order much more often than most: customer number = customers x u², u uniform.
 *
 * @param {{ rows: number, customers: number, everyone?: boolean }} shape `everyone`: each customer has a line at least
 * @param {string} folder
 * @param {(seed: number) => import('../../src/base/rng.ts').Rng} rng
 * @returns {Promise<{ file: string, bytes: number, rows: number, customers: number }>}
 */
export async function ordersFile({ rows, customers, everyone = false }, folder, rng) {
  const file = path.join(folder, `orders-${rows}-${customers}${everyone ? '-all' : ''}-v${generation}.csv`);
  if (!existsSync(file)) await write(file, { rows, customers, everyone }, rng(rows + customers));
  return { file, bytes: statSync(file).size, rows, customers };
}

/**
 * A survey: one row for each customer, who answers each question with a chance of three in four.
 *
 * @param {{ customers: number }} shape
 * @returns {Promise<{ file: string }>}
 */
export async function surveyFile({ customers }, folder, rng) {
  const file = path.join(folder, `survey-${customers}-v${generation}.csv`);
  if (existsSync(file)) return { file };
  const random = rng(customers);
  const answered = (answer) => (random.next() < 0.75 ? answer : '');
  const rows = Array.from({ length: customers }, (_, who) => {
    const answers = [random.int(1, 5), (random.int(0, 10) / 10).toFixed(1), random.int(1, 3)].map(answered);
    return `C${String(who + 1).padStart(7, '0')},2025-12-01,${answers.join(',')}\n`;
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `customer_id,survey_date,satisfaction,repurchase_probability,recommend\n${rows.join('')}`,
  );
  return { file };
}

async function write(file, { rows, customers, everyone }, random) {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.part`;
  const stream = createWriteStream(unfinished);
  let text = 'order_id,customer_id,customer_name,order_date,product,quantity,unit_price,amount\n';
  const dates = Array.from({ length: days }, (_, i) => dayText(firstDay + i));
  let order = 1_000_000;
  let row = 0;
  while (row < rows) {
    const who = everyone && row < customers ? row : Math.floor(customers * random.next() ** 2);
    const name = `${given[who % given.length]} ${family[(who >>> 3) % family.length]}`;
    // With everyone in turn, days in the order of rows would put each customer into one half of the period.
    const date = dates[Math.floor((everyone ? random.next() : row / rows) * days)];
    const head = `O${++order},C${String(who + 1).padStart(7, '0')},${name},${date}`;
    const lines = everyone && row < customers ? 1 : Math.min(random.int(1, 3), rows - row);
    for (let i = 0; i < lines; i++, row++) {
      const size = random.pick(sizes);
      const quantity = random.int(1, 6) * (random.next() < 0.01 ? -1 : 1);
      const price = size.cents - random.int(0, 9) * 5;
      text += `${head},${random.pick(teas)} ${size.grams} g,${quantity},${twoPlaces(price)},${twoPlaces(quantity * price)}\n`;
    }
    if (text.length > 1_000_000) {
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
  }
  stream.end(text);
  await once(stream, 'finish');
  renameSync(unfinished, file);
}
