import { answer, ask } from '../asking.js';
import { AREAS } from '../bodies.js';
import type { Cast } from '../cast.js';
import { known } from '../cast.js';
import { Filed } from '../filing.js';
import type { Moments } from '../moments.js';
import { instant } from '../moments.js';
import { advance, stage, type Staged } from '../staging.js';
import { CASES } from './cases.js';
import { EVIDENCE } from './evidence.js';
import { FINDINGS, MERGES } from './findings.js';

const INSPECTORATES = ['OFSTED', 'CQC', 'HMICFRS'] as const;
const AGENCIES = ['ISLAND_COUNCIL', 'COASTAL_POLICE', 'COASTAL_HEALTH'] as const;

const ANSWERS: Readonly<Record<(typeof INSPECTORATES)[number], readonly { question: string; answer: string }[]>> = {
  OFSTED: [{ question: 'childrenMet', answer: '6' }],
  CQC: [{ question: 'recordsRead', answer: '28' }],
  HMICFRS: [
    { question: 'incidentsReviewed', answer: '31' },
    { question: 'liveInvestigations', answer: 'NO' },
  ],
};

/** Days from the first day of fieldwork; the window for comments has ended on the day of signing under any calendar. */
const DAY = {
  drafting: 7,
  merging: 8,
  frozen: 17,
  commented: 25,
  replied: 28,
  quality: 37,
  signing: 39,
  received: 43,
  published: 50,
};

/** An inspection from notice to its published letter. */
export class PublishedInspection {
  private constructor(
    private readonly staged: Staged,
    private readonly filed: Filed,
  ) {}

  static async plan(cast: Cast, moments: Moments): Promise<PublishedInspection> {
    const staged = await stage(
      cast,
      {
        label: 'published',
        area: AREAS.published,
        inspectorates: INSPECTORATES,
        agencies: AGENCIES,
        without: ['second-inspector'],
      },
      moments,
    );
    return new PublishedInspection(staged, new Filed(staged));
  }

  async ask(): Promise<void> {
    for (const agency of AGENCIES) {
      const id = await ask(this.staged, agency, {
        title: 'Lists, figures and strategies',
        asked: 'Children at the front door in the last six months, by code; decisions; strategies of the partnership.',
        reason: 'To choose the children whose experiences are followed.',
        inspectorates: INSPECTORATES,
        dueOn: this.staged.moments.day(-10),
      });
      await answer(this.staged, [agency, 'coordinator'], id, this.staged.moments.answered, {
        text: 'Everything asked for is here. Small numbers are given in full for inspectors only.',
        data: [{ name: 'Contacts', value: '214' }],
      });
    }
  }

  async inspect(): Promise<void> {
    const { lead, label, id, moments } = this.staged;
    for (const each of CASES) await this.filed.addCase(each);
    await advance(lead.at(moments.fieldworkBegins), label, id, 'FIELDWORK');
    for (const each of [...EVIDENCE].sort((one, other) => one.halfDay - other.halfDay))
      await this.filed.addEvidence(each);
    for (const each of FINDINGS) await this.filed.addFinding(each);
    for (const code of INSPECTORATES) {
      const by = this.staged.cast.who(code, 'inspectorate-lead').at(this.on('drafting'));
      await by.act('saveContribution', `${label} ${code}`, {
        inspectionId: id,
        answers: ANSWERS[code],
        nilReason: null,
      });
      await by.act('submitContribution', `${label} ${code}`, { inspectionId: id, version: 1 });
    }
  }

  async revealAndMerge(): Promise<void> {
    const { label, id, cast } = this.staged;
    await advance(this.staged.lead.at(this.on('drafting')), label, id, 'DRAFTING');
    await this.lead('drafting').act('openReveal', label, { inspectionId: id });
    const finding = (key: string): string => known(this.filed.findings, key);
    for (const { key, kept, others, attitudes } of MERGES) {
      const { merge } = await this.lead('merging').act<{ merge: { id: string } }>(
        'mergeFindings',
        `${label} ${key}`,
        { findingIds: [kept, ...others].map(finding), keptFindingId: finding(kept) },
        'merge { id }',
      );
      for (const [code, attitude, words = null] of attitudes)
        await cast
          .who(code, 'inspectorate-lead')
          .at(this.on('merging'))
          .act('takeAttitude', `${label} ${key} ${code}`, { onId: merge.id, attitude, words });
    }
  }

