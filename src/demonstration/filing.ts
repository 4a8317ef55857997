import { type Caller, DemonstrationError } from './client.js';
import { known } from './cast.js';
import type { Staged } from './staging.js';

/** Somebody of an inspectorate, by organisation and subject. */
export type By = readonly [organisation: string, subject: string];

export interface CaseData {
  readonly key: string;
  readonly by: By;
  readonly sampling: 'TRACKED' | 'SAMPLED';
  readonly journeyStage: string;
  readonly ageYears?: number;
  readonly unborn?: boolean;
  readonly siblingOf?: string;
  readonly agencies: readonly string[];
  readonly rationale: string;
  /** Who may open its identity: each is named by his inspectorate lead. */
  readonly members?: readonly By[];
}

export interface ShareData {
  readonly to: string;
  readonly purpose: string;
  /** Of a share in summary: its own title and text; left out of a whole one. */
  readonly summary?: readonly [title: string, text: string];
  /** One person of the recipient's team in place of all. */
  readonly person?: By;
  /** Why it was revoked. */
  readonly revoked?: string;
}

/** An entry of the chronology: days from the first day of fieldwork, the agency, and what happened. */
export interface EntryData {
  readonly key?: string;
  readonly on: number;
  readonly agency: string | null;
  readonly words: string;
  readonly contradicts?: readonly string[];
}

export interface EvidenceData {
  readonly key: string;
  readonly by: By;
  /** Which half-day of fieldwork, from 0. */
  readonly halfDay: number;
  readonly kind: string;
  readonly criterion: string;
  readonly method: string;
  readonly strength: string;
  readonly personalData: 'NONE' | 'PERSONAL' | 'SPECIAL_CATEGORY' | 'CRIMINAL_OFFENCE';
  readonly marking?: 'OFFICIAL_SENSITIVE';
  readonly case?: string;
  readonly source?: string;
  readonly spokenOf?: readonly string[];
  /** First and last day of what it tells of, from the first day of fieldwork. */
  readonly occurred?: readonly [from: number, to: number];
  readonly title: string;
  readonly body: string;
  readonly draft?: true;
  readonly shares?: readonly ShareData[];
  readonly entries?: readonly EntryData[];
  readonly superseded?: { readonly title: string; readonly body: string; readonly reason: string };
  readonly withdrawn?: string;
}

export interface FindingData {
  readonly key: string;
  readonly by: By;
  readonly halfDay: number;
  readonly kind: string;
  readonly placement: string;
  readonly study?: number;
  readonly position: number;
  readonly criterion: string;
  readonly statement: string;
  readonly effectOnChildren?: string;
  readonly count?: { readonly n: number; readonly of: number; readonly basis: 'TRACKED' | 'SAMPLED' };
  readonly agencies: readonly string[];
  /** Items that it rests on, with the words of each that it cites. */
  readonly cites: readonly (readonly [item: string, quote?: string])[];
  readonly draft?: true;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** What was filed so far, by the keys of the data. */
export class Filed {
  readonly cases = new Map<string, string>();
  readonly evidence = new Map<string, { readonly id: string; readonly body: string }>();
  readonly entries = new Map<string, string>();
  readonly findings = new Map<string, string>();

  constructor(private readonly staged: Staged) {}

  async addCase(data: CaseData): Promise<void> {
    const { staged } = this;
    const made = await this.who(data.by, staged.moments.sampled).act<{ case: { id: string } }>(
      'createCase',
      this.label(data.key),
      {
        inspectionId: staged.id,
        sampling: data.sampling,
        rationale: data.rationale,
        journeyStage: data.journeyStage,
        ageYears: data.ageYears ?? null,
        unborn: data.unborn ?? false,
        siblingOfId: data.siblingOf === undefined ? null : known(this.cases, data.siblingOf),
        agencyIds: data.agencies.map((code) => staged.cast.agency(code)),
      },
      'case { id }',
    );
    this.cases.set(data.key, made.case.id);
    for (const [organisation, subject] of data.members ?? [])
      await this.who([organisation, 'inspectorate-lead'], staged.moments.sampled).act(
        'nameCaseMember',
        this.label(`${data.key} ${organisation} ${subject}`),
        { caseId: made.case.id, assignmentId: staged.seat(organisation, subject) },
      );
  }

