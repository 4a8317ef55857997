import type { Person } from './api.js';
import { inOtherWords, type Statement } from './letter.js';
import { advance, known, type Rehearsed } from './plan.js';

/** What one inspectorate filed for one statement. */
export interface Filed {
  readonly statement: Statement;
  readonly inspectorate: string;
  readonly evidenceId: string;
  readonly words: string;
}

interface Catalogue {
  readonly code: string;
  readonly criteria: readonly { readonly code: string }[];
  readonly evidenceKinds: readonly { readonly code: string }[];
  readonly gateways: readonly { readonly code: string; readonly permits: readonly string[] }[];
}

export async function catalogueOf(asker: Person): Promise<ReadonlyMap<string, Catalogue>> {
  const { inspectorates } = await asker.read<{ inspectorates: Catalogue[] }>(
    '{ inspectorates { code criteria { code } evidenceKinds { code } gateways { code permits } } }',
  );
  return new Map(inspectorates.map((each) => [each.code, each]));
}

/** Each inspectorate files evidence of its own for what it will find, and shares what several found. */
export async function fieldwork(r: Rehearsed): Promise<Filed[]> {
  await advance(r.lead.at(r.moments.fieldwork), r.inspectionId, 'FIELDWORK');
  const catalogue = await catalogueOf(r.lead.at(r.moments.fieldwork));
  const filed: Filed[] = [];
  for (const [index, statement] of r.statements.entries()) {
    const own: Filed[] = [];
    for (const [order, inspectorate] of statement.drafters.entries())
      own.push(
        await file(
          r,
          known(catalogue, inspectorate),
          statement,
          index,
          order === 0 ? statement.text : inOtherWords(statement.text, inspectorate),
        ),
      );
    if (own.length > 1) for (const item of own) await share(r, known(catalogue, item.inspectorate), item, own);
    filed.push(...own);
  }
  return filed;
}

async function file(r: Rehearsed, of: Catalogue, statement: Statement, index: number, words: string): Promise<Filed> {
  const inspector = known(r.inspectors, of.code).at(r.moments.fieldwork);
  const { evidence } = await inspector.do<{ evidence: { id: string; version: number } }>(
    'fileEvidence',
    {
      inspectionId: r.inspectionId,
      kind: turn(of.evidenceKinds, index).code,
      criterion: turn(of.criteria, index).code,
      method: 'RECORD_REVIEW',
      strength: 'RECORD',
      marking: 'OFFICIAL',
      personalData: 'NONE',
      title: `Note ${index + 1} of ${of.code}`,
      body: `Read in the records that were looked at. ${words} Noted on the day.`,
    },
    'evidence { id version }',
  );
  await inspector.do(
    'submitEvidence',
    { evidenceId: evidence.id, version: evidence.version },
    '',
    'DraftEvidenceInput',
  );
  return { statement, inspectorate: of.code, evidenceId: evidence.id, words };
}

/** With each other inspectorate that found the same, in the widest form that the owner's rules release. */
async function share(r: Rehearsed, of: Catalogue, item: Filed, own: readonly Filed[]): Promise<void> {
  const inspector = known(r.inspectors, item.inspectorate).at(r.moments.fieldwork);
  const { node } = await inspector.read<{ node: { release: { recipient: string; form: string }[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Evidence { release { recipient form } } } }',
    { id: item.evidenceId },
  );
  const gateway = of.gateways.find(({ permits }) => permits.includes('SHARE'))?.code;
  for (const { inspectorate } of own) {
    const form = node.release.find(({ recipient }) => recipient === inspectorate)?.form ?? 'NOTHING';
    if (inspectorate === item.inspectorate || form === 'NOTHING') continue;
    const text =
      form === 'SUMMARY'
        ? { title: 'What was read, in short', summary: 'Records show the same as your own inspectors found.' }
        : {};
    await inspector.do('shareEvidence', {
      evidenceId: item.evidenceId,
      recipient: inspectorate,
      form,
      gateway,
      purpose: 'To corroborate a finding',
      ...text,
    });
  }
}

export function turn<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
