import { change, insert, instant, instantOrNull, type Row, type Step } from './load-steps.js';
import { BODY, criterionOf } from './load-evidence.js';
import { attitudes, COUNT, merges, PLACED } from './load-merges.js';
import { reveal } from './load-people.js';
import type { Finding } from './world-findings.js';
import type { World } from './world.js';

const PASSAGE = { from: 5, to: 20 };
const findings =
  (which: (finding: Finding, world: World) => boolean, row: (finding: Finding) => Row) =>
  (world: World): readonly Row[] =>
    world.findings.filter((finding) => which(finding, world)).map(row);

/** Submitted before the reveal, or where there was none; what fell unrevealed stood, and fell, before it. */
const isEarly = (finding: Finding, world: World): boolean => {
  const revealedAt = world.inspections.find(({ id }) => id === finding.inspectionId)?.revealedAt ?? null;
  return !finding.revealed || revealedAt === null || (finding.submittedAt ?? revealedAt) <= revealedAt;
};
const submit = (early: boolean): Step =>
  change(
    'finding',
    findings(
      (finding, world) => finding.state !== 'DRAFT' && isEarly(finding, world) === early,
      ({ id }) => ({ id, state: 'SUBMITTED' }),
    ),
  );
const withdraw = (revealed: boolean): Step =>
  change(
    'finding',
    findings(
      (finding) => finding.state === 'WITHDRAWN' && finding.revealed === revealed,
      ({ id, state }) => ({ id, state }),
    ),
  );

const cited = (world: World): readonly Row[] => {
  const byId = new Map(world.findings.map((finding) => [finding.id, finding]));
  return world.citations.map((citation) => ({
    id: citation.id,
    finding_id: citation.findingId,
    evidence_id: citation.evidenceId,
    inspection_id: byId.get(citation.findingId)?.inspectionId,
    owner: byId.get(citation.findingId)?.owner,
    cited_at: instant(citation.citedAt),
  }));
};

const drafts: readonly Step[] = [
  insert(
    'finding',
    findings(
      () => true,
      ({ id, inspectionId, owner }) => ({
        id,
        inspection_id: inspectionId,
        owner,
        state: 'DRAFT',
        revealed: false,
      }),
    ),
  ),
  insert(
    'finding_body',
    findings(
      () => true,
      (finding) => ({
        finding_id: finding.id,
        inspection_id: finding.inspectionId,
        owner: finding.owner,
        author_id: finding.authorId,
        case_id: finding.caseId,
        ...PLACED,
        ...COUNT,
        criterion: criterionOf(finding.owner),
        statement: `Finding ${finding.id}`,
        effect_on_children: 'They are safer.',
        agency_ids: finding.agencyIds,
        disconfirming: 'One did not say so.',
        created_at: instant(finding.createdAt),
        submitted_at: instantOrNull(finding.submittedAt),
      }),
    ),
  ),
  insert('citation', cited),
  insert('citation_passage', (world) => {
    const quoted = new Map(world.citations.map(({ id, quotedVersion }) => [id, quotedVersion]));
    return cited(world)
      .filter(({ id }) => quoted.get(id as string) !== null)
      .map(({ id, cited_at: _, ...citation }) => ({
        citation_id: id,
        ...citation,
        from_offset: PASSAGE.from,
        to_offset: PASSAGE.to,
        quote: BODY.slice(PASSAGE.from, PASSAGE.to),
        evidence_version: quoted.get(id as string),
      }));
  }),
  insert('contribution', (world) =>
    world.contributions.map(({ id, inspectionId, inspectorate }) => ({
      id,
      inspection_id: inspectionId,
      inspectorate,
      state: 'DRAFT',
    })),
  ),
  insert('contribution_body', (world) =>
    world.contributions.map((contribution) => ({
      contribution_id: contribution.id,
      inspection_id: contribution.inspectionId,
      inspectorate: contribution.inspectorate,
      answers: { said: 'So it is.' },
      nil_reason: 'Nothing else.',
      saved_by: contribution.savedBy,
      saved_at: instant(contribution.savedAt),
      submitted_by: contribution.state === 'DRAFT' ? null : contribution.savedBy,
      submitted_at: contribution.state === 'DRAFT' ? null : instant(contribution.savedAt),
    })),
  ),
  change('contribution', (world) =>
    world.contributions.filter(({ state }) => state !== 'DRAFT').map(({ id, state }) => ({ id, state })),
  ),
];

export const findingSteps: readonly Step[] = [
  ...drafts,
  // Before their findings are submitted, which places what is taken to them.
  insert('attitude', (world) => attitudes(world, ({ findingId }) => findingId !== null)),
  submit(true),
  withdraw(false),
  reveal,
  submit(false),
  ...merges(true),
  ...merges(false),
  withdraw(true),
  insert(
    'finding_withdrawal',
    findings(
      ({ state }) => state === 'WITHDRAWN',
      (finding) => ({
        finding_id: finding.id,
        inspection_id: finding.inspectionId,
        owner: finding.owner,
        reason: 'It does not stand.',
        withdrawn_at: instantOrNull(finding.withdrawnAt),
        withdrawn_by: finding.withdrawnBy,
      }),
    ),
  ),
];
