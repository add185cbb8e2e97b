import { Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Column, CreateDateColumn, PrimaryGeneratedColumn, UpdateDateColumn } from 'typeorm';
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

/** Columns whose type is a domain of the database; TypeORM knows the type below it only. */
export const domainColumns: { entity: unknown; property: string; condition: string }[] = [];

const DomainColumn =
  (
    type: 'text' | 'smallint',
    condition: string,
    options: { nullable?: boolean; default?: string },
  ): PropertyDecorator =>
  (target, key) => {
    Column({ type, ...options })(target, key);
    domainColumns.push({ entity: target.constructor, property: String(key), condition });
  };

/** A column of a string enum, kept as text of a domain that a migration makes, so that a new value is one line there. */
export function EnumColumn(
  values: Record<string, string>,
  options: { nullable?: boolean; default?: string } = {},
): PropertyDecorator {
  const list = Object.values(values).map((value) => `'${value}'`);
  return DomainColumn('text', `in (${list.join(', ')})`, options);
}

/** A column for an assessment from 1 to 5, or none yet; of a domain that a migration makes. */
export const ScaleColumn = (): PropertyDecorator => DomainColumn('smallint', 'between 1 and 5', { nullable: true });

export const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

export const snakeToCamel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
