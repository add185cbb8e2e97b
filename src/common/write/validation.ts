import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsEmail,
  IsInt,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';
import { Rejected, type Complaint } from '../errors.js';
import type { MessageKey } from '../messages.js';

/** class-validator only knows messages; ours carry the complaint's code and parameters through it. */
const complaint = (code: MessageKey, params: Complaint['params'] = {}): { message: string } => ({
  message: JSON.stringify({ code, params }),
});

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

/** Text of 1 to `max` characters that is not only blank. */
export const Text = (max: number): PropertyDecorator =>
  all(
    MinLength(1, complaint('REQUIRED')),
    Matches(/\S/, complaint('REQUIRED')),
    MaxLength(max, complaint('TOO_LONG', { max })),
  );

/** Text that may be empty, which then counts as left out. */
export const OptionalText = (max: number): PropertyDecorator => MaxLength(max, complaint('TOO_LONG', { max }));

/** As `Text`, for each text of a list of at most `items`. */
export const Texts = (max: number, items: number): PropertyDecorator =>
  all(
    MaxLength(max, { each: true, ...complaint('TOO_LONG', { max }) }),
    MinLength(1, { each: true, ...complaint('REQUIRED') }),
    ArrayMaxSize(items, complaint('TOO_MANY', { max: items })),
  );

export const WholeNumber = (min: number, max: number): PropertyDecorator => {
  const message = complaint('OUT_OF_RANGE', { min, max });
  return all(IsInt(message), Min(min, message), Max(max, message));
};

/** As `WholeNumber`, for each number of a list. */
export const WholeNumbers = (min: number, max: number): PropertyDecorator => {
  const message = { each: true, ...complaint('OUT_OF_RANGE', { min, max }) };
  return all(
    IsInt(message),
    Min(min, message),
    Max(max, message),
    ArrayMaxSize(max - min + 1, complaint('TOO_MANY', { max: max - min + 1 })),
  );
};

/** A list of at most `items` inputs of a class of their own, each of which is checked. */
export const Items = (of: () => new () => object, items: number): PropertyDecorator =>
  all(Type(of), ValidateNested({ each: true }), ArrayMaxSize(items, complaint('TOO_MANY', { max: items })));

export const Slug = (): PropertyDecorator => Matches(/^[a-z0-9]+(-[a-z0-9]+)*$(?<=^.{3,80})/, complaint('BAD_SLUG'));

export const WebAddress = (): PropertyDecorator =>
  all(
    IsUrl({ protocols: ['http', 'https'], require_protocol: true }, complaint('BAD_URL')),
    MaxLength(2000, complaint('TOO_LONG', { max: 2000 })),
  );

export const EmailAddress = (): PropertyDecorator => IsEmail({}, complaint('BAD_EMAIL'));

export const Sha256 = (): PropertyDecorator => Matches(/^[0-9a-f]{64}$/i, complaint('BAD_SHA256'));

/** 256 random bits in base64url. */
export const RandomToken = (): PropertyDecorator => Matches(/^[\w-]{43}$/, complaint('BAD_INPUT'));

/** Turns class-validator's errors into complaints that name the input field: "obstacles.0.text". */
function complaintsOf(errors: readonly ValidationError[], prefix = ''): Complaint[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property}`;
    const [first] = Object.values(error.constraints ?? {});
    const own = first ? [{ ...parsed(first), field }] : [];
    return [...own, ...complaintsOf(error.children ?? [], `${field}.`)];
  });
}

function parsed(text: string): Pick<Complaint, 'code' | 'params'> {
  return text.startsWith('{') ? (JSON.parse(text) as Pick<Complaint, 'code' | 'params'>) : { code: 'BAD_INPUT' };
}

/** PostgreSQL keeps neither U+0000 nor half of a letter, as is left of an emoji that a program cut through. */
const BROKEN = /[\0\p{Cs}]/u;

/** What no text may have, whatever it is for: the database would refuse it or keep a question mark, and name no field. */
function brokenTexts(value: unknown, field = ''): Complaint[] {
  if (typeof value === 'string') return BROKEN.test(value) ? [{ code: 'BROKEN_TEXT', field }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => brokenTexts(inner, field === '' ? key : `${field}.${key}`));
}

/** Nothing is checked on what was left out: GraphQL did that. */
const HOW = { skipMissingProperties: true, forbidUnknownValues: false } as const;

/** What the input's class has against values that did not come by GraphQL. */
export function checkInput<T extends object>(of: new () => T, values: T): { input: T; complaints: Complaint[] } {
  const input = plainToInstance(of, values);
  return { input, complaints: [...brokenTexts(values), ...complaintsOf(validateSync(input, HOW))] };
}

const PLAIN: readonly unknown[] = [undefined, Object, Array, String, Number, Boolean];

/** Checks every input class before its resolver runs. Nest's own pipe does the same, and waits for promises meanwhile. */
export class InputValidation implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'custom' || PLAIN.includes(metatype) || typeof value !== 'object' || value === null) return value;
    const { input, complaints } = checkInput(metatype as new () => object, value);
    if (complaints.length > 0) throw new Rejected(complaints);
    return input;
  }
}
