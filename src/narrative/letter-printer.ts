import { Inject, Injectable } from '@nestjs/common';
import type { Standing } from '../access/standing.js';
import type { ReadTransaction } from '../database/transaction.js';
import type { LocalDate } from '../frameworks/calendar/local-date.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import type { Framework } from '../frameworks/framework.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { notFound } from '../platform/errors.js';
import { frozenHash } from './frozen-text.js';
import type { LetterFacts, Person, StatementOfActionFacts } from './letter-facts.js';
import { renderLetter } from './letter-html.js';
import { type Inspected, factsOf } from './narrative-facts.js';
import { NarrativeRepository } from './narrative.repository.js';
import { NarrativeService } from './narrative.service.js';
import { PublicationRepository } from './publication.repository.js';
import { type FrozenRow, type SignatureRow, SigningRepository } from './signing.repository.js';
import { assembleDocument, thawed } from './stored-narrative.js';
import { STATEMENT_OF_ACTION, TimetableRepository } from './timetable.repository.js';

/** What is said of one printing of the letter. */
export interface Printing {
  /** Null for the copy before publication. */
  readonly publishedOn: LocalDate | null;
  readonly addressees: readonly Person[];
}

const BEFORE_PUBLICATION = {
  watermark: 'Pre-publication copy',
  notice: 'For the agencies inspected, before publication. Do not pass it on, quote it or publish any part of it.',
};

/** Prints the signed text: exactly that one, or nothing. */
@Injectable()
export class LetterPrinter {
  constructor(
    @Inject(NarrativeService) private readonly narrative: NarrativeService,
    @Inject(NarrativeRepository) private readonly narratives: NarrativeRepository,
    @Inject(SigningRepository) private readonly signing: SigningRepository,
    @Inject(PublicationRepository) private readonly letters: PublicationRepository,
    @Inject(TimetableRepository) private readonly timetable: TimetableRepository,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  async print(
    tx: ReadTransaction,
    standing: Standing,
    frozen: FrozenRow,
    { publishedOn, addressees }: Printing,
  ): Promise<{ html: string; facts: LetterFacts }> {
    const framework = this.narrative.framework(standing);
    const inspected = await this.narratives.inspected(tx, standing.inspectionId);
    if (inspected === null) throw notFound();
    const paragraphs = await this.signing.paragraphs(tx, frozen.id);
    const document = assembleDocument(
      framework.letter,
      frozen,
      paragraphs.map(({ position, sentences, ...section }) => ({ ...section, ...thawed(position, sentences) })),
    );
    if (frozenHash(document) !== frozen.hash) throw new Error(`the paragraphs of ${frozen.id} are not those signed`);
    const signatures = await this.signing.signatures(tx, frozen.id);
    const facts: LetterFacts = {
      addressees,
      inspectorates: inspected.inspectorates.map((each) => ({
        name: each.name,
        legalBasis: this.legalBasis(each.code, each.gateway),
      })),
      fieldwork: inspected.fieldwork,
      publishedOn,
      signatories: inspected.inspectorates.flatMap(({ code, name }) => signatory(signatures, code, name)),
      statementOfAction: await this.statement(tx, standing, framework, inspected),
      draft: publishedOn === null ? BEFORE_PUBLICATION : null,
    };
    return { html: renderLetter(document, facts), facts };
  }

  /** The recorded basis on which this inspectorate takes part, as a lawyer cites it. */
  private legalBasis(inspectorate: string, gateway: string): string[] {
    return this.inspectorates
      .get(inspectorate)
      .gateways.filter(({ code }) => code === gateway)
      .map(({ provision }) => provision);
  }

  private async statement(
    tx: ReadTransaction,
    { inspectionId }: Standing,
    framework: Framework,
    inspected: Inspected,
  ): Promise<StatementOfActionFacts | null> {
    const { principalAuthority, cooperatingAgencies } = factsOf(framework, inspected);
    if (principalAuthority === null) return null;
    const { provision, workingDays } = framework.followUp.statementOfAction;
    const stored = await this.timetable.find(tx, inspectionId, STATEMENT_OF_ACTION);
    const received = await this.letters.received(tx, inspectionId);
    const due =
      stored === null || received === null
        ? null
        : {
            receivedOn: londonDay(received),
            workingDays,
            computed: stored.computedOn,
            set: stored.reason === null ? null : { day: stored.fallsOn, reason: stored.reason },
          };
    return { principalAuthority, cooperatingAgencies, due, legalBasis: [provision] };
  }
}

const signatory = (
  signatures: readonly SignatureRow[],
  code: string,
  name: string,
): LetterFacts['signatories'][number][] =>
  signatures
    .filter(({ inspectorate }) => inspectorate === code)
    .map((signature) => ({ name: signature.name, role: signature.office ?? '', inspectorate: name }));
