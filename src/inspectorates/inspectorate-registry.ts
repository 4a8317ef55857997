import { Inject, Injectable } from '@nestjs/common';

import type { Criterion, EvidenceKind, Inspectorate } from './inspectorate.js';
import { RepeatedCodeError, UnclaimedCodesError, UnknownCodeError } from './inspectorate.errors.js';

/** Provides the list of inspectorates, in the order of `index.ts`. */
export const LISTED_INSPECTORATES = 'listed inspectorates';

/** With the code of the inspectorate whose it is. */
export type Owned<Thing> = Thing & { readonly inspectorate: string };

/** Codes as the database stores them. */
export interface StoredCodes {
  readonly inspectorates?: readonly string[];
  readonly criteria?: readonly string[];
  readonly evidenceKinds?: readonly string[];
}

/** The inspectorates by their codes. Everything that reads a stored code asks here. */
@Injectable()
export class InspectorateRegistry {
  private readonly byCode: ReadonlyMap<string, Inspectorate>;
  private readonly criteria: ReadonlyMap<string, Owned<Criterion>>;
  private readonly evidenceKinds: ReadonlyMap<string, Owned<EvidenceKind>>;

  /** @throws RepeatedCodeError where two claim one code. */
  constructor(@Inject(LISTED_INSPECTORATES) readonly all: readonly Inspectorate[]) {
    this.byCode = mapped('inspectorate', all);
    this.criteria = mapped(
      'criterion',
      owned(all, ({ criteria }) => criteria),
    );
    this.evidenceKinds = mapped(
      'evidence kind',
      owned(all, ({ evidenceKinds }) => evidenceKinds),
    );
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  /** @throws UnknownCodeError */
  get(code: string): Inspectorate {
    return found('inspectorate', this.byCode, code);
  }

  /** @throws UnknownCodeError */
  criterion(code: string): Owned<Criterion> {
    return found('criterion', this.criteria, code);
  }

  /** @throws UnknownCodeError */
  evidenceKind(code: string): Owned<EvidenceKind> {
    return found('evidence kind', this.evidenceKinds, code);
  }

  /** The words of every grading scale: none may stand as a judgement in a joint narrative. */
  get gradeWords(): readonly string[] {
    return [...new Set(this.all.flatMap(({ gradeWords }) => gradeWords))].sort();
  }

  /**
   * For start-up: what the database holds must be readable.
   *
   * @throws UnclaimedCodesError naming every code that nobody claims.
   */
  assertClaimed(stored: StoredCodes): void {
    const unclaimed = [
      ...strangers('inspectorate', stored.inspectorates, this.byCode),
      ...strangers('criterion', stored.criteria, this.criteria),
      ...strangers('evidence kind', stored.evidenceKinds, this.evidenceKinds),
    ];
    if (unclaimed.length > 0) throw new UnclaimedCodesError(unclaimed);
  }
}

function owned<Thing>(
  all: readonly Inspectorate[],
  of: (inspectorate: Inspectorate) => readonly Thing[],
): Owned<Thing>[] {
  return all.flatMap((inspectorate) =>
    of(inspectorate).map((thing) => ({ ...thing, inspectorate: inspectorate.code })),
  );
}

function mapped<Thing extends { readonly code: string }>(what: string, things: readonly Thing[]): Map<string, Thing> {
  const byCode = new Map<string, Thing>();
  for (const thing of things) {
    if (byCode.has(thing.code)) throw new RepeatedCodeError(what, thing.code);
    byCode.set(thing.code, thing);
  }
  return byCode;
}

function found<Thing>(what: string, byCode: ReadonlyMap<string, Thing>, code: string): Thing {
  const thing = byCode.get(code);
  if (thing === undefined) throw new UnknownCodeError(what, code);
  return thing;
}

function strangers(what: string, codes: readonly string[] = [], claimed: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(codes)].filter((code) => !claimed.has(code)).map((code) => `the ${what} ${code}`);
}
