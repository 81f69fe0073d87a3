/**
 * Runs in the page before its own scripts and notes, in milliseconds since navigation: the drop, every state of the
 * page, every message to a worker, and when each statement of the engine began and gave its last answer. Puts it all
 * into `window.bench`. Self-contained, because it travels as text.
 */
export function watch() {
  const bench = { dropped: null, states: [], messages: [], statements: [], crashed: null };
  window.bench = bench;

  document.addEventListener(
    'change',
    (event) => {
      if (event.target?.type === 'file') bench.dropped = performance.now();
    },
    true,
  );

  new MutationObserver(() => {
    const { state } = document.documentElement.dataset;
    if (state !== bench.states.at(-1)?.state) bench.states.push({ state, at: performance.now() });
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state'] });

  // One worker's connections; a statement ends with the last answer that its connection gives.
  const watched = new WeakMap();
  const answersOf = (worker) => {
    const known = watched.get(worker);
    if (known) return known;
    const state = { byConnection: new Map(), byMessage: new Map() };
    watched.set(worker, state);
    worker.addEventListener('message', ({ data }) => {
      const statement = state.byMessage.get(data?.requestId);
      state.byMessage.delete(data?.requestId);
      if (statement) statement.ended = performance.now();
    });
    return state;
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const at = performance.now();
    const type = message?.type ?? message?.call ?? 'other';
    bench.messages.push({ at, type });
    if (/_PENDING_QUERY$|^FETCH_QUERY/.test(type)) {
      const { byConnection, byMessage } = answersOf(this);
      const connection = Array.isArray(message.data) ? message.data[0] : message.data;
      if (type === 'START_PENDING_QUERY') {
        const statement = { sql: message.data[1], began: at, ended: at };
        byConnection.set(connection, statement);
        bench.statements.push(statement);
      }
      byMessage.set(message.messageId, byConnection.get(connection));
    }
    return post.call(this, message, ...rest);
  };
}

/** Runs in the page: presses the import page's button as soon as it can be pressed. */
export function acceptWhenAsked() {
  const look = () => {
    const { state } = document.documentElement.dataset;
    if (state === 'ready' || state === 'error') return;
    const button = document.querySelector('[data-testid=import-accept]');
    const missing = document.querySelector('[data-testid=import-missing]');
    if (state === 'mapping' && missing) {
      window.bench.crashed = `the import page asks: ${missing.textContent}`;
      return;
    }
    if (state === 'mapping' && button && !button.disabled) button.click();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
