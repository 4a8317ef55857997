// PostGraphile over the views of api.sql, with the platform's check of tokens, in production mode. Runs on Node.js 22.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import pg from 'pg';
import { printSchema } from 'graphql';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const issuers = new Map(
  JSON.parse(readFileSync(process.env.ISSUERS_FILE, 'utf8')).map((known) => [
    known.issuer,
    { known, keys: createLocalJWKSet(JSON.parse(readFileSync(known.jwks, 'utf8'))) },
  ]),
);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
  options:
    '-c timezone=UTC -c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan',
});

/** The settings under which a request's statements run: its principal and clock. */
async function settingsFor(authorization) {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const issuer = decodeJwt(token).iss ?? '';
  const { known, keys } = issuers.get(issuer);
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: known.audience,
    algorithms: known.algorithms,
    requiredClaims: ['exp', 'sub'],
  });
  const { rows } = await pool.query({
    name: 'identify',
    text: 'SELECT user_id FROM auth.identify($1, $2)',
    values: [issuer, payload.sub],
  });
  if (rows[0] === undefined) throw new Error('nobody is known by that name');
  return { 'app.user_id': rows[0].user_id, 'app.now': new Date().toISOString() };
}

const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['bench_api'], pubsub: false })],
  schema: {
    defaultBehavior: '+list +connection -insert -update -delete -node',
    pgForbidSetofFunctionsToReturnNull: true,
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  grafast: {
    explain: false,
    context: async (context) => ({ pgSettings: await settingsFor(context.node?.req.headers.authorization) }),
  },
});
if (process.env.PRINT_SCHEMA !== undefined)
  writeFileSync(process.env.PRINT_SCHEMA, printSchema(await service.getSchema()));

const server = createServer();
await service.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening http://127.0.0.1:${server.address().port}\n`));
