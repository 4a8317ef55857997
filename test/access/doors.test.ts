import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType } from 'graphql';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const access = readFileSync('schema/access.txt', 'utf8');

describe('the doors of the platform', () => {
  it('declare who may use them, each one', () => {
    expect(access).not.toMatch(/NOBODY/);
    for (const [kind, type] of [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
    ] as const)
      for (const name of Object.keys(type?.getFields() ?? {}))
        expect(access).toMatch(new RegExp(`^${kind} ${name}: `, 'm'));
  });

  it('are described, every type, field and argument', () => {
    const bare: string[] = [];
    const look = (name: string, description: string | null | undefined): void => {
      if (description == null || description.trim() === '') bare.push(name);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (
        type.name.startsWith('__') ||
        (isScalarType(type) && ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))
      )
        continue;
      if (!['Query', 'Mutation'].includes(type.name)) look(type.name, type.description);
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field.description);
          for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument.description);
        }
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.description);
      if (isEnumType(type)) look(type.name, type.description);
    }
    expect(bare).toEqual([]);
  });

  it('give every mutation one input, an idempotency key, problems and a receipt', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect([field.name, field.args.map(({ name }) => name)]).toEqual([field.name, ['input']]);
      const input = field.args[0]?.type.toString().replace('!', '') ?? '';
      const inputType = schema.getType(input);
      expect([field.name, isInputObjectType(inputType) && Object.keys(inputType.getFields())]).toEqual([
        field.name,
        expect.arrayContaining(['idempotencyKey']),
      ]);
      const payload = schema.getType(field.type.toString().replace('!', ''));
      expect([field.name, isObjectType(payload) && Object.keys(payload.getFields())]).toEqual([
        field.name,
        expect.arrayContaining(['problems', 'receipt']),
      ]);
    }
  });
});
