import { fetchText, type Person } from './api.js';
import { advance, known, type Rehearsed } from './plan.js';

interface Sentence {
  readonly id: string;
  readonly origin: string;
  readonly withoutFinding: boolean;
  readonly findings: readonly {
    readonly id: string;
    readonly owner: { readonly code: string };
    readonly citations: readonly { readonly id: string }[];
  }[];
}

export interface NarrativeSeen {
  readonly id: string;
  readonly version: number;
  readonly sections: readonly { readonly paragraphs: readonly { readonly sentences: readonly Sentence[] }[] }[];
}

const NARRATIVE = `query ($id: ID!) { narrative(inspectionId: $id) { id version sections { paragraphs { sentences { id origin withoutFinding
  findings { id owner { code } citations { id } } } } } } }`;

/** The lead compiles the narrative; answers how many of its sentences lead to no finding, evidence or inspectorate. */
export async function compile(r: Rehearsed): Promise<{ narrative: NarrativeSeen; untraceable: number }> {
  const lead = r.lead.at(r.moments.drafting);
  await advance(lead, r.inspectionId, 'DRAFTING');
  await lead.do('compileNarrative', { inspectionId: r.inspectionId });
  const { narrative } = await lead.read<{ narrative: NarrativeSeen }>(NARRATIVE, { id: r.inspectionId });
  const evidenced = await findingsWithEvidence(r);
  const sentences = narrative.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.sentences),
  );
  const untraceable = sentences.filter(
    ({ origin, findings }) =>
      origin !== 'LAYOUT' &&
      (findings.length === 0 || findings.some(({ id, owner }) => !evidenced.has(`${owner.code} ${id}`))),
  );
  return { narrative, untraceable: untraceable.length };
}

/** A citation is seen where finding and item both are: so each inspectorate is asked for its own. */
async function findingsWithEvidence(r: Rehearsed): Promise<Set<string>> {
  const found = new Set<string>();
  for (const [code, person] of r.leads) {
    const { narrative } = await person
      .at(r.moments.drafting)
      .read<{ narrative: NarrativeSeen }>(NARRATIVE, { id: r.inspectionId });
    for (const { paragraphs } of narrative.sections)
      for (const { sentences } of paragraphs)
        for (const { findings } of sentences)
          for (const { id, owner, citations } of findings)
            if (owner.code === code && citations.length > 0) found.add(`${code} ${id}`);
  }
  return found;
}

/** What the lead decides where the framework leaves it open; then the frozen text goes to the agencies, and quality is passed. */
export async function freeze(r: Rehearsed): Promise<{ hash: string; paragraphs: { id: string; text: string }[] }> {
  const lead = r.lead.at(r.moments.frozen);
  if (arrangementOf(r) !== null) await choose(r, lead, []);
  const none = await emptySections(r, lead);
  if (none.length > 0) {
    await choose(r, lead, none);
    await lead.do('openAccuracyWindow', { inspectionId: r.inspectionId, version: await version(r, lead) });
  }
  const quality = known(r.quality, 'OFSTED').at(r.moments.frozen);
  await quality.do('passQuality', { inspectionId: r.inspectionId, version: await version(r, lead) });
  const { frozenText } = await lead.read<{ frozenText: { hash: string; paragraphs: { id: string; text: string }[] } }>(
    'query ($id: ID!) { frozenText(inspectionId: $id) { hash paragraphs { id text } } }',
    { id: r.inspectionId },
  );
  return frozenText;
}

/** Tries to freeze, and answers the sections of which the lead has yet to say that there is nothing; none where it is frozen. */
async function emptySections(r: Rehearsed, lead: Person): Promise<string[]> {
  const input = { inspectionId: r.inspectionId, version: await version(r, lead) };
  const tried = await lead.send('openAccuracyWindow', input, '', 'OpenAccuracyWindowInput');
  const payload = tried.data?.['openAccuracyWindow'] as
    { problems: { at: string; code: string; message: string }[] } | null | undefined;
  const others = payload?.problems.filter(({ code }) => code !== 'SECTION_EMPTY') ?? [];
  if (payload == null || others.length > 0)
    throw new Error(`openAccuracyWindow: ${JSON.stringify(tried).slice(0, 1_000)}`);
  return payload.problems.map(({ at }) => at.replace('sections.', ''));
}

