import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, type Inspected, type TeamRole } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { aDraft, aFinding, listed } from '../support/findings.js';

interface SeenContribution {
  id: string;
  state: string;
  version: number;
  inspectorate: { code: string };
  answers: { question: string; answer: string }[];
  nilReason: string | null;
}
const CONTRIBUTION = 'id state version inspectorate { code } answers { question answer } nilReason';
const seen = async (client: Client, inspectionId: string): Promise<SeenContribution[]> =>
  (
    await client.read<{ contributions: SeenContribution[] }>(
      `query ($id: ID!) { contributions(inspectionId: $id) { ${CONTRIBUTION} } }`,
      { id: inspectionId },
    )
  ).contributions;
const ofCqc = async (client: Client, inspectionId: string): Promise<SeenContribution | undefined> =>
  (await seen(client, inspectionId)).find(({ inspectorate }) => inspectorate.code === 'CQC');

describe('a contribution', () => {
  let inspection: Inspected;
  const client = (inspectorate: string, role: TeamRole = 'INSPECTOR') => inspection.member(inspectorate, role).client;
  const save = (as: Client, more: Record<string, unknown> = {}) =>
    as.send(
      'saveContribution',
      { inspectionId: inspection.id, answers: [{ question: 'recordsRead', answer: '12' }], ...more },
      `contribution { ${CONTRIBUTION} }`,
    );
  const submit = (as: Client, version: number) =>
    as.send('submitContribution', { inspectionId: inspection.id, version });

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  });

  it('is submitted with answers that pass its inspectorate’s own check, and only by the inspectorate lead', async () => {
    const [writer, lead] = [client('CQC'), client('CQC', 'INSPECTORATE_LEAD')];
    const early = await submit(lead, 1);
    expect(early.problems).toEqual([expect.objectContaining({ at: 'answers', code: 'MISSING' })]);
    expect((await save(client('CQC', 'ANALYST'))).code).toBe('NOT_PERMITTED');
    expect(await seen(writer, inspection.id)).toEqual([]);

    expect((await save(writer, { answers: [{ question: 'childrenMet', answer: '3' }] })).problems).toEqual([
      expect.objectContaining({ at: 'answers.0.question', code: 'UNKNOWN_CODE' }),
    ]);
    const twice = { question: 'recordsRead', answer: '1' };
    expect((await save(writer, { answers: [twice, twice] })).problems).toEqual([
      expect.objectContaining({ at: 'answers.1.question', code: 'REPEATED' }),
    ]);
    expect((await save(writer, { answers: [{ question: 'recordsRead', answer: 'some' }] })).problems).toEqual([]);
    expect((await save(writer)).code).toBe('CONFLICT');

    const finding = await aFinding(inspection.member('CQC', 'INSPECTOR'), 'CQC', inspection.id, {
      count: { n: 2, of: 3, basis: 'SAMPLED' },
    });
    expect((await submit(writer, 1)).code).toBe('NOT_PERMITTED');
    expect((await submit(lead, 7)).code).toBe('CONFLICT');
    const refused = await submit(lead, 1);
    expect(refused.problems.map(({ at, code }) => [at, code])).toEqual([
      ['answers.recordsRead', 'WRONG_KIND_OF_ANSWER'],
      [`findings.${finding.id}.count`, 'SMALL_CELL'],
    ]);
    expect(await ofCqc(writer, inspection.id)).toMatchObject({ state: 'DRAFT', version: 1 });

    const { finding: read } = await writer.do<{ finding: { id: string; version: number } }>(
      'editFinding',
      {
        findingId: finding.id,
        version: finding.version,
        kind: 'STRENGTH',
        placement: 'MAIN',
        position: 1,
        criterion: (await criterionOf(writer, finding.id)) ?? '',
        statement: 'Health records are read before decisions are made.',
        count: { n: 6, of: 8, basis: 'SAMPLED' },
      },
      'finding { id version }',
    );
    expect(read.version).toBe(finding.version + 1);
    expect((await save(writer, { version: 1 })).problems).toEqual([]);
    expect((await submit(lead, 2)).problems).toEqual([]);
    expect(await ofCqc(writer, inspection.id)).toMatchObject({ state: 'SUBMITTED', version: 3 });
    expect((await submit(lead, 3)).code).toBe('WRONG_STATE');
  });

  it('is checked again when the answers of a submitted one change', async () => {
    const sent = await save(client('CQC'), { version: 3, answers: [{ question: 'recordsRead', answer: '2' }] });
    expect(sent.problems.map(({ code }) => code)).toEqual(['MORE_THAN_WERE_READ']);
    expect(await ofCqc(client('CQC'), inspection.id)).toMatchObject({
      version: 3,
      answers: [{ question: 'recordsRead', answer: '12' }],
    });
  });

  it('shows the lead that it is submitted, and other inspectorates nothing, until the reveal', async () => {
    expect(await ofCqc(inspection.lead.client, inspection.id)).toMatchObject({
      state: 'SUBMITTED',
      answers: [],
      nilReason: null,
    });
    const contribution = await ofCqc(client('CQC', 'ANALYST'), inspection.id);
    expect(contribution?.answers).toEqual([{ question: 'recordsRead', answer: '12' }]);
    for (const stranger of [client('HMICFRS', 'INSPECTORATE_LEAD'), client('OFSTED'), client('OFSTED', 'OBSERVER')]) {
      expect(await seen(stranger, inspection.id)).toEqual([]);
      const read = await stranger.read<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', {
        id: contribution?.id,
      });
      expect(read.node).toBeNull();
    }
  });

  it('may say that there is no finding, with the reason', async () => {
    const [writer, lead] = [client('HMICFRS'), client('HMICFRS', 'INSPECTORATE_LEAD')];
    await writer.do('saveContribution', { inspectionId: inspection.id, answers: [] });
    expect((await submit(lead, 1)).problems).toEqual([expect.objectContaining({ at: 'findings', code: 'EMPTY' })]);
    await writer.do('saveContribution', {
      inspectionId: inspection.id,
      version: 1,
      answers: [],
      nilReason: 'No incident in the period concerned a child of this theme.',
    });
    expect((await submit(lead, 2)).problems).toEqual([]);
  });

  describe('and the reveal', () => {
    it('is opened by the lead alone, and needs a reason while a contribution is missing', async () => {
      const { id } = inspection;
      const draft = await aDraft(inspection.member('OFSTED', 'INSPECTOR'), 'OFSTED', id);
      const revealed = async () =>
        (
          await inspection.lead.client.read<{
            inspection: { revealedAt: string | null; revealReason: string | null };
          }>('query ($id: ID!) { inspection(id: $id) { revealedAt revealReason } }', { id })
        ).inspection;
      for (const other of [
        client('OFSTED', 'INSPECTORATE_LEAD'),
        client('CQC', 'INSPECTORATE_LEAD'),
        inspection.planner,
      ])
        expect((await other.send('openReveal', { inspectionId: id })).code).toBe('NOT_PERMITTED');
      const sent = await inspection.lead.client.send('openReveal', { inspectionId: id });
      expect(sent.problems).toEqual([
        { at: 'reason', code: 'MISSING', message: expect.stringMatching(/contributions of OFSTED,/) },
      ]);
      expect(await revealed()).toEqual({ revealedAt: null, revealReason: null });
      expect(await listed(client('HMICFRS'), id)).toEqual([]);

      await inspection.lead.client.do('openReveal', { inspectionId: id, reason: 'The letter cannot wait' });
      expect(await revealed()).toEqual({
        revealedAt: expect.any(String),
        revealReason: 'The letter cannot wait',
      });
      expect(await listed(client('HMICFRS'), id)).toHaveLength(1);
      expect(await listed(client('HMICFRS'), id)).not.toContainEqual(expect.objectContaining({ id: draft.id }));
      expect(await ofCqc(client('HMICFRS'), id)).toMatchObject({
        answers: [{ question: 'recordsRead', answer: '12' }],
      });
      expect((await inspection.lead.client.send('openReveal', { inspectionId: id, reason: 'Again' })).code).toBe(
        'WRONG_STATE',
      );
    });

    it('needs no reason once every inspectorate has contributed', async () => {
      const other = await anInspection().inStage('FIELDWORK').build();
      for (const inspectorate of ['OFSTED', 'CQC', 'HMICFRS']) {
        const lead = other.member(inspectorate, 'INSPECTORATE_LEAD').client;
        await lead.do('saveContribution', { inspectionId: other.id, answers: [], nilReason: 'Nothing was found.' });
        await lead.do('submitContribution', { inspectionId: other.id, version: 1 });
      }
      await other.lead.client.do('openReveal', { inspectionId: other.id });
    });
  });
});

const criterionOf = async (client: Client, id: string): Promise<string | undefined> =>
  (
    await client.read<{ node: { criterion: string } | null }>(
      'query ($id: ID!) { node(id: $id) { ... on Finding { criterion } } }',
      { id },
    )
  ).node?.criterion;
