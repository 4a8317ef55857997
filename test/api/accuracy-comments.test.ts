import { beforeAll, describe, expect, it } from '@jest/globals';
import { anInspection, type AgencyTeam, type Inspected, type TeamRole } from '../support/an-inspection.js';
import type { Client } from '../support/client.js';
import { aFrozenText, reopened, unanswered, type FrozenText } from '../support/frozen-text.js';

const OPENED = '2024-04-08T09:00:00Z';
const DEADLINE = '2024-04-23T23:00:00Z';
const IN_TIME = '2024-04-23T22:59:59Z';
const AFTER = '2024-04-24T08:00:00Z';

interface Seen {
  id: string;
  state: string;
  kind: string;
  text: string;
  proof: string | null;
  paragraphId: string;
  late: boolean;
  version: number;
  sentAt: string | null;
  receiptCode: string | null;
  admittedBecause: string | null;
  reply: { text: string; decision: string; state: string; version: number } | null;
}
const FIELDS = `id state kind text proof paragraphId late version sentAt receiptCode admittedBecause reply { text decision state version }`;

async function theComment(client: Client, id: string): Promise<Seen | null> {
  const { node } = await client.read<{ node: Seen | null }>(
    `query ($id: ID!) { node(id: $id) { ... on AccuracyComment { ${FIELDS} } } }`,
    { id },
  );
  return node;
}
async function commentsOf(client: Client, id: string): Promise<Seen[]> {
  const { accuracyComments } = await client.read<{ accuracyComments: { nodes: Seen[] } }>(
    `query ($id: ID!) { accuracyComments(inspectionId: $id) { nodes { ${FIELDS} } } }`,
    { id },
  );
  return accuracyComments.nodes;
}

