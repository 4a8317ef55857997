import { beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isNonNullType, type GraphQLField } from 'graphql';
import { aCase, anEntry } from '../../support/a-case.js';
import { anAgency } from '../../support/an-authority.js';
import { anInspection, aPiece, type Inspected } from '../../support/an-inspection.js';
import { asSuperuser } from '../../support/break-glass.js';
import type { Client } from '../../support/client.js';
import { aDraft, aFinding } from '../../support/findings.js';
import { everything, plausible, queries } from '../../support/generated-operations.js';
import { anIssuedRequest, aSubmission } from '../../support/requests.js';
import { sqlAs, uuidOf } from '../../support/sql-as.js';
import { aShare, finds, officersOf, whoOf } from './sight.js';
import { refused, type Attempt } from './the-rows.js';

const NOW = '2024-03-04T12:00:00Z';

/** That there is something is enough. */
const anythingOf = ({ type }: GraphQLField<unknown, unknown>): string =>
  getNamedType(type).name.endsWith('Connection') ? '{ nodes { __typename } }' : '{ __typename }';

/** The one query for each of several ids, each under a name of its own. */
function ofEach(field: GraphQLField<unknown, unknown>, ids: readonly string[]) {
  const others = field.args.filter(({ type }) => isNonNullType(type) && getNamedType(type).name !== 'ID');
  const isId = (argument: { type: { toString(): string } }): boolean => /^ID!?$/.test(argument.type.toString());
  const declared = [
    ...ids.map((_, at) => `$id${at}: ID!`),
    ...others.map((argument) => `$${argument.name}: ${argument.type.toString()}`),
  ];
  const asked = ids.map((_, at) => {
    const passed = [
      ...field.args.filter(isId).map(({ name }) => `${name}: $id${at}`),
      ...others.map(({ name }) => `${name}: $${name}`),
    ];
    return `a${at}: ${field.name}(${passed.join(', ')}) ${anythingOf(field)}`;
  });
  return {
    query: `query (${declared.join(', ')}) { ${asked.join(' ')} }`,
    variables: {
      ...Object.fromEntries(ids.map((id, at) => [`id${at}`, id])),
      ...Object.fromEntries(others.map(({ name, type }) => [name, plausible(type, () => '', name)])),
    },
  };
}

/** Whether an answer holds nothing: null, or a list or page of nothing. */
const isNothing = (answer: unknown): boolean =>
  answer === null ||
  (Array.isArray(answer) && answer.length === 0) ||
  (typeof answer === 'object' && 'nodes' in answer && Array.isArray(answer.nodes) && answer.nodes.length === 0);

