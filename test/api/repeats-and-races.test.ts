import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, caseFacts } from '../support/a-case.js';
import { anAgency } from '../support/an-authority.js';
import {
  administratorOf,
  anInspection,
  aPiece,
  aUser,
  firstKind,
  gatewayOf,
  type Inspected,
  type Member,
} from '../support/an-inspection.js';
import type { Client, Sent } from '../support/client.js';
import { aDraft, aFinding, said } from '../support/findings.js';
import { anIssuedRequest } from '../support/requests.js';

const NOW = '2024-03-04T09:00:00Z';

let inspection: Inspected;
let ofsted: Member;

beforeAll(async () => {
  inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  ofsted = inspection.member('OFSTED', 'INSPECTOR');
});

const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** A receipt, or what was answered in its place. */
const outcome = ({ code, problems, payload }: Sent): string =>
  payload['receipt'] != null ? 'STORED' : (code ?? problems.map((problem) => problem.code).join(' '));

/** One of them acted, and every other was told why it did not. */
function oneActed(sent: readonly Sent[], told: string): void {
  expect(sent.map(outcome).sort()).toEqual(['STORED', ...Array.from({ length: sent.length - 1 }, () => told)].sort());
}

const filed = (more: Record<string, unknown> = {}) => ({
  inspectionId: inspection.id,
  ...firstKind('OFSTED'),
  method: 'RECORD_REVIEW',
  strength: 'RECORD',
  marking: 'OFFICIAL',
  personalData: 'NONE',
  title: 'A visit',
  body: 'What was seen',
  ...more,
});
const file = (client: Client, input: object) => client.send('fileEvidence', input, 'evidence { id title }');
const evidenceOf = (sent: Sent) => sent.payload['evidence'] as { id: string; title: string } | null;

