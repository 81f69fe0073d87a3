/** One million order lines; `amount` in cents is (row * 7919) mod 100003, so that sums are known. */
const million = `
  Array.from({ length: 100 }, (_, part) => Array.from({ length: 10000 }, (_, i) => {
    const row = part * 10000 + i;
    return row + ',customer-' + (row % 50000) + ',2024-03-10,some more text to make the line longer,' + (row * 7919) % 100003 + '\\n';
  }).join(''))`;

/** The select that reads them. */
export const readMillion = `SELECT id::BIGINT AS id, customer, cents::BIGINT AS cents FROM read_csv('/in/million.csv',
  auto_detect=false, header=false, delim=',', columns={'id': 'VARCHAR', 'customer': 'VARCHAR', 'day': 'VARCHAR', 'remark': 'VARCHAR', 'cents': 'VARCHAR'})`;

export function millionSum(): number {
  let sum = 0;
  for (let row = 0; row < 1_000_000; row++) sum += (row * 7919) % 100_003;
  return sum;
}

export const registerMillion = `harness.engine.register([{ name: 'million.csv', blob: new Blob(${million}) }])`;

export const totals =
  'SELECT count(*)::BIGINT AS n, count(DISTINCT customer)::BIGINT AS c, sum(cents)::BIGINT AS s FROM orders';
