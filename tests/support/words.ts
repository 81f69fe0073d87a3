/** A text of a string table, with the place where it stands. */
export interface Said {
  readonly at: string;
  readonly text: string;
}

/** Stands for any argument: a number in text, an object with every field, a callable method. */
function anything(truthy: boolean): unknown {
  const target = (): unknown => proxy;
  const proxy: unknown = new Proxy(target, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return () => '7';
      if (key === 'text') return '7';
      if (key in String.prototype) return proxy;
      return truthy ? proxy : '';
    },
    apply: () => proxy,
  });
  return proxy;
}

const parameters = (fn: (...args: never[]) => unknown): string[] => {
  const source = Function.prototype.toString.call(fn);
  const list = /^[^(]*\(([^)]*)\)|^\s*(\w+)\s*=>/.exec(source);
  return (list?.[1] ?? list?.[2] ?? '').split(',').map((name) => name.trim());
};

const textOf = (made: unknown): string =>
  Array.isArray(made)
    ? made.map((piece) => (typeof piece === 'string' ? piece : '7')).join('')
    : String(made);

/**
 * Every text that a string table can say: plain strings, and functions called with stand-ins, once with all optional
 * parts and several customers, once without the parts and with one. Digits stand where a value would.
 */
export function everyText(table: unknown, at = ''): Said[] {
  if (typeof table === 'string') return [{ at, text: table }];
  if (typeof table === 'function') {
    const fn = table as (...args: unknown[]) => unknown;
    const names = parameters(fn);
    const counting = (one: boolean) => (name: string) =>
      /^_?count$/.test(name) ? (one ? 1 : 7) : anything(!one);
    return [false, true].map((one) => ({
      at: `${at}(${one ? 'one' : 'many'})`,
      text: textOf(fn(...names.map(counting(one)))),
    }));
  }
  if (table === null || typeof table !== 'object') return [];
  return Object.entries(table).flatMap(([key, value]) => everyText(value, at ? `${at}.${key}` : key));
}

/** The keys of a string table, deep, sorted; arrays by their length. */
export function keysOf(table: unknown, at = ''): string[] {
  if (table === null || typeof table !== 'object') return [`${at}: ${typeof table}`];
  return Object.entries(table)
    .flatMap(([key, value]) => keysOf(value, at ? `${at}.${key}` : key))
    .toSorted();
}

export const cjk = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u;
