import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay, isInstant } from '../platform/instants.js';

function instant(value: unknown): string {
  if (typeof value === 'string' && isInstant(value)) return value;
  throw new GraphQLError('Give a time with its zone, such as 2026-11-23T09:00:00Z.');
}

function day(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError('Give a day that exists, as year-month-day, such as 2026-11-23.');
}

/** Passes the database's own ISO 8601 text on: parsing it only to print it again costs much on a page. */
export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant, ISO 8601 with its zone.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});

export const LocalDate = new GraphQLScalarType({
  name: 'LocalDate',
  description: 'A day in England: year-month-day.',
  serialize: (value) => value,
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : undefined),
});
