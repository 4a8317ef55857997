import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import type { JobName } from '../../reads/jobs.js';
import { TokenCheck } from '../token-check.js';
import { oneFlight } from './one-flight.js';
import { STATEMENTS } from './statements.js';

const tokens = new TokenCheck(process.env['ISSUERS_FILE'] ?? '');
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['POOL_SIZE']),
  options:
    '-c timezone=UTC -c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan',
});

async function answer(request: IncomingMessage, body: string): Promise<[status: number, json: string]> {
  const asserted = await tokens.asserted(request.headers.authorization);
  if (asserted === null) return [401, '{}'];
  const { job, id } = JSON.parse(body) as { job: JobName; id: string | null };
  const json = await oneFlight(
    pool,
    [asserted.issuer, asserted.subject, new Date().toISOString()],
    { name: job, text: STATEMENTS[job] },
    id === null ? [] : [id],
  );
  return json === null ? [401, '{}'] : [200, json];
}

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(request, Buffer.concat(chunks).toString()).then(
      ([status, json]) => {
        response.writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(json),
        });
        response.end(json);
      },
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        response.writeHead(500).end();
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  process.stdout.write(`listening http://127.0.0.1:${address.port}\n`);
});