  async addEvidence(data: EvidenceData): Promise<void> {
    const { staged } = this;
    const writer = this.who(data.by, this.halfDay(data));
    const [from, to] = data.occurred ?? [];
    const { evidence } = await writer.act<{ evidence: Versioned }>(
      'fileEvidence',
      this.label(data.key),
      {
        inspectionId: staged.id,
        kind: data.kind,
        criterion: data.criterion,
        method: data.method,
        strength: data.strength,
        marking: data.marking ?? 'OFFICIAL',
        personalData: data.personalData,
        caseId: data.case === undefined ? null : known(this.cases, data.case),
        sourceAgencyId: data.source === undefined ? null : staged.cast.agency(data.source),
        spokenOfIds: (data.spokenOf ?? []).map((code) => staged.cast.agency(code)),
        occurredFrom: from === undefined ? null : staged.moments.day(from),
        occurredTo: to === undefined ? null : staged.moments.day(to),
        title: data.title,
        body: data.body,
      },
      'evidence { id }',
    );
    this.evidence.set(data.key, { id: evidence.id, body: data.superseded?.body ?? data.body });
    for (const entry of data.entries ?? []) await this.addEntry(writer, data.key, evidence.id, entry);
    if (data.draft === true) return;
    await writer.act(
      'submitEvidence',
      this.label(data.key),
      { evidenceId: evidence.id, version: 1 },
      '',
      'DraftEvidenceInput',
    );
    for (const share of data.shares ?? []) await this.share(writer, data, evidence.id, share);
    const { superseded, withdrawn } = data;
    if (superseded !== undefined)
      await writer.act('supersedeEvidence', this.label(data.key), {
        evidenceId: evidence.id,
        version: 2,
        ...superseded,
      });
    if (withdrawn !== undefined)
      await writer.act('withdrawEvidence', this.label(data.key), { evidenceId: evidence.id, reason: withdrawn });
  }

  async addFinding(data: FindingData): Promise<void> {
    const { staged } = this;
    const writer = this.who(data.by, this.halfDay(data));
    const { finding } = await writer.act<{ finding: { id: string } }>(
      'draftFinding',
      this.label(data.key),
      {
        inspectionId: staged.id,
        kind: data.kind,
        placement: data.placement,
        study: data.study ?? null,
        position: data.position,
        criterion: data.criterion,
        statement: data.statement,
        effectOnChildren: data.effectOnChildren ?? null,
        count: data.count ?? null,
        agencyIds: data.agencies.map((code) => staged.cast.agency(code)),
        citations: data.cites.map(([item, quote]) => this.citation(item, quote)),
      },
      'finding { id }',
    );
    this.findings.set(data.key, finding.id);
    if (data.draft !== true)
      await writer.act(
        'submitFinding',
        this.label(data.key),
        { findingId: finding.id, version: 1 },
        '',
        'DraftedFindingInput',
      );
  }

  /** Keys of both inspections are told apart. */
  label(key: string): string {
    return `${this.staged.label} ${key}`;
  }

  private who([organisation, subject]: By, at: string): Caller {
    return this.staged.cast.who(organisation, subject).at(at);
  }

  private halfDay({ key, halfDay }: { readonly key: string; readonly halfDay: number }): string {
    const at = this.staged.moments.halfDays[halfDay];
    if (at === undefined) throw new DemonstrationError(`${key}: fieldwork has no half-day ${halfDay}`);
    return at;
  }

  private async addEntry(writer: Caller, item: string, evidenceId: string, data: EntryData): Promise<void> {
    const { entry } = await writer.act<{ entry: { id: string } }>(
      'addChronologyEntry',
      this.label(`${item} ${data.on} ${data.agency ?? ''}`),
      {
        evidenceId,
        happenedOn: this.staged.moments.day(data.on),
        agencyId: data.agency === null ? null : this.staged.cast.agency(data.agency),
        words: data.words,
        contradictsIds: (data.contradicts ?? []).map((key) => known(this.entries, key)),
      },
      'entry { id }',
    );
    if (data.key !== undefined) this.entries.set(data.key, entry.id);
  }

  private async share(writer: Caller, { key, by: [owner] }: EvidenceData, evidenceId: string, data: ShareData) {
    const [title, summary] = data.summary ?? [];
    const label = this.label(`${key} to ${data.to}`);
    const { share } = await writer.act<{ share: { id: string } }>(
      'shareEvidence',
      label,
      {
        evidenceId,
        recipient: data.to,
        recipientAssignmentId: data.person === undefined ? null : this.staged.seat(...data.person),
        form: title === undefined ? 'WHOLE' : 'SUMMARY',
        gateway: this.staged.cast.gateway(owner, 'SHARE'),
        purpose: data.purpose,
        title: title ?? null,
        summary: summary ?? null,
      },
      'share { id }',
    );
    if (data.revoked !== undefined) await writer.act('revokeShare', label, { shareId: share.id, reason: data.revoked });
  }

  private citation(item: string, quote: string | undefined): object {
    const { id, body } = known(this.evidence, item);
    if (quote === undefined) return { evidenceId: id };
    const at = body.indexOf(quote);
    if (at < 0) throw new DemonstrationError(`${item} does not say "${quote}"`);
    const start = [...body.slice(0, at)].length;
    return { evidenceId: id, passage: { start, end: start + [...quote].length } };
  }
}