describe('accuracy comments', () => {
  let inspection: Inspected;
  let council: AgencyTeam;
  let police: AgencyTeam;
  let text: FrozenText;
  const who = (inspectorate: string, role: TeamRole = 'INSPECTOR', now = OPENED): Client =>
    inspection.member(inspectorate, role).client.at(now);
  const lead = (now = OPENED): Client => inspection.lead.client.at(now);
  const coordinator = (now = OPENED): Client => council.coordinator.client.at(now);
  const contributor = (now = OPENED): Client => council.contributor.client.at(now);
  const words = { kind: 'FACT', text: 'The team has nine social workers, not seven.', proof: 'Staff list of March' };

  async function drafted(now = OPENED, client = contributor(now)): Promise<Seen> {
    const { comment } = await client.do<{ comment: Seen }>(
      'draftComment',
      { paragraphId: text.paragraphIds[0], ...words },
      `comment { ${FIELDS} }`,
    );
    return comment;
  }
  async function sent(now = OPENED): Promise<Seen> {
    const draft = await drafted(now);
    const { comment } = await coordinator(now).do<{ comment: Seen }>(
      'sendComment',
      { commentId: draft.id, version: draft.version },
      `comment { ${FIELDS} }`,
    );
    return comment;
  }
  const reply = (comment: { id: string }, more: Record<string, unknown> = {}) => ({
    commentId: comment.id,
    decision: 'CHANGED',
    text: 'The list bears it out: the paragraph says nine.',
    send: true,
    ...more,
  });

  beforeAll(async () => {
    inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('DRAFTING').build();
    council = inspection.agency('LOCAL_AUTHORITY');
    police = inspection.agency('POLICE_FORCE');
    text = await aFrozenText(inspection, OPENED, DEADLINE);
  });

  it("are, as a draft, their agency's alone", async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({ state: 'DRAFT', ...words, late: false, paragraphId: text.paragraphIds[0] });
    await coordinator().do('editComment', { commentId: draft.id, version: 1, kind: 'JUDGEMENT', text: 'Too harsh.' });
    const edited = await theComment(contributor(), draft.id);
    expect(edited).toMatchObject({ kind: 'JUDGEMENT', text: 'Too harsh.', proof: null, version: 2 });
    for (const client of [
      lead(),
      who('OFSTED', 'QUALITY_ASSURER'),
      who('CQC'),
      police.coordinator.client.at(OPENED),
      council.administrator.at(OPENED),
      inspection.planner.at(OPENED),
    ]) {
      expect(await theComment(client, draft.id)).toBeNull();
      const edit = { commentId: draft.id, version: 2, kind: 'FACT', text: 'Mine' };
      expect((await client.send('editComment', edit)).code).toBe('NOT_FOUND');
    }
    const stale = { commentId: draft.id, version: 1, kind: 'FACT', text: 'Old' };
    expect((await contributor().send('editComment', stale)).code).toBe('CONFLICT');
    expect(await theComment(contributor(), draft.id)).toEqual(edited);
  });

  it('are drafted by agencies alone, on paragraphs that they were shown', async () => {
    const before = await commentsOf(contributor(), inspection.id);
    const draft = (paragraphId: string) => ({ paragraphId, ...words });
    for (const client of [lead(), who('CQC'), who('OFSTED', 'SIGNATORY')])
      expect((await client.send('draftComment', draft(text.paragraphIds[0]))).code).toBe('NOT_PERMITTED');
    for (const client of [who('OFSTED', 'OBSERVER'), inspection.planner.at(OPENED), council.administrator.at(OPENED)])
      expect((await client.send('draftComment', draft(text.paragraphIds[0]))).code).toBe('NOT_FOUND');
    for (const id of ['FrozenParagraph.00000000-0000-4000-8000-000000000000', text.id, inspection.id])
      expect((await contributor().send('draftComment', draft(id))).code).toBe('NOT_FOUND');
    expect(await commentsOf(contributor(), inspection.id)).toEqual(before);
  });

  it('are sent by the coordinator alone, and then seen by their agency and the whole team', async () => {
    const draft = await drafted();
    const send = { commentId: draft.id, version: 1 };
    expect((await contributor().send('sendComment', send)).code).toBe('NOT_PERMITTED');
    expect((await police.coordinator.client.at(OPENED).send('sendComment', send)).code).toBe('NOT_FOUND');
    expect((await lead().send('sendComment', send)).code).toBe('NOT_FOUND');
    expect((await coordinator().send('sendComment', { ...send, version: 5 })).code).toBe('CONFLICT');
    expect(await theComment(contributor(), draft.id)).toEqual(draft);
    const { receipt } = await coordinator().do<{ receipt: { code: string } }>('sendComment', send);
    const seen = { state: 'SENT', late: false, version: 2, receiptCode: receipt.code, text: words.text };
    for (const client of [
      contributor(),
      lead(),
      who('OFSTED', 'QUALITY_ASSURER'),
      who('CQC', 'ANALYST'),
      who('HMICFRS', 'INSPECTORATE_LEAD'),
    ])
      expect(await theComment(client, draft.id)).toMatchObject(seen);
    for (const client of [
      police.coordinator.client.at(OPENED),
      police.contributor.client.at(OPENED),
      council.administrator.at(OPENED),
      who('OFSTED', 'OBSERVER'),
      who('OFSTED', 'SIGNATORY'),
      inspection.planner.at(OPENED),
    ]) {
      expect(await theComment(client, draft.id)).toBeNull();
      expect(await commentsOf(client, inspection.id)).toEqual([]);
    }
    for (const [name, input] of [
      ['sendComment', { ...send, version: 2 }],
      ['editComment', { ...send, version: 2, kind: 'FACT', text: 'Changed my mind' }],
    ] as const)
      expect((await coordinator().send(name, input)).code).toBe('WRONG_STATE');
    expect(await theComment(lead(), draft.id)).toMatchObject(seen);
  });

  it('are answered once: the draft is for the team, the reply that is sent for the agency, too', async () => {
    const comment = await sent();
    for (const [client, code] of [
      [who('OFSTED'), 'NOT_PERMITTED'],
      [who('OFSTED', 'QUALITY_ASSURER'), 'NOT_PERMITTED'],
      [coordinator(), 'NOT_PERMITTED'],
      [police.coordinator.client.at(OPENED), 'NOT_FOUND'],
      [who('OFSTED', 'OBSERVER'), 'NOT_FOUND'],
    ] as const)
      expect((await client.send('answerComment', reply(comment))).code).toBe(code);
    expect((await theComment(lead(), comment.id))?.reply).toBeNull();
    await who('OFSTED', 'INSPECTORATE_LEAD').do('answerComment', reply(comment, { send: false }));
    const draft = { state: 'DRAFT', decision: 'CHANGED', version: 1 };
    expect((await theComment(who('CQC'), comment.id))?.reply).toMatchObject(draft);
    expect((await theComment(who('OFSTED', 'QUALITY_ASSURER'), comment.id))?.reply).toMatchObject(draft);
    expect((await theComment(coordinator(), comment.id))?.reply).toBeNull();
    const another = reply(comment, { version: 1, text: 'Mine' });
    expect((await who('CQC', 'INSPECTORATE_LEAD').send('answerComment', another)).code).toBe('NOT_PERMITTED');
    expect((await lead().send('answerComment', reply(comment))).code).toBe('CONFLICT');
    expect((await theComment(lead(), comment.id))?.reply).toMatchObject(draft);
    await lead().do('answerComment', reply(comment, { version: 1, decision: 'NOTED', text: 'Noted.' }));
    const answered = { state: 'SENT', decision: 'NOTED', text: 'Noted.', version: 2 };
    expect((await theComment(contributor(), comment.id))?.reply).toEqual(answered);
    expect(await theComment(police.coordinator.client.at(OPENED), comment.id)).toBeNull();
    expect((await lead().send('answerComment', reply(comment, { version: 2 }))).code).toBe('WRONG_STATE');
    expect((await theComment(lead(), comment.id))?.reply).toEqual(answered);
  });

  it('may be answered by another inspectorate lead who drafts the reply himself', async () => {
    const comment = await sent();
    await who('CQC', 'INSPECTORATE_LEAD').do('answerComment', reply(comment, { send: false }));
    await who('CQC', 'INSPECTORATE_LEAD').do('answerComment', reply(comment, { version: 1 }));
    expect((await theComment(coordinator(), comment.id))?.reply).toMatchObject({ state: 'SENT' });
  });

  it('are in time to the last moment of the window, and late from its end', async () => {
    expect(await sent(IN_TIME)).toMatchObject({ late: false });
    expect(await sent(DEADLINE)).toMatchObject({ late: true });
  });

  it('are considered, when late, by the reasoned decision of the lead alone', async () => {
    const comment = await sent(AFTER);
    const admit = { commentId: comment.id, reason: 'It is right, and small.' };
    expect((await lead(AFTER).send('answerComment', reply(comment))).code).toBe('WRONG_STATE');
    for (const client of [
      who('OFSTED', 'INSPECTORATE_LEAD', AFTER),
      who('CQC', 'INSPECTOR', AFTER),
      coordinator(AFTER),
    ])
      expect((await client.send('admitLateComment', admit)).code).toBe('NOT_PERMITTED');
    expect((await police.coordinator.client.at(AFTER).send('admitLateComment', admit)).code).toBe('NOT_FOUND');
    expect((await lead(AFTER).send('admitLateComment', { ...admit, reason: ' ' })).problems).toEqual([
      expect.objectContaining({ at: 'reason' }),
    ]);
    expect(await theComment(lead(AFTER), comment.id)).toEqual(comment);
    await lead(AFTER).do('admitLateComment', admit);
    expect(await theComment(coordinator(AFTER), comment.id)).toMatchObject({ admittedBecause: admit.reason });
    expect((await lead(AFTER).send('admitLateComment', admit)).code).toBe('WRONG_STATE');
    await lead(AFTER).do('answerComment', reply(comment));
    const inTime = await sent();
    expect((await lead().send('admitLateComment', { ...admit, commentId: inTime.id })).code).toBe('WRONG_STATE');
  });

  it('stay with their agency when the text is shut to it', async () => {
    const comment = await sent();
    const { node } = await coordinator(AFTER).read<{ node: unknown }>(
      'query ($id: ID!) { node(id: $id) { __typename } }',
      { id: comment.id },
    );
    expect(node).not.toBeNull();
    expect((await commentsOf(contributor(AFTER), inspection.id)).map(({ id }) => id)).toContain(comment.id);
  });

  it('hold signing back until each that was sent in time, or admitted, is answered', async () => {
    const own = await anInspection().inStage('DRAFTING').build();
    const [agency] = own.agencies;
    if (agency === undefined) throw new Error('no agency');
    const frozen = await aFrozenText(own, OPENED, DEADLINE);
    const by = (now: string): Client => agency.coordinator.client.at(now);
    const waits = (now: string) => unanswered(own, own.lead, now);
    const comment = async (now: string): Promise<{ id: string }> => {
      const made = await by(now).do<{ comment: { id: string } }>(
        'draftComment',
        { paragraphId: frozen.paragraphIds[1], ...words },
        'comment { id }',
      );
      expect(await waits(now)).toBe(false);
      await by(now).do('sendComment', { commentId: made.comment.id, version: 1 });
      return made.comment;
    };
    const inTime = await comment(OPENED);
    expect(await waits(OPENED)).toBe(true);
    await own.lead.client.at(OPENED).do('answerComment', reply(inTime, { send: false }));
    expect(await waits(OPENED)).toBe(true);
    await own.lead.client.at(OPENED).do('answerComment', reply(inTime, { version: 1 }));
    expect(await waits(OPENED)).toBe(false);
    const late = await comment(AFTER);
    expect(await waits(AFTER)).toBe(false);
    await own.lead.client.at(AFTER).do('admitLateComment', { commentId: late.id, reason: 'Weighty' });
    expect(await waits(AFTER)).toBe(true);
    expect(await unanswered(own, own.member('CQC', 'SIGNATORY'), AFTER)).toBe(true);
    for (const stranger of [agency.coordinator, own.member('OFSTED', 'OBSERVER'), own.member('CQC', 'INSPECTOR')])
      expect(await unanswered(own, stranger, AFTER)).toBeNull();
  });

  it('are not made on a text that was taken back', async () => {
    const own = await anInspection().inStage('DRAFTING').build();
    const [agency] = own.agencies;
    if (agency === undefined) throw new Error('no agency');
    const first = await aFrozenText(own, OPENED, DEADLINE);
    const by = agency.coordinator.client.at(OPENED);
    const draft = { paragraphId: first.paragraphIds[0], ...words };
    const { comment } = await by.do<{ comment: Seen }>('draftComment', draft, `comment { ${FIELDS} }`);
    await reopened(own, first, OPENED);
    expect((await by.send('draftComment', draft)).code).toBe('WRONG_STATE');
    await aFrozenText(own, '2024-04-09T09:00:00Z', DEADLINE);
    const later = agency.coordinator.client.at('2024-04-09T10:00:00Z');
    expect((await later.send('draftComment', draft)).code).toBe('WRONG_STATE');
    expect((await later.send('sendComment', { commentId: comment.id, version: 1 })).code).toBe('WRONG_STATE');
    expect(await theComment(later, comment.id)).toEqual(comment);
  });

  it('are not late while the inspection is paused', async () => {
    const own = await anInspection().inStage('DRAFTING').build();
    const [agency] = own.agencies;
    if (agency === undefined) throw new Error('no agency');
    const frozen = await aFrozenText(own, OPENED, DEADLINE);
    await own.lead.client.at('2024-04-20T09:00:00Z').do('markInspection', {
      inspectionId: own.id,
      kind: 'PAUSED',
      authority: 'The chief inspector',
      reason: 'A flood',
    });
    const by = agency.coordinator.client.at(AFTER);
    const { comment } = await by.do<{ comment: Seen }>(
      'draftComment',
      { paragraphId: frozen.paragraphIds[0], ...words },
      `comment { ${FIELDS} }`,
    );
    await by.do('sendComment', { commentId: comment.id, version: 1 });
    expect(await theComment(by, comment.id)).toMatchObject({ state: 'SENT', late: false });
  });

  it('are hidden from whoever declared a conflict of interest with the agency, yet hold signing back', async () => {
    const own = await anInspection().inStage('DRAFTING').build();
    const [agency] = own.agencies;
    if (agency === undefined) throw new Error('no agency');
    const frozen = await aFrozenText(own, OPENED, DEADLINE);
    const by = agency.coordinator.client.at(OPENED);
    const { comment } = await by.do<{ comment: Seen }>(
      'draftComment',
      { paragraphId: frozen.paragraphIds[0], ...words },
      `comment { ${FIELDS} }`,
    );
    await by.do('sendComment', { commentId: comment.id, version: 1 });
    const conflicted = own.lead.client.at(OPENED);
    await conflicted.do('declareConflict', { agencyId: agency.id, reason: 'I worked there' });
    expect(await theComment(conflicted, comment.id)).toBeNull();
    expect(await commentsOf(conflicted, own.id)).toEqual([]);
    expect((await conflicted.send('answerComment', reply(comment))).code).toBe('NOT_FOUND');
    expect(await unanswered(own, own.lead, OPENED)).toBe(true);
    await own.member('CQC', 'INSPECTORATE_LEAD').client.at(OPENED).do('answerComment', reply(comment));
    expect(await unanswered(own, own.lead, OPENED)).toBe(false);
  });

  it('say what to mend', async () => {
    const attempt = (more: Record<string, unknown>) =>
      contributor().send('draftComment', { paragraphId: text.paragraphIds[0], ...words, ...more });
    expect((await attempt({ text: 'x'.repeat(20_001) })).problems).toEqual([
      expect.objectContaining({ at: 'text', code: 'BAD_TEXT' }),
    ]);
    expect((await attempt({ proof: '' })).problems).toEqual([expect.objectContaining({ at: 'proof' })]);
    expect((await attempt({ kind: 'OPINION' })).code).toBe('BAD_USER_INPUT');
  });
});
