import { turn, type Filed } from './evidence.js';
import { known, type Rehearsed } from './plan.js';
import type { Person } from './api.js';

/** A finding as drafted, with the item that it cites. */
export interface Drafted extends Filed {
  readonly findingId: string;
}

interface Catalogue {
  readonly code: string;
  readonly criteria: readonly { readonly code: string; readonly joint: string }[];
  readonly questions: readonly { readonly code: string; readonly answer: string; readonly required: boolean }[];
}

const ANSWERS: Record<string, string> = { COUNT: '20', YES_NO: 'NO', TEXT: 'As agreed with the agencies.' };

/** Each inspectorate drafts its findings on its own evidence, submits them and its contribution, unseen by the others. */
export async function draftFindings(r: Rehearsed, filed: readonly Filed[]): Promise<Drafted[]> {
  const asker = r.lead.at(r.moments.fieldwork);
  const { inspectorates } = await asker.read<{ inspectorates: Catalogue[] }>(
    '{ inspectorates { code criteria { code joint } questions { code answer required } } }',
  );
  const catalogue = new Map(inspectorates.map((each) => [each.code, each]));
  const drafted: Drafted[] = [];
  for (const [index, item] of filed.entries())
    drafted.push(await draft(r, known(catalogue, item.inspectorate), item, index));
  for (const code of r.letter.inspectorates)
    await contribute(
      r,
      known(catalogue, code),
      drafted.some(({ inspectorate }) => inspectorate === code),
    );
  return drafted;
}

async function draft(r: Rehearsed, of: Catalogue, item: Filed, index: number): Promise<Drafted> {
  const inspector = known(r.inspectors, of.code).at(r.moments.fieldwork);
  const { statement } = item;
  // Passages are counted in code points.
  const offset = codePoints('Read in the records that were looked at. ');
  const { finding } = await inspector.do<{ finding: { id: string; version: number } }>(
    'draftFinding',
    {
      inspectionId: r.inspectionId,
      kind: statement.kind,
      placement: statement.placement,
      study: statement.study,
      position: statement.position,
      criterion: turn(of.criteria, index).code,
      statement: item.words,
      agencyIds: r.agencies
        .filter(({ kind }) => statement.agencies.includes(kind) || kind === 'LOCAL_AUTHORITY')
        .map(({ id }) => id),
      citations: [{ evidenceId: item.evidenceId, passage: { start: offset, end: offset + codePoints(item.words) } }],
    },
    'finding { id version }',
  );
  await inspector.do('submitFinding', { findingId: finding.id, version: finding.version }, '', 'DraftedFindingInput');
  return { ...item, findingId: finding.id };
}

/** What the inspectorate answers of itself; a reasoned nil where it found nothing. */
async function contribute(r: Rehearsed, of: Catalogue, hasFindings: boolean): Promise<void> {
  const inspectorateLead = known(r.leads, of.code).at(r.moments.fieldwork);
  const answers = hasFindings
    ? of.questions
        .filter(({ required }) => required)
        .map(({ code, answer }) => ({ question: code, answer: ANSWERS[answer] ?? 'NO' }))
    : [];
  const { contribution } = await inspectorateLead.do<{ contribution: { version: number } }>(
    'saveContribution',
    {
      inspectionId: r.inspectionId,
      answers,
      nilReason: hasFindings ? null : 'Nothing of ours bears on what was inspected here.',
    },
    'contribution { version }',
  );
  await inspectorateLead.do('submitContribution', { inspectionId: r.inspectionId, version: contribution.version });
}

/** The lead opens the reveal and merges what several found, keeping the letter's wording. */
export async function revealAndMerge(r: Rehearsed, drafted: readonly Drafted[]): Promise<string[]> {
  const lead = r.lead.at(r.moments.drafting);
  await lead.do('openReveal', { inspectionId: r.inspectionId });
  const merges: string[] = [];
  for (const statement of r.statements) {
    const sources = drafted.filter((each) => each.statement === statement);
    const [kept] = sources;
    if (sources.length < 2 || kept === undefined) continue;
    const { merge } = await lead.do<{ merge: { id: string } }>(
      'mergeFindings',
      { findingIds: sources.map(({ findingId }) => findingId), keptFindingId: kept.findingId },
      'merge { id }',
    );
    merges.push(merge.id);
    await agree(r, merge.id, sources.at(-1)?.inspectorate ?? '');
  }
  return merges;
}

/** One of the sources' inspectorates says that it agrees with the merged wording. */
async function agree(r: Rehearsed, mergeId: string, inspectorate: string): Promise<void> {
  const person: Person = known(r.leads, inspectorate).at(r.moments.drafting);
  await person.do('takeAttitude', { onId: mergeId, attitude: 'AGREE' });
}

const codePoints = (text: string): number => Array.from(text).length;