describe('an act under an idempotency key', () => {
  it('acts once however often and however fast it is repeated, and gives the same answer', async () => {
    const input = filed({ idempotencyKey: randomUUID(), title: `Note ${randomUUID()}` });
    const sent = await times(20, () => file(ofsted.client, input));
    expect(new Set(sent.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
    expect(outcome(sent[0] as Sent)).toBe('STORED');
    // The order in which the fields are sent is no difference.
    const turned = Object.fromEntries(Object.entries(input).reverse());
    expect((await file(ofsted.client, turned)).payload).toEqual(sent[0]?.payload);
    const { evidence } = await ofsted.client.read<{ evidence: { nodes: { title: string }[] } }>(
      'query ($id: ID!) { evidence(inspectionId: $id, first: 200) { nodes { title } } }',
      { id: inspection.id },
    );
    expect(evidence.nodes.filter(({ title }) => title === input['title'])).toHaveLength(1);
  });

  it('is refused with another input, and for another act', async () => {
    const idempotencyKey = randomUUID();
    const first = await file(ofsted.client, filed({ idempotencyKey }));
    expect(outcome(await file(ofsted.client, filed({ idempotencyKey, title: 'Another' })))).toBe('CONFLICT');
    const created = { inspectionId: inspection.id, ...caseFacts(inspection), idempotencyKey };
    expect(outcome(await ofsted.client.send('createCase', created))).toBe('CONFLICT');
    expect(evidenceOf(await file(ofsted.client, filed({ idempotencyKey })))?.id).toBe(evidenceOf(first)?.id);
  });

  it('is a new act for another user, and after 24 hours', async () => {
    const input = filed({ idempotencyKey: randomUUID() });
    const lead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
    const first = evidenceOf(await file(ofsted.client, input));
    expect(evidenceOf(await file(lead, input))?.id).not.toBe(first?.id);
    expect(evidenceOf(await file(ofsted.client.at('2024-03-05T09:00:00Z'), input))?.id).toBe(first?.id);
    const next = evidenceOf(await file(ofsted.client.at('2024-03-05T09:00:00.001Z'), input));
    expect(next?.id).toMatch(/^Evidence\./);
    expect(next?.id).not.toBe(first?.id);
  });

  it('can be sent again under its key once what was wrong is mended', async () => {
    const idempotencyKey = randomUUID();
    expect(outcome(await file(ofsted.client, filed({ idempotencyKey, title: ' ' })))).toBe('BAD_TEXT');
    expect(outcome(await file(ofsted.client, filed({ idempotencyKey, kind: 'NO_SUCH' })))).toBe('UNKNOWN_CODE');
    const elsewhere = filed({ idempotencyKey, inspectionId: `Inspection.${randomUUID()}` });
    expect(outcome(await file(ofsted.client, elsewhere))).toBe('NOT_FOUND');
    expect(outcome(await file(ofsted.client, filed({ idempotencyKey })))).toBe('STORED');
  });

  it('is repeated with its receipt alone to who no longer sees what it made', async () => {
    const member = await aSeat('INSPECTOR');
    const input = filed({ idempotencyKey: randomUUID() });
    const first = await file(member.client, input);
    await end(member);
    const again = await file(member.client, input);
    expect([again.payload['receipt'], again.payload['evidence']]).toEqual([first.payload['receipt'], null]);
    expect(outcome(await file(member.client, { ...input, idempotencyKey: randomUUID() }))).toBe('NOT_FOUND');
  });
});

async function aSeat(role: string): Promise<Member> {
  const user = await aUser(await administratorOf('OFSTED'), 'OFSTED');
  const { assignment } = await inspection
    .member('OFSTED', 'INSPECTORATE_LEAD')
    .client.do<{ assignment: { id: string } }>(
      'assign',
      { inspectionId: inspection.id, userId: user.userId, role },
      'assignment { id }',
    );
  return { ...user, assignmentId: assignment.id };
}
const end = ({ assignmentId }: Member) =>
  inspection.member('OFSTED', 'INSPECTORATE_LEAD').client.send('endAssignment', { assignmentId });

describe('of several who change one thing at one version, one does', () => {
  it('of twenty edits of a draft, and the text is what was acknowledged', async () => {
    const { id, version } = await aPiece(ofsted, 'OFSTED', inspection.id, {}, false);
    const sent = await times(20, (index) =>
      ofsted.client.send('editDraftEvidence', {
        evidenceId: id,
        version,
        title: `Title ${index}`,
        body: `Body ${index}`,
      }),
    );
    oneActed(sent, 'CONFLICT');
    const { openEvidence } = await ofsted.client.read<{
      openEvidence: { evidence: { version: number; title: string }; body: string };
    }>('query ($id: ID!) { openEvidence(id: $id) { evidence { version title } body } }', { id });
    const winner = sent.findIndex((each) => outcome(each) === 'STORED');
    expect(openEvidence).toEqual({
      evidence: { version: version + 1, title: `Title ${winner}` },
      body: `Body ${winner}`,
    });
  });

  it('of edits, submissions and deletions of a draft', async () => {
    const { id, version } = await aPiece(ofsted, 'OFSTED', inspection.id, {}, false);
    const input = { evidenceId: id, version };
    const sent = await times(12, (index) =>
      index % 3 === 0
        ? ofsted.client.send('submitEvidence', input)
        : index % 3 === 1
          ? ofsted.client.send('deleteDraftEvidence', input)
          : ofsted.client.send('editDraftEvidence', { ...input, title: 'Title', body: 'Body' }),
    );
    const outcomes = sent.map(outcome);
    expect(outcomes.filter((each) => each === 'STORED')).toHaveLength(1);
    expect(outcomes.filter((each) => !['STORED', 'CONFLICT', 'WRONG_STATE', 'NOT_FOUND'].includes(each))).toEqual([]);
  });

  it('of corrections of an item: the earlier version is kept once', async () => {
    const { id, version } = await aPiece(ofsted, 'OFSTED', inspection.id);
    const words = { evidenceId: id, version, title: 'Mended', body: 'Mended', reason: 'A slip' };
    oneActed(await times(8, () => ofsted.client.send('supersedeEvidence', words)), 'CONFLICT');
    const { node } = await ofsted.client.read<{ node: { versions: unknown[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Evidence { versions { version } } } }',
      { id },
    );
    expect(node.versions).toEqual([{ version }]);
  });

  it('of withdrawals and revocations', async () => {
    const { id } = await aPiece(ofsted, 'OFSTED', inspection.id);
    const { share } = await ofsted.client.do<{ share: { id: string } }>(
      'shareEvidence',
      { evidenceId: id, recipient: 'CQC', form: 'WHOLE', gateway: gatewayOf('OFSTED', 'SHARE'), purpose: 'To compare' },
      'share { id }',
    );
    const reason = 'By mistake';
    oneActed(await times(6, () => ofsted.client.send('revokeShare', { shareId: share.id, reason })), 'WRONG_STATE');
    oneActed(await times(6, () => ofsted.client.send('withdrawEvidence', { evidenceId: id, reason })), 'WRONG_STATE');
  });

  it('of edits of a finding and of a case', async () => {
    const draft = await aDraft(ofsted, 'OFSTED', inspection.id);
    const words = { findingId: draft.id, version: draft.version, ...said('OFSTED') };
    oneActed(await times(8, () => ofsted.client.send('editFinding', words)), 'CONFLICT');
    const { id, version } = await aCase(ofsted.client, inspection);
    const facts = { caseId: id, version, ...caseFacts(inspection) };
    oneActed(await times(8, () => ofsted.client.send('editCase', facts)), 'CONFLICT');
  });

  it('of first drafts of what there is one of', async () => {
    const police = inspection.agency('POLICE_FORCE');
    const request = await anIssuedRequest(inspection.lead.client, inspection, police);
    const writers = [police.coordinator.client, police.contributor.client];
    const save = (index: number) =>
      (writers[index % 2] as Client).send('saveSubmission', { requestId: request.id, text: `Text ${index}` });
    oneActed(await times(8, save), 'CONFLICT');
    const answers = [{ question: 'recordsRead', answer: '12' }];
    const contribution = { inspectionId: inspection.id, answers };
    const cqc = inspection.member('CQC', 'INSPECTOR').client;
    oneActed(await times(8, () => cqc.send('saveContribution', contribution)), 'CONFLICT');
  });
});

describe('of several who do what can be done once, one does', () => {
  it('among users, posts and agencies', async () => {
    const administrator = await administratorOf('OFSTED');
    const invited = { subject: randomUUID(), name: 'Una User' };
    oneActed(await times(6, () => administrator.send('inviteUser', invited)), 'TAKEN');
    const { userId } = await aUser(administrator, 'OFSTED');
    const granted = await times(6, () => administrator.send('grantPost', { userId, post: 'PLANNER' }));
    expect(granted.map(outcome)).toEqual(granted.map(() => 'STORED'));
    const code = `LA-${randomUUID()}`;
    const agency = {
      code,
      kind: 'LOCAL_AUTHORITY',
      name: 'Exdale Council',
      areaCodes: ['E10000020'],
      issuer: `urn:joint-inspection:local:${code}`,
      administratorSubject: 'administrator',
      administratorName: 'Ada Ministrator',
    };
    oneActed(await times(6, () => inspection.planner.send('registerAgency', agency)), 'TAKEN');
  });

  it('among replacements of agencies, none of which goes in a circle', async () => {
    const [one, two] = [await anAgency(inspection.planner), await anAgency(inspection.planner)];
    const sent = await times(6, (index) => {
      const [agencyId, replacedById] = index % 2 === 0 ? [one.id, two.id] : [two.id, one.id];
      return inspection.planner.send('replaceAgency', { agencyId, replacedById });
    });
    expect(sent.map(outcome)).toContain('STORED');
    const { agencies } = await inspection.planner.read<{
      agencies: { id: string; replacedBy: { id: string } | null }[];
    }>('{ agencies { id replacedBy { id } } }');
    const replaced = agencies.filter(({ id, replacedBy }) => [one.id, two.id].includes(id) && replacedBy !== null);
    expect(replaced).toHaveLength(1);
  });

  it('in a team', async () => {
    const ownLead = inspection.member('OFSTED', 'INSPECTORATE_LEAD').client;
    const { userId } = await aUser(await administratorOf('OFSTED'), 'OFSTED');
    const seat = { inspectionId: inspection.id, userId, role: 'INSPECTOR' };
    oneActed(await times(6, () => ownLead.send('assign', seat)), 'TAKEN');
    const member = await aSeat('ANALYST');
    oneActed(await times(6, () => end(member)), 'WRONG_STATE');
    const child = await aCase(ofsted.client, inspection);
    const named = { caseId: child.id, assignmentId: ofsted.assignmentId };
    oneActed(await times(6, () => ownLead.send('nameCaseMember', named)), 'TAKEN');
    const agency = await anAgency(inspection.planner);
    const added = { inspectionId: inspection.id, agencyId: agency.id, principalAuthority: false };
    oneActed(await times(6, () => inspection.planner.send('addAgency', added)), 'TAKEN');
    const conflict = { agencyId: agency.id, reason: 'A past employer' };
    const analyst = inspection.member('OFSTED', 'ANALYST').client;
    oneActed(await times(6, () => analyst.send('declareConflict', conflict)), 'TAKEN');
  });

  it('of stages, the reveal, and merges of the same findings', async () => {
    const own = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
    const lead = own.lead.client;
    const finding = async (inspectorate: string) =>
      (await aFinding(own.member(inspectorate, 'INSPECTOR'), inspectorate, own.id)).id;
    const [one, two, three] = [await finding('OFSTED'), await finding('CQC'), await finding('HMICFRS')];
    const reveal = { inspectionId: own.id, reason: 'The team meets tonight' };
    oneActed(await times(6, () => lead.send('openReveal', reveal)), 'WRONG_STATE');
    const merged = await times(6, (index) =>
      lead.send('mergeFindings', { findingIds: index % 2 === 0 ? [one, two] : [two, three], keptFindingId: two }),
    );
    expect(merged.map(outcome).filter((each) => each === 'STORED')).toHaveLength(1);
    expect(merged.filter(({ code }) => code !== null)).toEqual([]);
    const { inspection: before } = await lead.read<{ inspection: { version: number } }>(
      'query ($id: ID!) { inspection(id: $id) { version } }',
      { id: own.id },
    );
    const advanced = { inspectionId: own.id, to: 'DRAFTING', version: before.version };
    oneActed(await times(6, () => lead.send('advanceStage', advanced)), 'WRONG_STATE');
  });
});

describe('who is taken off an inspection', () => {
  it('changes nothing in it once that is acknowledged, whatever he had sent before', async () => {
    const cases = async () =>
      (
        await inspection.lead.client.read<{ cases: { nodes: { rationale: string }[] } }>(
          'query ($id: ID!) { cases(inspectionId: $id, first: 200) { nodes { rationale } } }',
          { id: inspection.id },
        )
      ).cases.nodes.length;
    for (let round = 0; round < 3; round += 1) {
      const member = await aSeat('INSPECTOR');
      const before = await cases();
      const input = { inspectionId: inspection.id, ...caseFacts(inspection) };
      const underWay = times(16, () => member.client.send('createCase', input));
      await new Promise((resolve) => setTimeout(resolve, round * 15));
      expect(outcome(await end(member))).toBe('STORED');
      const acknowledged = await cases();
      expect(outcome(await member.client.send('createCase', input))).toBe('NOT_FOUND');
      const sent = (await underWay).map(outcome);
      expect(sent.filter((each) => each !== 'STORED' && each !== 'NOT_FOUND')).toEqual([]);
      expect(await cases()).toBe(acknowledged);
      expect(acknowledged - before).toBe(sent.filter((each) => each === 'STORED').length);
    }
  });

  it(`is not judged by an old permission at ${NOW}`, async () => {
    const member = await aSeat('INSPECTOR');
    const draft = await aPiece(member, 'OFSTED', inspection.id, {}, false);
    await end(member);
    const edit = { evidenceId: draft.id, version: draft.version, title: 'Late', body: 'Late' };
    expect(outcome(await member.client.send('editDraftEvidence', edit))).toBe('NOT_FOUND');
  });
});
