import type pg from 'pg';

/** A connection for work that begins and ends a transaction of its own, as part of one that is under way. */
export function withinTransaction(db: pg.Client): pg.Client {
  const query = (text: unknown, ...rest: readonly unknown[]): unknown =>
    typeof text === 'string' && /^(?:BEGIN|COMMIT|ROLLBACK)$/.test(text)
      ? Promise.resolve()
      : Reflect.apply(db.query.bind(db), null, [text, ...rest]);
  return new Proxy(db, {
    get: (target, name): unknown => (name === 'query' ? query : Reflect.get(target, name)),
  });
}
