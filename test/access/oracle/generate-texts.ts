/** The narrative, the frozen text, comments, signatures and letters. */
import { assigned, daysBefore, findingsOf, hour, leadOf, leadersOf, ofAgency, type Plan } from './generate-draft.js';
import { reached } from './generate-inspection.js';
import type { Id, Instant } from './world-base.js';
import type { AccuracyReply, FrozenText, Letter } from './world-texts.js';

export function makeTexts(plan: Plan): void {
  const { inspection, chance } = plan;
  if (inspection.revealedAt === null || !reached(inspection, 'DRAFTING')) return;
  makeNarrative(plan);
  if (!reached(inspection, 'ACCURACY_CHECK')) {
    if (chance.happens(0.4)) freeze(plan, daysBefore(plan, 11));
    return;
  }
  const frozen = freeze(plan, null);
  makePasses(plan);
  makeComments(plan, frozen);
  makeSignatures(plan, frozen);
  makeLetters(plan, frozen);
}

function makeNarrative(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  const compiledBy = chance.of(leadOf(plan)).userId;
  draft.narratives.push({ inspectionId: inspection.id, version: 2, compiledBy, compiledAt: daysBefore(plan, 20) });
  for (let position = 1; position <= 6; position += 1) {
    const id = chance.uuid();
    draft.narrativeParagraphs.push({ id, inspectionId: inspection.id, position });
    for (let sentence = chance.between(0, 2); sentence < 2; sentence += 1) {
      const findingIds = toldFindings(plan);
      draft.narrativeSentences.push({
        id: chance.uuid(),
        paragraphId: id,
        inspectionId: inspection.id,
        position: sentence + 1,
        findingIds,
      });
    }
  }
}

/** One finding, or all that stand in its merge, or none. */
function toldFindings(plan: Plan): readonly Id[] {
  const standing = findingsOf(plan).filter((one) => one.revealed && one.state === 'SUBMITTED');
  const finding = plan.chance.maybe(0.75, standing);
  if (finding === null) return [];
  const merge = plan.draft.merges.find((one) => one.undoneAt === null && one.sourceIds.includes(finding.id));
  return merge?.sourceIds ?? [finding.id];
}

/** Its deadline is a pivot while comments are awaited, else long past. */
function freeze(plan: Plan, reopenedAt: Instant | null): FrozenText {
  const { draft, chance, inspection, pivots } = plan;
  const openedAt = daysBefore(plan, 14);
  const awaited = inspection.stage === 'ACCURACY_CHECK' || reopenedAt !== null;
  const deadlines = [pivots.first, pivots.second, pivots.second, daysBefore(plan, 1)];
  const frozen: FrozenText = {
    id: chance.uuid(),
    inspectionId: inspection.id,
    narrativeVersion: 2,
    hash: hashOf(chance.uuid()),
    openedAt,
    openedBy: chance.of(leadOf(plan)).userId,
    deadline: awaited ? chance.of(deadlines) : daysBefore(plan, 9),
    reopenedAt,
  };
  draft.frozenTexts.push(frozen);
  for (const paragraph of draft.narrativeParagraphs.filter((one) => one.inspectionId === inspection.id)) {
    const sentences = draft.narrativeSentences.filter((one) => one.paragraphId === paragraph.id);
    const findingIds = [...new Set(sentences.flatMap((one) => one.findingIds))];
    draft.frozenParagraphs.push({
      id: chance.uuid(),
      frozenTextId: frozen.id,
      inspectionId: inspection.id,
      position: paragraph.position,
      findingIds,
    });
  }
  return frozen;
}

const hashOf = (id: Id): string => id.replaceAll('-', '').repeat(2);

function makePasses(plan: Plan): void {
  const { draft, chance, inspection } = plan;
  for (const inspectorate of plan.accepted) {
    const assurers = assigned(plan, inspectorate, ['QUALITY_ASSURER', 'INSPECTORATE_LEAD']);
    if (!reached(inspection, 'SIGNED') && chance.happens(0.3)) continue;
    draft.qualityPasses.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      inspectorate,
      narrativeVersion: 2,
      passedBy: chance.of(assurers).userId,
      passedAt: daysBefore(plan, 13),
    });
  }
}

