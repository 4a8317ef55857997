import { Person } from './api.js';
import { comment, compile, freeze, publish, sign, type NarrativeSeen } from './judgement.js';
import { compareLetter } from './compare-letter.js';
import { askAgencies } from './agencies.js';
import { fieldwork } from './evidence.js';
import { draftFindings, revealAndMerge } from './findings.js';
import { Forbidden, type Others } from './forbidden.js';
import type { Letter } from './letter.js';
import { PHASES, type Phase } from './options.js';
import { known, notify, plan, type Rehearsed } from './plan.js';
import type { Tally } from './tally.js';

export interface Outcome {
  /** The published page, or null where the rehearsal ended before. */
  readonly html: string | null;
  /** For the progress line. */
  readonly told: string;
}

/** Replays a letter as an inspection; after each phase everybody else tries what he may not. */
export async function rehearseLetter(letter: Letter, until: Phase, tally: Tally): Promise<Outcome> {
  const forbidden = new Forbidden(tally, letter.area);
  const reached = (phase: Phase): boolean => PHASES.indexOf(until) >= PHASES.indexOf(phase);
  const r = await plan(letter);
  tally.statements += r.statements.length;
  await afterPlanning(r, forbidden);
  if (!reached('NOTIFY')) return { html: null, told: 'planned' };
  await notify(r);
  const requests = await askAgencies(r);
  await afterAsking(r, requests, forbidden);
  if (!reached('FIELDWORK')) return { html: null, told: 'notified' };
  const filed = await fieldwork(r);
  const unshared = filed.find(
    ({ statement, inspectorate }) => statement.drafters.length === 1 && inspectorate === 'OFSTED',
  );
  if (unshared !== undefined) await afterFieldwork(r, unshared.evidenceId, forbidden);
  if (!reached('FINDINGS')) return { html: null, told: `${filed.length} items of evidence` };
  const drafted = await draftFindings(r, filed);
  tally.countFindings(drafted);
  const blind = drafted.find(({ inspectorate }) => inspectorate === 'OFSTED');
  if (blind !== undefined) await whileBlind(r, blind.findingId, forbidden);
  if (!reached('MERGE')) return { html: null, told: `${drafted.length} findings` };
  const merges = await revealAndMerge(r, drafted);
  tally.merges += merges.length;
  if (blind !== undefined) await afterReveal(r, blind.findingId, forbidden);
  const told = `${drafted.length} findings, ${merges.length} merged`;
  if (!reached('NARRATIVE')) return { html: null, told };
  const { narrative, untraceable } = await compile(r);
  tally.untraceable += untraceable;
  await whileDrafting(r, narrative, forbidden);
  if (!reached('ACCURACY')) return { html: null, told };
  const frozen = await freeze(r);
  const paragraph = frozen.paragraphs.find(({ text }) => text.length > 40) ?? frozen.paragraphs[0];
  if (paragraph !== undefined) await comment(r, paragraph.id);
  await whileFrozen(r, frozen.hash, forbidden);
  if (!reached('SIGN')) return { html: null, told };
  await sign(r, frozen.hash);
  await onceSigned(r, forbidden);
  if (!reached('PUBLISH')) return { html: null, told };
  const { html, computed, due } = await publish(r);
  tally.published += 1;
  const { missing, duplicated, misplaced } = compareLetter(html, r.statements);
  tally.missing += missing.length;
  tally.duplicated += duplicated.length;
  tally.misplaced += misplaced.length;
  await oncePublished(r, frozen.hash, forbidden);
  return {
    html,
    told: `${told}, published; statement due ${due ?? 'none'}, printed ${letter.statementOfActionDueOn ?? 'nowhere'}, computed ${computed ?? 'none'}`,
  };
}

const outside = (r: Rehearsed, now: string): Others => ({
  'an observer': r.observer.at(now),
  'a signatory': known(r.signatories, 'OFSTED').at(now),
  'an agency': (r.agencies[0]?.coordinator.person ?? r.observer).at(now),
  'an administrator': r.administrator.at(now),
  'the public': new Person(null, now),
});

async function afterPlanning(r: Rehearsed, forbidden: Forbidden): Promise<void> {
  const now = r.moments.planned;
  const { 'an agency': agency, 'the public': anybody, 'an administrator': administrator } = outside(r, now);
  const unknowing = {
    'an agency': agency ?? r.observer,
    'the public': anybody ?? r.observer,
    'an administrator': administrator ?? r.observer,
  };
  await forbidden.read(r.inspectionId, unknowing);
  await forbidden.write(
    'advanceStage',
    { inspectionId: r.inspectionId, to: 'PREPARING', version: 1 },
    'AdvanceStageInput',
    {
      ...unknowing,
      'an observer': r.observer,
      'an inspector': known(r.inspectors, 'OFSTED'),
      'a planner': r.planner,
    },
  );
}

async function afterAsking(r: Rehearsed, requests: readonly { id: string }[], forbidden: Forbidden): Promise<void> {
  const now = r.moments.notified;
  const [request] = requests;
  if (request === undefined) return;
  await forbidden.read(request.id, {
    'an observer': r.observer.at(now),
    'the public': new Person(null, now),
    'a planner': r.planner.at(now),
    'a signatory': known(r.signatories, 'CQC').at(now),
  });
  await forbidden.write('cancelRequest', { requestId: request.id, version: 2, reason: 'Tried' }, 'CancelRequestInput', {
    ...outside(r, now),
    'an inspector': known(r.inspectors, 'CQC').at(now),
    'another agency': (r.agencies[1]?.coordinator.person ?? r.observer).at(now),
  });
}

