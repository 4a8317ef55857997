/** A world, looked up by keys. It adds nothing of its own. */
import type { Id } from './world-base.js';
import type { World } from './world.js';

/** Rows by a key that one row has. */
export class Lookup<Row> {
  private readonly rows = new Map<string, Row>();

  constructor(
    private readonly what: string,
    rows: readonly Row[],
    key: (row: Row) => string,
  ) {
    for (const row of rows) this.rows.set(key(row), row);
  }

  get(key: string): Row {
    const row = this.rows.get(key);
    if (row === undefined) throw new Error(`The world has no ${this.what} ${key}`);
    return row;
  }
}

/** Rows by a key that many may have. */
export class Groups<Row> {
  private readonly groups = new Map<string, Row[]>();

  constructor(rows: readonly Row[], keys: (row: Row) => readonly string[]) {
    for (const row of rows) {
      for (const key of keys(row)) {
        const group = this.groups.get(key);
        if (group === undefined) this.groups.set(key, [row]);
        else group.push(row);
      }
    }
  }

  of(key: string): readonly Row[] {
    return this.groups.get(key) ?? [];
  }
}

const id = (row: { readonly id: Id }): Id => row.id;

export class Knowledge {
  private static readonly known = new WeakMap<World, Knowledge>();

  /** Worlds are never changed, so what was looked up once stays true. */
  static of(world: World): Knowledge {
    const known = Knowledge.known.get(world) ?? new Knowledge(world);
    Knowledge.known.set(world, known);
    return known;
  }

  readonly organisations = new Lookup('organisation', this.world.organisations, id);
  readonly users = new Lookup('user', this.world.users, id);
  readonly inspections = new Lookup('inspection', this.world.inspections, id);
  readonly assignments = new Lookup('assignment', this.world.assignments, id);
  readonly cases = new Lookup('case', this.world.cases, id);
  readonly evidence = new Lookup('evidence', this.world.evidence, id);
  readonly evidenceVersions = new Lookup(
    'version',
    this.world.evidenceVersions,
    (row) => `${row.evidenceId}/${row.version}`,
  );
  readonly shares = new Lookup('share', this.world.shares, id);
  readonly openings = new Lookup('opening', this.world.openings, id);
  readonly accessRequests = new Lookup('access request', this.world.accessRequests, id);
  readonly entries = new Lookup('chronology entry', this.world.chronologyEntries, id);
  readonly findings = new Lookup('finding', this.world.findings, id);
  readonly citations = new Lookup('citation', this.world.citations, id);
  readonly contributions = new Lookup('contribution', this.world.contributions, id);
  readonly merges = new Lookup('merge', this.world.merges, id);
  readonly attitudes = new Lookup('attitude', this.world.attitudes, id);
  readonly paragraphs = new Lookup('paragraph', this.world.narrativeParagraphs, id);
  readonly sentences = new Lookup('sentence', this.world.narrativeSentences, id);
  readonly qualityPasses = new Lookup('quality pass', this.world.qualityPasses, id);
  readonly frozenTexts = new Lookup('frozen text', this.world.frozenTexts, id);
  readonly frozenParagraphs = new Lookup('frozen paragraph', this.world.frozenParagraphs, id);
  readonly signatures = new Lookup('signature', this.world.signatures, id);
  readonly letters = new Lookup('letter', this.world.letters, id);
  readonly comments = new Lookup('comment', this.world.accuracyComments, id);
  readonly requests = new Lookup('request', this.world.requests, id);
  readonly submissions = new Lookup('submission', this.world.submissions, id);
  readonly concerns = new Lookup('concern', this.world.concerns, id);
  readonly conflicts = new Lookup('conflict', this.world.conflicts, id);
  readonly breakGlasses = new Lookup('break-glass', this.world.breakGlasses, id);
  readonly breakGlassReviews = new Lookup('review', this.world.breakGlassReviews, id);
  readonly whistleblowings = new Lookup('whistleblowing', this.world.whistleblowings, id);

  readonly postsOf = new Groups(this.world.organisationRoles, (row) => [row.userId]);
  readonly assignmentsOf = new Groups(this.world.assignments, (row) => [
    row.userId,
    `${row.userId}/${row.inspectionId}`,
  ]);
  readonly takingPartIn = new Groups(this.world.takingPart, (row) => [row.inspectionId]);
  readonly agenciesOf = new Groups(this.world.inspectionAgencies, (row) => [row.inspectionId]);
  readonly predecessorsOf = new Groups(this.world.organisations, (row) => (row.replacedBy ? [row.replacedBy] : []));
  readonly membersOf = new Groups(this.world.caseMembers, (row) => [row.caseId]);
  readonly sharesOf = new Groups(this.world.shares, (row) => [row.evidenceId]);
  readonly capsOf = new Groups(this.world.evidenceCaps, (row) => [row.evidenceId]);
  readonly citationsOf = new Groups(this.world.citations, (row) => [row.findingId]);
  readonly mergesOf = new Groups(this.world.merges, (row) => row.sourceIds);
  readonly sentencesOf = new Groups(this.world.narrativeSentences, (row) => [row.paragraphId]);
  readonly frozenParagraphsOf = new Groups(this.world.frozenParagraphs, (row) => [row.frozenTextId]);
  readonly requestsNaming = new Groups(this.world.requests, (row) => row.caseIds);
  readonly conflictsOf = new Groups(this.world.conflicts, (row) => [row.userId]);
  readonly breakGlassesOf = new Groups(this.world.breakGlasses, (row) => [row.askedBy]);
  readonly reviewsOf = new Groups(this.world.breakGlassReviews, (row) => [row.breakGlassId]);
  readonly handlersOf = new Groups(this.world.whistleblowingHandlers, (row) => [row.inspectionId]);

  private constructor(readonly world: World) {}
}