/** In time, of agencies that take part; by signing each that was sent has its reply. */
function makeComments(plan: Plan, frozen: FrozenText): void {
  const { draft, chance, inspection } = plan;
  const paragraphs = draft.frozenParagraphs.filter((one) => one.frozenTextId === frozen.id);
  for (let made = 0; made < 5; made += 1) {
    const organisationId = chance.of(plan.agencies);
    const people = ofAgency(plan, organisationId, ['COORDINATOR', 'CONTRIBUTOR']);
    if (people.length === 0) continue;
    const sent = chance.happens(0.7);
    const draftedBy = chance.of(people).userId;
    const sentAt = frozen.openedAt + 4 * hour;
    draft.accuracyComments.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      organisationId,
      frozenTextId: frozen.id,
      frozenParagraphId: chance.of(paragraphs).id,
      state: sent ? 'SENT' : 'DRAFT',
      late: false,
      draftedBy,
      draftedAt: frozen.openedAt + hour,
      sentBy: sent ? draftedBy : null,
      sentAt: sent ? sentAt : null,
      reply: sent ? makeReply(plan, sentAt + hour) : null,
    });
  }
}

function makeReply(plan: Plan, draftedAt: Instant): AccuracyReply | null {
  const { chance, inspection } = plan;
  const due = reached(inspection, 'SIGNING');
  if (!due && chance.happens(0.3)) return null;
  const draftedBy = chance.of([...leadOf(plan), ...leadersOf(plan, chance.of(plan.accepted))]).userId;
  const sent = due || chance.happens(0.5);
  return {
    state: sent ? 'SENT' : 'DRAFT',
    draftedBy,
    draftedAt,
    sentBy: sent ? draftedBy : null,
    sentAt: sent ? draftedAt + hour : null,
  };
}

/** By one person for each side; some were made void and signed again. */
function makeSignatures(plan: Plan, frozen: FrozenText): void {
  const { draft, chance, inspection } = plan;
  if (!reached(inspection, 'SIGNING')) return;
  for (const inspectorate of plan.accepted) {
    const signers = assigned(plan, inspectorate, ['SIGNATORY']).filter(
      (one) => one.endedAt === null && one.startsAt < daysBefore(plan, 8) && !signed(plan, frozen, one.userId),
    );
    const [signer] = signers;
    if (signer === undefined || (inspection.stage === 'SIGNING' && chance.happens(0.5))) continue;
    draft.signatures.push({
      id: chance.uuid(),
      inspectionId: inspection.id,
      frozenTextId: frozen.id,
      inspectorate,
      userId: signer.userId,
      hash: frozen.hash,
      signedAt: daysBefore(plan, 7),
      voidedAt: inspection.stage === 'SIGNING' && chance.happens(0.3) ? daysBefore(plan, 6) : null,
    });
  }
}

const signed = (plan: Plan, frozen: FrozenText, userId: Id): boolean =>
  plan.draft.signatures.some((one) => one.frozenTextId === frozen.id && one.userId === userId);

/** A copy before publication, then the letter; some corrected, some withdrawn. */
function makeLetters(plan: Plan, frozen: FrozenText): void {
  const { chance, inspection } = plan;
  if (!reached(inspection, 'SIGNED')) return;
  const receivedAt = daysBefore(plan, 5);
  const { publishedAt } = inspection;
  if (publishedAt === null) {
    addLetter(plan, frozen, { version: 1, receivedAt: chance.happens(0.7) ? receivedAt : null, publishedAt });
    return;
  }
  const fate = chance.of(['STANDS', 'STANDS', 'CORRECTED', 'WITHDRAWN']);
  const supersededAt = fate === 'CORRECTED' ? publishedAt + hour : null;
  const withdrawnAt = fate === 'WITHDRAWN' ? publishedAt + hour : null;
  addLetter(plan, frozen, { version: 1, receivedAt, publishedAt, withdrawnAt, supersededAt });
  if (supersededAt !== null) addLetter(plan, frozen, { version: 2, receivedAt, publishedAt: supersededAt });
}

function addLetter(
  plan: Plan,
  frozen: FrozenText,
  given: Pick<Letter, 'version' | 'receivedAt' | 'publishedAt'> & Partial<Pick<Letter, 'withdrawnAt' | 'supersededAt'>>,
): void {
  plan.draft.letters.push({
    id: plan.chance.uuid(),
    inspectionId: plan.inspection.id,
    frozenTextId: frozen.id,
    hash: frozen.hash,
    withdrawnAt: null,
    supersededAt: null,
    ...given,
  });
}