async function choose(r: Rehearsed, lead: Person, none: readonly string[]): Promise<void> {
  await lead.do('setLetterChoices', {
    inspectionId: r.inspectionId,
    version: await version(r, lead),
    none,
    arrangement: arrangementOf(r),
  });
}

/** Some letters of the first years put the weaknesses first. */
const arrangementOf = (r: Rehearsed): string | null =>
  r.moments.framework === 'JTAI_2015' && r.statements[0]?.kind === 'PRACTICE_CONCERN' ? 'PRIORITY_STUDY_FIRST' : null;

async function version(r: Rehearsed, lead: Person): Promise<number> {
  const { narrative } = await lead.read<{ narrative: { version: number } }>(
    'query ($id: ID!) { narrative(inspectionId: $id) { version } }',
    { id: r.inspectionId },
  );
  return narrative.version;
}

/** An agency comments on a paragraph, and the lead answers with a reason. */
export async function comment(r: Rehearsed, paragraphId: string): Promise<void> {
  const coordinator = known(
    new Map(r.agencies.map((agency) => [agency.kind, agency.coordinator.person])),
    'LOCAL_AUTHORITY',
  ).at(r.moments.commented);
  const { comment: drafted } = await coordinator.do<{ comment: { id: string; version: number } }>(
    'draftComment',
    { paragraphId, kind: 'FACT', text: 'The service moved to another building in the first week.' },
    'comment { id version }',
  );
  await coordinator.do('sendComment', { commentId: drafted.id, version: drafted.version });
  await r.lead.at(r.moments.commented).do('answerComment', {
    commentId: drafted.id,
    decision: 'NOT_CHANGED',
    text: 'The sentence speaks of the time before that week.',
    send: true,
  });
}

/** Every inspectorate's signatory signs the exact text. */
export async function sign(r: Rehearsed, hash: string): Promise<void> {
  const lead = r.lead.at(r.moments.signing);
  await advance(lead, r.inspectionId, 'SIGNING');
  for (const code of r.letter.inspectorates)
    await known(r.signatories, code)
      .at(r.moments.signing)
      .do('signNarrative', { inspectionId: r.inspectionId, hash, office: `For ${code}` });
}

export interface Published {
  readonly html: string;
  readonly computed: string | null;
  readonly due: string | null;
}

/** The area receives its copy, which starts the statement's clock; then the letter is published. */
export async function publish(r: Rehearsed): Promise<Published> {
  const lead = r.lead.at(r.moments.received);
  const received = await lead.do<{ letter: { statementComputedOn: string | null } }>(
    'recordReceipt',
    { inspectionId: r.inspectionId },
    'letter { statementComputedOn }',
  );
  const printed = r.letter.statementOfActionDueOn;
  if (printed !== null && printed !== received.letter.statementComputedOn)
    await lead.do('setStatementDueDate', {
      inspectionId: r.inspectionId,
      dueOn: printed,
      reason: 'The copy was received on another day than the letter bears.',
    });
  const { letter } = await r.lead
    .at(r.moments.published)
    .do<{ letter: { path: string; statementComputedOn: string | null; statementDueOn: string | null } }>(
      'publishLetter',
      {
        inspectionId: r.inspectionId,
        addressees: [{ name: 'The Director', role: `Director of Children’s Services, ${r.letter.area}` }],
      },
      'letter { path statementComputedOn statementDueOn }',
    );
  return { html: await fetchText(letter.path), computed: letter.statementComputedOn, due: letter.statementDueOn };
}
