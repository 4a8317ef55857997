import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import type { ReadTransaction } from '../../src/database/transaction.js';
import { FindingsService } from '../../src/findings/findings.service.js';
import { StandingRepository } from '../../src/findings/standing.repository.js';
import { FrameworkRegistry } from '../../src/frameworks/framework-registry.js';
import { inspectorates } from '../../src/inspectorates/index.js';
import { InspectorateRegistry } from '../../src/inspectorates/inspectorate-registry.js';
import { compileNarrative } from '../../src/narrative/compile-narrative.js';
import { anInspection, aPiece, type Inspected } from '../support/an-inspection.js';
import { aDraft, aFinding, aMerge, reveal } from '../support/findings.js';
import { sqlAs, uuidOf } from '../support/sql-as.js';

const registry = new InspectorateRegistry(inspectorates);
const frameworks = new FrameworkRegistry();

const forNarrative = (inspection: Inspected) =>
  sqlAs(inspection.lead, '2024-03-19T10:00:00Z', (db) => {
    const rows = async (text: string, values: readonly unknown[] = []): Promise<unknown[]> =>
      (await db.query<Record<string, unknown>>(text, [...values])).rows;
    const row = async (text: string, values?: readonly unknown[]): Promise<unknown> =>
      (await rows(text, values))[0] ?? null;
    return new FindingsService(new StandingRepository(), registry, frameworks).forNarrative(
      { rows, row } as unknown as ReadTransaction,
      uuidOf(inspection.id),
    );
  });

describe('what stands of the findings', () => {
  it('is told once each: unmerged findings by their own inspectorate, merges by the leading one', async () => {
    const inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const make = (inspectorate: string, more: Record<string, unknown>) =>
      aFinding(inspection.member(inspectorate, 'INSPECTOR'), inspectorate, inspection.id, more);
    const evidence = await aPiece(inspection.member('CQC', 'INSPECTOR'), 'CQC', inspection.id);
    const own = await make('CQC', {
      statement: 'Health visitors see families early.',
      effectOnChildren: 'Children are known before they are at risk.',
      citations: [{ evidenceId: evidence.id }],
      position: 3,
    });
    const [kept, joined] = [
      await make('CQC', { statement: 'Front-door decisions are made the same day.', count: COUNT, position: 2 }),
      await make('HMICFRS', { statement: 'Police officers join the front door daily.' }),
    ];
    const withdrawn = await make('HMICFRS', { statement: 'Withdrawn later.' });
    const undone = [await make('OFSTED', { statement: 'One.' }), await make('CQC', { statement: 'Two.', position: 9 })];
    await aDraft(inspection.member('OFSTED', 'INSPECTOR'), 'OFSTED', inspection.id);
    await reveal(inspection);
    const merge = await aMerge(inspection.lead.client, [kept.id, joined.id]);
    const taken = await aMerge(
      inspection.lead.client,
      undone.map(({ id }) => id),
    );
    await inspection.lead.client.do('undoMerge', { mergeId: taken.id, version: taken.version });
    await inspection
      .member('HMICFRS', 'INSPECTORATE_LEAD')
      .client.do('withdrawFinding', { findingId: withdrawn.id, reason: 'Wrong area' });

    const { findings, contributions } = await forNarrative(inspection);
    const told = contributions.map(({ inspectorate, findings: each }) => [
      inspectorate,
      each.map(({ statement }) => statement),
    ]);
    expect(told).toEqual([
      ['CQC', ['Health visitors see families early.', 'Two.']],
      ['HMICFRS', []],
      ['OFSTED', ['One.', 'Front-door decisions are made the same day.']],
    ]);
    expect(findings.find(({ id }) => id === uuidOf(merge.id))).toEqual({
      id: uuidOf(merge.id),
      sourceFindingIds: expect.arrayContaining([uuidOf(kept.id), uuidOf(joined.id)]),
      inspectorate: 'OFSTED',
      kind: 'STRENGTH',
      placement: 'MAIN',
      study: null,
      position: 2,
      statement: 'Front-door decisions are made the same day.',
    });
    expect(contributions.find(({ inspectorate }) => inspectorate === 'OFSTED')?.findings.at(-1)).toMatchObject({
      id: uuidOf(merge.id),
      criterion: expect.stringMatching(/^OFSTED_/),
      count: COUNT,
    });

    const layout = frameworks.get('JTAI_2022', 1)?.letter;
    if (layout === undefined) throw new Error('no layout');
    const document = compileNarrative({
      layout,
      findings,
      narrations: contributions.map((each) => registry.get(each.inspectorate).narrate(each)),
      facts: {
        title: 'Letter',
        area: 'Norfolk',
        theme: null,
        inspectorates: [],
        fieldwork: null,
        principalAuthority: null,
        cooperatingAgencies: [],
      },
    });
    const keys = document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ key }) => key));
    expect(keys.filter((key) => findings.some(({ id }) => id === key)).sort()).toEqual(
      findings.map(({ id }) => id).sort(),
    );
    expect(keys).toContain(uuidOf(own.id));
  });
});

const COUNT = { n: 5, of: 6, basis: 'TRACKED' };