  /** Compiled, one sentence edited by the lead, frozen; commented on by two agencies, and each comment answered. */
  async write(): Promise<void> {
    const { label, id } = this.staged;
    await this.lead('merging').act('compileNarrative', label, { inspectionId: id });
    await this.lead('merging').settle('setLetterChoices', label, {
      inspectionId: id,
      version: 1,
      none: ['AREA_FOR_PRIORITY_ACTION'],
    });
    await this.editSentence('What they agree is done.', 'What they agree on is done.');
    await this.lead('frozen').settle('openAccuracyWindow', label, { inspectionId: id, version: await this.version() });
    await this.comment('ISLAND_COUNCIL', 'How parents’ and carers’ views', {
      kind: 'FACT',
      text: 'Since the spring, parents are asked for their view at each review. We ask that this be said.',
      proof: 'Form of the review, in use since April.',
      decision: 'NOTED',
      reply:
        'The new form was seen. The plans that inspectors read were made before it was in use; the next inspection will see what it changes. The text stands.',
    });
    await this.comment('COASTAL_POLICE', 'Officers listen to young witnesses', {
      kind: 'JUDGEMENT',
      text: 'Young witnesses are told by letter. We think the finding too severe.',
      proof: null,
      decision: 'NOT_CHANGED',
      reply:
        'No letter is in the records that were read, and the young person whom inspectors followed had none. The text stands.',
    });
  }

  async signAndPublish(): Promise<void> {
    const { cast, label, id } = this.staged;
    await cast
      .who('OFSTED', 'quality-assurer')
      .at(this.on('quality'))
      .settle('passQuality', label, {
        inspectionId: id,
        version: await this.version(),
        note: 'Each sentence followed to its evidence.',
      });
    await advance(this.lead('signing'), label, id, 'SIGNING');
    for (const code of INSPECTORATES) {
      const signatory = cast.who(code, 'signatory').at(this.on('signing'));
      const { frozenText } = await this.lead('signing').read<{ frozenText: { hash: string } }>(
        'query ($id: ID!) { frozenText(inspectionId: $id) { hash } }',
        { id },
      );
      await signatory.act('signNarrative', `${label} ${code}`, {
        inspectionId: id,
        hash: frozenText.hash,
        office: 'National Director (invented)',
      });
    }
    await this.lead('received').act('recordReceipt', label, { inspectionId: id });
    await this.lead('published').act('publishLetter', label, {
      inspectionId: id,
      addressees: [
        { name: 'Director of Children’s Services (invented)', role: 'Island Council' },
        { name: 'Chief Constable (invented)', role: 'Coastal Constabulary' },
        { name: 'Chief Nurse (invented)', role: 'Coastal Integrated Care Board' },
      ],
    });
  }

  private on(what: keyof typeof DAY): string {
    return instant(this.staged.moments.day(DAY[what]), '10:00');
  }

  private lead(when: keyof typeof DAY) {
    return this.staged.lead.at(this.on(when));
  }

  private async version(): Promise<number> {
    const { narrative } = await this.lead('quality').read<{ narrative: { version: number } }>(
      'query ($id: ID!) { narrative(inspectionId: $id) { version } }',
      { id: this.staged.id },
    );
    return narrative.version;
  }

  /** A sentence that is not there was edited at an earlier start. */
  private async editSentence(from: string, to: string): Promise<void> {
    const { id, label } = this.staged;
    const { narrative } = await this.lead('merging').read<{
      narrative: { sections: { paragraphs: { sentences: { id: string; text: string; version: number }[] }[] }[] };
    }>(
      'query ($id: ID!) { narrative(inspectionId: $id) { sections { paragraphs { sentences { id text version } } } } }',
      { id },
    );
    const sentence = narrative.sections
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences))
      .find(({ text }) => text === from);
    if (sentence !== undefined)
      await this.lead('merging').act('editSentence', `${label} ${from}`, {
        sentenceId: sentence.id,
        version: sentence.version,
        text: to,
      });
  }

  /** A comment on the paragraph that begins so, and the lead's answer. */
  private async comment(
    agency: (typeof AGENCIES)[number],
    paragraph: string,
    {
      decision,
      reply,
      ...words
    }: { kind: string; text: string; proof: string | null; decision: string; reply: string },
  ): Promise<void> {
    const { cast, id, label } = this.staged;
    const coordinator = cast.who(agency, 'coordinator').at(this.on('commented'));
    const { frozenText } = await coordinator.read<{ frozenText: { paragraphs: { id: string; text: string }[] } }>(
      'query ($id: ID!) { frozenText(inspectionId: $id) { paragraphs { id text } } }',
      { id },
    );
    const paragraphId = frozenText.paragraphs.find(({ text }) => text.startsWith(paragraph))?.id;
    const { comment } = await coordinator.act<{ comment: { id: string } }>(
      'draftComment',
      `${label} ${agency}`,
      { paragraphId, ...words },
      'comment { id }',
      'DraftCommentInput',
    );
    await coordinator.act('sendComment', `${label} ${agency}`, { commentId: comment.id, version: 1 });
    await this.lead('replied').act('answerComment', `${label} ${agency}`, {
      commentId: comment.id,
      decision,
      text: reply,
      send: true,
    });
  }
}
