import type { Person } from './api.js';
import type { Tally } from './tally.js';

/** Somebody of each other kind, by what he is called in a report. */
export type Others = Readonly<Record<string, Person>>;

const REFUSED = new Set(['NOT_FOUND', 'NOT_PERMITTED', 'WRONG_STATE', 'NOT_SIGNED_IN']);

/** Tries what must not go through, and counts each refusal; what does go through is a breach. */
export class Forbidden {
  constructor(
    private readonly tally: Tally,
    private readonly where: string,
  ) {}

  /** An object that none of these may see: by its id it must be as if it were not there. */
  async read(id: string, others: Others): Promise<void> {
    for (const [who, person] of Object.entries(others)) {
      const answer = await person.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id });
      this.count(
        answer.errors === undefined && answer.data?.['node'] === null,
        `${who} reads ${id}: ${JSON.stringify(answer).slice(0, 300)}`,
      );
    }
  }

  /** A query whose answer must be empty for each of these, in the part that `empty` looks at. */
  async look(
    query: string,
    variables: Record<string, unknown>,
    others: Others,
    isEmpty: (data: Record<string, unknown>) => boolean,
  ): Promise<void> {
    for (const [who, person] of Object.entries(others)) {
      const answer = await person.ask(query, variables);
      const refused =
        answer.errors?.every(({ extensions }) => REFUSED.has(extensions?.code ?? '')) ?? isEmpty(answer.data ?? {});
      this.count(refused, `${who} asks ${query.slice(0, 80)}: ${JSON.stringify(answer).slice(0, 300)}`);
    }
  }

  /** A change that none of these may make. */
  async write(name: string, input: object, inputType: string, others: Others): Promise<void> {
    for (const [who, person] of Object.entries(others)) {
      const answer = await person.send(name, input, '', inputType);
      const refused = answer.errors?.every(({ extensions }) => REFUSED.has(extensions?.code ?? '')) ?? false;
      this.count(refused, `${who} does ${name}: ${JSON.stringify(answer).slice(0, 300)}`);
    }
  }

  private count(refused: boolean, told: string): void {
    if (refused) this.tally.refusals += 1;
    else {
      this.tally.breaches += 1;
      process.stderr.write(`BREACH in ${this.where}: ${told}\n`);
    }
  }
}
