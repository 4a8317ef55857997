import { Args, Context, Int } from '@nestjs/graphql';
import type { SelectQueryBuilder } from 'typeorm';
import { EvidenceSummary } from './entities.js';
import type { Reading } from './reading.js';

export interface Page {
  readonly nodes: EvidenceSummary[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export const First = (): ParameterDecorator => Args('first', { type: () => Int, defaultValue: 50 });
export const Asked = (): ParameterDecorator => Context('reading');
export const keyOf = (globalId: string): string => globalId.split('.')[1] ?? '';

export async function evidence(reading: Reading): Promise<SelectQueryBuilder<EvidenceSummary>> {
  return (await reading.manager())
    .createQueryBuilder(EvidenceSummary, 's')
    .innerJoinAndSelect('s.evidence', 'e')
    .leftJoinAndSelect('s.body', 'b')
    .leftJoinAndSelect('s.withdrawal', 'w')
    .orderBy('s.createdAt', 'DESC')
    .addOrderBy('s.evidenceId', 'DESC');
}

export async function page(query: SelectQueryBuilder<EvidenceSummary>, first: number): Promise<Page> {
  // limit and not take: what is joined is one to one, and take would ask twice.
  const rows = await query.limit(first + 1).getMany();
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  const endCursor =
    last === undefined ? null : Buffer.from(`${last.createdAt.toISOString()} ${last.evidenceId}`).toString('base64url');
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } };
}
