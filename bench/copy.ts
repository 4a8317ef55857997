import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
// Speaks COPY's part of the protocol, which `pg` leaves to others, and waits where the server does.
import { from } from 'pg-copy-streams';
import type { Book } from './data/sheet.js';

/** Bytes handed on at a time. */
const CHUNK = 262_144;

export async function copyBook(db: pg.Client, book: Book): Promise<number> {
  let rows = 0;
  for (const sheet of book.sheets) {
    const into = db.query(from(`COPY app.${sheet.table} (${sheet.columns.join(', ')}) FROM STDIN`));
    await pipeline(Readable.from(chunks(sheet.text)), into);
    rows += sheet.rows;
  }
  return rows;
}

function* chunks(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
