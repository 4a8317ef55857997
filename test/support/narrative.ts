import { anInspection, type Inspected, type TeamRole } from './an-inspection.js';
import type { Client } from './client.js';
import { aFinding, reveal } from './findings.js';

export interface SeenSentence {
  readonly id: string;
  readonly text: string;
  readonly origin: string;
  readonly version: number;
  readonly withoutFinding: boolean;
  readonly findings: readonly { id: string }[];
  readonly confirmedBy: { name: string } | null;
}
export interface SeenNarrative {
  readonly version: number;
  readonly qualityPassed: boolean;
  readonly sections: readonly {
    code: string;
    fixedPart: string | null;
    heading: string | null;
    paragraphs: readonly { id: string; text: string; sentences: readonly SeenSentence[] }[];
  }[];
}
export interface SeenFrozen {
  readonly id: string;
  readonly hash: string;
  readonly deadline: string;
  readonly reopenedAt: string | null;
  readonly paragraphs: readonly { id: string; section: string; heading: string | null; text: string }[];
}

const NARRATIVE = `query ($id: ID!) { narrative(inspectionId: $id) { version qualityPassed sections { code fixedPart heading
  paragraphs { id text sentences { id text origin version withoutFinding findings { id } confirmedBy { name } } } } } }`;
const FROZEN = `query ($id: ID!) { frozenText(inspectionId: $id) { id hash deadline reopenedAt paragraphs { id section heading text } } }`;

export const seenNarrative = async (client: Client, id: string): Promise<SeenNarrative | null> =>
  (await client.read<{ narrative: SeenNarrative | null }>(NARRATIVE, { id })).narrative;
export const seenFrozen = async (client: Client, id: string): Promise<SeenFrozen | null> =>
  (await client.read<{ frozenText: SeenFrozen | null }>(FROZEN, { id })).frozenText;
export const sentences = (narrative: SeenNarrative | null): SeenSentence[] =>
  (narrative?.sections ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sentences));

export const stageOf = async (client: Client, id: string): Promise<{ stage: string; version: number }> =>
  (
    await client.read<{ inspection: { stage: string; version: number } }>(
      'query ($id: ID!) { inspection(id: $id) { stage version } }',
      { id },
    )
  ).inspection;

/** A narrative under way: each step of its life is a method, as the people concerned. */
export class Narrated {
  constructor(
    readonly inspection: Inspected,
    /** By what they say: headline, improvement, main, police. */
    readonly findings: Readonly<Record<'headline' | 'improvement' | 'main' | 'police', string>>,
  ) {}

  get id(): string {
    return this.inspection.id;
  }
  get lead(): Client {
    return this.inspection.lead.client;
  }
  who(inspectorate: string, role: TeamRole): Client {
    return this.inspection.member(inspectorate, role).client;
  }

  async read(client = this.lead): Promise<SeenNarrative> {
    const seen = await seenNarrative(client, this.id);
    if (seen === null) throw new Error('no narrative is seen');
    return seen;
  }

  async frozen(client = this.lead): Promise<SeenFrozen> {
    const seen = await seenFrozen(client, this.id);
    if (seen === null) throw new Error('no frozen text is seen');
    return seen;
  }

  async sentence(start: string): Promise<SeenSentence> {
    const found = sentences(await this.read()).find(({ text }) => text.startsWith(start));
    if (found === undefined) throw new Error(`no sentence begins with "${start}"`);
    return found;
  }

  compile(client = this.lead): Promise<{ dropped: { text: string; reason: string }[]; leftOut: string[] }> {
    return client.do('compileNarrative', { inspectionId: this.id }, 'dropped { text reason } leftOut');
  }

  /** Compiled, with the one decision that the framework leaves to the lead. */
  async compiled(): Promise<this> {
    await this.compile();
    const { version } = await this.read();
    await this.lead.do('setLetterChoices', {
      inspectionId: this.id,
      version,
      none: ['AREA_FOR_PRIORITY_ACTION'],
    });
    return this;
  }

  async freeze(now?: string): Promise<this> {
    const { version } = await this.read();
    const lead = now === undefined ? this.lead : this.lead.at(now);
    await lead.do('openAccuracyWindow', { inspectionId: this.id, version });
    return this;
  }

  /** Quality passed, the window shut, signing begun. */
  async readyToSign(): Promise<this> {
    const { version } = await this.read();
    await this.who('OFSTED', 'QUALITY_ASSURER').do('passQuality', { inspectionId: this.id, version });
    await this.lead.do('closeAccuracyWindow', { inspectionId: this.id, reason: 'Every agency has answered' });
    const { version: of } = await stageOf(this.lead, this.id);
    await this.lead.do('advanceStage', { inspectionId: this.id, to: 'SIGNING', version: of });
    return this;
  }

  async sign(...inspectorates: string[]): Promise<this> {
    for (const inspectorate of inspectorates) {
      const signatory = this.who(inspectorate, 'SIGNATORY');
      const { hash } = await this.frozen(signatory);
      await signatory.do('signNarrative', { inspectionId: this.id, hash, office: `Director, ${inspectorate}` });
    }
    return this;
  }

  async signed(): Promise<this> {
    await this.freeze();
    await this.readyToSign();
    return this.sign('OFSTED', 'CQC', 'HMICFRS');
  }
}

/** Four findings of three inspectorates, revealed; one of them concerns the police. */
export async function aNarrative(): Promise<Narrated> {
  const inspection = await anInspection().joinedBy('CQC', 'HMICFRS').inStage('DRAFTING').build();
  const finding = async (inspectorate: string, more: Record<string, unknown>): Promise<string> =>
    (await aFinding(inspection.member(inspectorate, 'INSPECTOR'), inspectorate, inspection.id, more)).id;
  const findings = {
    headline: await finding('OFSTED', {
      kind: 'CONTEXT',
      placement: 'HEADLINE',
      statement: 'Leaders know their services well. They act on what they learn about local children.',
    }),
    improvement: await finding('CQC', {
      kind: 'AREA_FOR_IMPROVEMENT',
      placement: 'IMPROVEMENT',
      statement: 'The timeliness of health assessments.',
      effectOnChildren: 'Children wait too long for help.',
    }),
    main: await finding('OFSTED', { statement: 'Social workers visit children at home and write down what they say.' }),
    police: await finding('HMICFRS', {
      position: 2,
      statement: 'Officers share concerns on the day on which they arise.',
      agencyIds: [inspection.agency('POLICE_FORCE').id],
    }),
  };
  await reveal(inspection);
  return new Narrated(inspection, findings);
}