async function afterFieldwork(r: Rehearsed, evidenceId: string, forbidden: Forbidden): Promise<void> {
  const now = r.moments.fieldwork;
  const others = {
    ...outside(r, now),
    'a planner': r.planner.at(now),
    'an inspector of another inspectorate': known(r.inspectors, 'CQC').at(now),
    'another inspectorate lead': known(r.leads, 'HMICFRS').at(now),
    'another quality assurer': known(r.quality, 'CQC').at(now),
  };
  await forbidden.read(evidenceId, others);
  await forbidden.write('withdrawEvidence', { evidenceId, reason: 'Tried' }, 'WithdrawEvidenceInput', others);
}

async function whileBlind(r: Rehearsed, findingId: string, forbidden: Forbidden): Promise<void> {
  const now = r.moments.fieldwork;
  const others = {
    ...outside(r, now),
    'a planner': r.planner.at(now),
    'an inspector of another inspectorate': known(r.inspectors, 'CQC').at(now),
    'another inspectorate lead': known(r.leads, 'HMICFRS').at(now),
  };
  await forbidden.read(findingId, others);
  await forbidden.write('withdrawFinding', { findingId, reason: 'Tried' }, 'WithdrawFindingInput', {
    ...others,
    'its inspector': known(r.inspectors, 'OFSTED').at(now),
  });
  await forbidden.write('openReveal', { inspectionId: r.inspectionId, reason: 'Tried' }, 'OpenRevealInput', {
    ...others,
    'an inspectorate lead': known(r.leads, 'OFSTED').at(now),
  });
}

async function afterReveal(r: Rehearsed, findingId: string, forbidden: Forbidden): Promise<void> {
  const now = r.moments.drafting;
  await forbidden.read(findingId, { ...outside(r, now), 'a planner': r.planner.at(now) });
  await forbidden.write('openReveal', { inspectionId: r.inspectionId, reason: 'Again' }, 'OpenRevealInput', {
    'the lead, a second time': r.lead.at(now),
    ...outside(r, now),
  });
}

async function whileDrafting(r: Rehearsed, narrative: NarrativeSeen, forbidden: Forbidden): Promise<void> {
  const now = r.moments.drafting;
  const others = { ...outside(r, now), 'a planner': r.planner.at(now) };
  await forbidden.read(narrative.id, others);
  const sentence = narrative.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences))[0];
  if (sentence === undefined) return;
  await forbidden.write('removeSentence', { sentenceId: sentence.id, version: 1 }, 'RemoveSentenceInput', {
    ...others,
    'an inspector': known(r.inspectors, 'OFSTED').at(now),
  });
}

async function whileFrozen(r: Rehearsed, hash: string, forbidden: Forbidden): Promise<void> {
  const now = r.moments.commented;
  const unknowing = {
    'an observer': r.observer.at(now),
    'a planner': r.planner.at(now),
    'the public': new Person(null, now),
    'an administrator': r.administrator.at(now),
  };
  await forbidden.look(
    'query ($id: ID!) { frozenText(inspectionId: $id) { hash } }',
    { id: r.inspectionId },
    unknowing,
    (data) => data['frozenText'] === null,
  );
  await forbidden.look(
    'query ($id: ID!) { narrative(inspectionId: $id) { id } }',
    { id: r.inspectionId },
    { 'an agency': (r.agencies[0]?.coordinator.person ?? r.observer).at(now) },
    (data) => data['narrative'] === null,
  );
  await forbidden.write('signNarrative', { inspectionId: r.inspectionId, hash }, 'SignNarrativeInput', {
    ...unknowing,
    'the lead': r.lead.at(now),
    'a signatory before his time': known(r.signatories, 'CQC').at(now),
  });
}

async function onceSigned(r: Rehearsed, forbidden: Forbidden): Promise<void> {
  const now = r.moments.signing;
  await forbidden.look(
    'query ($id: ID!) { letter(inspectionId: $id) { path } }',
    { id: r.inspectionId },
    { 'the public': new Person(null, now), 'an observer': r.observer.at(now) },
    (data) => data['letter'] === null,
  );
  await forbidden.write(
    'publishLetter',
    { inspectionId: r.inspectionId, addressees: [{ name: 'A', role: 'B' }] },
    'PublishLetterInput',
    {
      ...outside(r, now),
      'an inspectorate lead': known(r.leads, 'CQC').at(now),
    },
  );
}

async function oncePublished(r: Rehearsed, hash: string, forbidden: Forbidden): Promise<void> {
  const now = r.moments.published;
  await forbidden.write('compileNarrative', { inspectionId: r.inspectionId }, 'CompileNarrativeInput', {
    'the lead': r.lead.at(now),
    ...outside(r, now),
  });
  await forbidden.write('signNarrative', { inspectionId: r.inspectionId, hash }, 'SignNarrativeInput', {
    'a signatory again': known(r.signatories, 'OFSTED').at(now),
  });
}
