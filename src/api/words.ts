import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsOptional, registerDecorator, type ValidationArguments } from 'class-validator';
import { storageFault } from '../platform/storable-text.js';

/** What is wrong with a text, or null. */
export function textFault(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return 'Write a text here.';
  if (value.trim() === '') return 'Write something here: it is empty.';
  const fault = storageFault(value);
  if (fault !== null) return fault;
  const length = [...value].length;
  if (length > most) return `Shorten this to ${most} characters: it has ${length}.`;
  return null;
}

const checkedBy = (name: string, fault: (value: unknown) => string | null): PropertyDecorator => {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => fault(value) === null,
        defaultMessage: (args: ValidationArguments) => fault(args.value) ?? '',
      },
    });
  };
};

/** A text of 1 to `most` characters (Unicode code points). */
export const Words = (most: number): PropertyDecorator => checkedBy('words', (value) => textFault(value, most));

/** As `Words`, or left out. */
export const OptionalWords = (most: number): PropertyDecorator => applyDecorators(IsOptional(), Words(most));

/** A list of at most `most` ids or codes, each once. */
export const Ids = (most: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(most, { message: `Send at most ${most} at once.` }),
    checkedBy('ids', (value) =>
      Array.isArray(value) && new Set(value).size !== value.length ? 'Name each only once.' : null,
    ),
  );