describe('R13: no organisation role gives content, and no database role of the application either', () => {
  let inspection: Inspected;
  let content: Record<string, string>;
  let officers: Record<string, Client>;

  beforeAll(async () => {
    inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const author = inspection.member('OFSTED', 'INSPECTOR');
    const police = inspection.agency('POLICE_FORCE');
    const child = await aCase(author.client, inspection);
    const item = await aPiece(author, 'OFSTED', inspection.id, { caseId: child.id });
    const request = await anIssuedRequest(inspection.lead.client, inspection, police);
    const { concern } = await author.client.do<{ concern: { id: string } }>(
      'raiseConcern',
      {
        inspectionId: inspection.id,
        receiverId: (await anAgency(inspection.planner)).id,
        words: 'She is not safe tonight.',
      },
      'concern { id }',
    );
    content = {
      draft: (await aPiece(author, 'OFSTED', inspection.id, {}, false)).id,
      item: item.id,
      share: (await aShare(author.client, 'OFSTED', item.id, 'CQC')).id,
      case: child.id,
      entry: (await anEntry(author, item.id, '2023-05-02')).id,
      'draft finding': (await aDraft(author, 'OFSTED', inspection.id)).id,
      finding: (await aFinding(author, 'OFSTED', inspection.id)).id,
      request: request.id,
      submission: (await aSubmission(police.coordinator.client, request)).id,
      concern: concern.id,
    };
    officers = { ...(await officersOf('OFSTED')), 'agency administrator': police.administrator };
  });

  it('nobody in office finds anything by any query of the schema, for the ids of the content', async () => {
    const all = Object.values(content);
    const author = inspection.member('OFSTED', 'INSPECTOR').client;
    expect(await whoOf(content, (id) => finds(author, id))).toEqual(Object.keys(content));
    const byId = queries().filter(({ args }) => args.some(({ type }) => /^ID!?$/.test(type.toString())));
    expect(byId.length).toBeGreaterThan(15);
    for (const [name, client] of Object.entries(officers))
      for (const field of byId) {
        const ofInspection = field.args.some((argument) => argument.name === 'inspectionId');
        const ids = ofInspection ? [inspection.id] : all;
        const { query, variables } = ofEach(field, ids);
        const { data, errors } = await client.ask(query, variables);
        // Refused as not found, or nothing; and no refusal of one leaves another unasked.
        const codes = new Set(errors.map(({ extensions }) => extensions?.code));
        codes.delete('NOT_FOUND');
        expect([name, field.name, [...codes]]).toEqual([name, field.name, []]);
        expect([name, field.name, data !== null || ids.length === 1]).toEqual([name, field.name, true]);
        const found = ids.filter((_, at) => !isNothing(data?.[`a${at}`] ?? null));
        expect([name, field.name, found]).toEqual([name, field.name, []]);
      }
  });

  it('nor in any list', async () => {
    const lists = queries().filter(({ args }) => !args.some(({ type }) => isNonNullType(type)));
    for (const [name, client] of Object.entries(officers))
      for (const field of lists) {
        const { text } = await client.ask(`{ ${field.name} ${everything(field.type, 3)} }`);
        expect([name, field.name, text]).toEqual([name, field.name, expect.not.stringMatching(/INTERNAL/)]);
        const found = Object.values(content).filter((id) => text.includes(uuidOf(id)));
        expect([name, field.name, found]).toEqual([name, field.name, []]);
      }
  });

  it('nor does the database itself show them a row of it', async () => {
    const tables = await asSuperuser(async (db) => {
      const { rows } = await db.query<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'inspection_id'
         WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND has_table_privilege('jip_application', c.oid, 'SELECT')
           AND c.relname <> 'audit_event' ORDER BY 1`,
      );
      return rows.map(({ name }) => name);
    });
    expect(tables.length).toBeGreaterThan(30);
    const counts = tables.map(
      (table) => `SELECT '${table}' AS name FROM app.${table} WHERE inspection_id = $1 HAVING count(*) > 0`,
    );
    const rowsFor = (userId: string) =>
      sqlAs({ userId }, NOW, async (db) => {
        const { rows } = await db.query<{ name: string }>(counts.join(' UNION ALL '), [uuidOf(inspection.id)]);
        return rows.map(({ name }) => name);
      });
    const author = await rowsFor(inspection.member('OFSTED', 'INSPECTOR').userId);
    expect(author).toEqual(expect.arrayContaining(['case_file', 'evidence', 'evidence_body', 'finding_body']));
    const told: Record<string, string[]> = {};
    for (const [name, client] of Object.entries(officers)) {
      const { me } = await client.read<{ me: { id: string } }>('{ me { id } }');
      told[name] = await rowsFor(me.id);
    }
    // Of a notified inspection planners and the agency's administrator keep who takes part, and whom they assigned.
    const known = ['assignment', 'inspection_agency', 'inspection_inspectorate'];
    for (const [name, rows] of Object.entries(told))
      expect([name, rows.filter((table) => !known.includes(table))]).toEqual([name, []]);
    for (const name of ['OFSTED administrator', 'OFSTED auditor', 'OFSTED record keeper', 'OFSTED user'])
      expect([name, told[name]]).toEqual([name, []]);
  });

  it('nobody in office writes it: to most it is not there, to planners and agencies it is not theirs', async () => {
    const file = {
      inspectionId: inspection.id,
      kind: 'OFSTED_CASE_FILE',
      criterion: 'ANY',
      method: 'RECORD_REVIEW',
      strength: 'RECORD',
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: 'x',
      body: 'x',
    };
    const attempts = Object.fromEntries(
      Object.entries(officers).flatMap(([name, client]): [string, Attempt][] => [
        [`${name} files`, [client, 'fileEvidence', file]],
        [`${name} withdraws`, [client, 'withdrawEvidence', { evidenceId: content['item'], reason: 'No' }]],
        [`${name} reveals`, [client, 'openReveal', { inspectionId: inspection.id, reason: 'Now' }]],
        [`${name} closes`, [client, 'closeInspection', { inspectionId: inspection.id }]],
      ]),
    );
    const told = await refused(inspection, attempts);
    const knows = (attempt: string) => /^(OFSTED planner|agency administrator)/.test(attempt);
    for (const [attempt, answer] of Object.entries(told))
      expect([attempt, answer]).toEqual([
        attempt,
        knows(attempt) && !attempt.endsWith('withdraws') ? 'NOT_PERMITTED' : 'NOT_FOUND',
      ]);
  });

  it('no role by which the application, its owner or its other tasks come to the database passes row security', async () => {
    const [application, owner] = ['TEST_DATABASE_URL', 'TEST_DATABASE_OWNER_URL'].map(
      (name) => new URL(process.env[name] ?? '').username,
    );
    const roles = await asSuperuser(async (db) => {
      const { rows } = await db.query<{ role: string; passes: boolean }>(
        `SELECT rolname AS role, rolsuper OR rolbypassrls OR EXISTS (
           SELECT FROM pg_roles s WHERE (s.rolsuper OR s.rolbypassrls) AND pg_has_role(r.oid, s.oid, 'MEMBER')) AS passes
         FROM pg_roles r WHERE rolname = ANY ($1) OR rolname LIKE 'jip%'`,
        [[application, owner]],
      );
      return rows;
    });
    expect(roles.map(({ role }) => role)).toEqual(expect.arrayContaining([application, owner, 'jip_application']));
    expect(roles.filter(({ passes }) => passes)).toEqual([]);
  });
});
