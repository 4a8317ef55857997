import type { LocalDate } from '../frameworks/calendar/local-date.js';

/** What the printed letter says beside the narrative. Names and roles only: no ids. */
export interface LetterFacts {
  readonly addressees: readonly Person[];
  /** The leading one first. `legalBasis`: provisions as cited; they become footnotes. */
  readonly inspectorates: readonly { readonly name: string; readonly legalBasis: readonly string[] }[];
  readonly fieldwork: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** Null before publication. */
  readonly publishedOn: LocalDate | null;
  readonly signatories: readonly (Person & { readonly inspectorate: string })[];
  /** Null where none is needed. */
  readonly statementOfAction: StatementOfActionFacts | null;
  /** Null for a letter as it is published. */
  readonly draft: DraftFacts | null;
}

export interface Person {
  readonly name: string;
  readonly role: string;
}

export interface StatementOfActionFacts {
  readonly principalAuthority: string;
  readonly cooperatingAgencies: readonly string[];
  /** Null until the letter has been received. */
  readonly due: DueDay | null;
  readonly legalBasis: readonly string[];
}

export interface DueDay {
  readonly receivedOn: LocalDate;
  readonly workingDays: number;
  readonly computed: LocalDate;
  /** Another day, set by the lead for a reason; null where the computed day stands. */
  readonly set: { readonly day: LocalDate; readonly reason: string } | null;
}

export interface DraftFacts {
  /** Across each page: "Draft". */
  readonly watermark: string;
  /** In words, at the top: for whom, and until when it must not be passed on. */
  readonly notice: string;
}

export function dueDay({ computed, set }: DueDay): LocalDate {
  return set?.day ?? computed;
}
