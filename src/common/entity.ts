import { Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Check, Column, CreateDateColumn, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';
import { DateTimeScalar } from './scalars.js';

@InterfaceType({ description: 'Apa pun yang punya id. / Anything with an id.' })
export abstract class Node {
  @Field(() => ID, { description: 'Id tetap untuk seluruh sistem; isinya tidak untuk dibaca. / Opaque, global.' })
  id: string;
}

/**
 * What every stored thing has. `id` is the decimal primary key in TypeScript and the opaque global id in GraphQL.
 * The authors' ids stay inside: experiences are not held against the people who write them.
 */
@ObjectType({ isAbstract: true })
export abstract class StoredEntity extends Node {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  declare id: string;

  @Column('int', { default: 1 })
  @Field(() => Int, { description: 'Naik satu setiap kali diubah. / Grows by one with each change.' })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'Saat dicatat. / When it was recorded.' })
  createdAt: Date;

  @Column('bigint', { nullable: true })
  createdById: string | null;

  @UpdateDateColumn({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'Saat terakhir diubah. / When it was last changed.' })
  updatedAt: Date;

  @Column('bigint', { nullable: true })
  updatedById: string | null;
}

/** A column of a string enum, kept as text with a check constraint, so that a new value is a one-line migration. */
export function EnumColumn(
  values: Record<string, string>,
  options: { nullable?: boolean; default?: string } = {},
): PropertyDecorator {
  return (target, key) => {
    Column({ type: 'text', ...options })(target, key);
    const column = snakeCase(String(key));
    const list = Object.values(values)
      .map((value) => `'${value}'`)
      .join(', ');
    Check(`CHK_${snakeCase(target.constructor.name)}_${column}`, `"${column}" in (${list})`)(target.constructor);
  };
}

export const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

export const snakeToCamel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
