/** A code that no listed inspectorate claims. */
export class UnknownCodeError extends Error {
  readonly code = 'UNKNOWN_CODE';

  constructor(what: string, unknown: string, of?: string) {
    super(
      of === undefined
        ? `No inspectorate claims the ${what} ${unknown}. Check the code, or list its inspectorate in src/inspectorates/index.ts.`
        : `${of} has no ${what} ${unknown}. Check the code, or add it to that inspectorate's folder.`,
    );
  }
}

/** Two inspectorates, criteria or evidence kinds under one code. */
export class RepeatedCodeError extends Error {
  readonly code = 'REPEATED_CODE';

  constructor(what: string, repeated: string) {
    super(`The ${what} ${repeated} is claimed twice. Codes are unique across all inspectorates: rename the newer one.`);
  }
}

/** Start-up stops: the database holds what no folder can read. */
export class UnclaimedCodesError extends Error {
  readonly code = 'UNCLAIMED_CODES';

  constructor(unclaimed: readonly string[]) {
    super(
      `The database holds ${unclaimed.join(', ')}, which no inspectorate in src/inspectorates/index.ts claims. ` +
        'List the inspectorate again, or bring the code back: codes are never renamed.',
    );
  }
}
