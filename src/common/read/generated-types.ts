import { Field, InputType, Int, ObjectType, registerEnumType, type ReturnTypeFunc } from '@nestjs/graphql';
import { describedEnum } from './comparators.js';
import { registry, type EntityClass, type Model } from './model.js';

type GeneratedClass = new () => object;

interface GeneratedTypes {
  readonly connection: GeneratedClass;
  readonly filter: GeneratedClass;
  readonly order: GeneratedClass;
}

type SomeTypes = Partial<GeneratedTypes> & Pick<GeneratedTypes, 'filter'>;

@ObjectType({ description: 'Letak halaman dalam daftarnya. / Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Masih ada setelah halaman ini. / More rows follow.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Ada sebelum halaman ini. / Rows stand before.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Kursor butir pertama. / Cursor of the first row.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Kursor butir terakhir. / Cursor of the last row.' })
  endCursor: string | null;
}

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
describedEnum(
  SortDirection,
  'SortDirection',
  'Arah urutan; yang kosong selalu di akhir. / Direction; missing values come last.',
  {
    ASC: 'Naik. / Ascending.',
    DESC: 'Turun. / Descending.',
  },
);

const generated = new Map<EntityClass, SomeTypes>();

/** The connection, filter and order types of an entity; there once `generateTypes` has run. */
export function typesOf(entity: EntityClass): GeneratedTypes {
  const types = generated.get(entity);
  if (!types) throw new Error(`${entity.name} is not declared with @ReadModel, so it has no lists`);
  return types as GeneratedTypes;
}

/** True of the types whose objects the engine answers, besides the entities themselves. */
export function isEngineType(name: string): boolean {
  const owner = /^(.+)(?:Connection|Edge)$/.exec(name)?.[1];
  return (
    name === PageInfo.name || [...generated].some(([entity, { connection }]) => connection && entity.name === owner)
  );
}

/** Makes the GraphQL types of every declared entity's lists. Call it once, before Nest builds the schema. */
export function generateTypes(): void {
  for (const [entity, model] of registry.models)
    if ((model.hasType || model.filterName) && !generated.has(entity))
      generated.set(entity, {
        filter: filterType(entity, model),
        ...(model.hasType && { connection: connectionType(entity), order: orderType(entity, model) }),
      });
}

function classNamed(name: string): GeneratedClass {
  return { [name]: class {} }[name]!;
}

function addField(
  target: GeneratedClass,
  name: string,
  type: () => unknown,
  description: string,
  nullable = false,
): void {
  Field(type as ReturnTypeFunc, { nullable, description })(target.prototype, name);
}

function connectionType(entity: EntityClass): GeneratedClass {
  const edge = classNamed(`${entity.name}Edge`);
  addField(edge, 'cursor', () => String, 'Kursor butir ini. / The cursor of this row.');
  addField(edge, 'node', () => entity, 'Butirnya. / The row.');
  ObjectType({ description: `Satu ${entity.name} dalam sebuah halaman. / One ${entity.name} of a page.` })(edge);
  const connection = classNamed(`${entity.name}Connection`);
  addField(connection, 'nodes', () => [entity], 'Butir halaman ini. / The rows of this page.');
  addField(connection, 'edges', () => [edge], 'Butir dengan kursornya. / The rows with their cursors.');
  addField(connection, 'pageInfo', () => PageInfo, 'Letak halaman. / Where the page lies.');
  addField(connection, 'totalCount', () => Int, 'Jumlah seluruh butir yang cocok. / All rows that match.');
  ObjectType({ description: `Halaman dari ${entity.name}. / A page of ${entity.name}.` })(connection);
  return connection;
}

function filterType(entity: EntityClass, model: Model): GeneratedClass {
  const filter = classNamed(model.filterName ?? `${entity.name}Filter`);
  for (const [name, { type, description }] of Object.entries(model.filter))
    addField(filter, name, type, description, true);
  addField(filter, 'and', () => [filter], 'Semuanya terpenuhi. / All of these hold.', true);
  addField(filter, 'or', () => [filter], 'Salah satu terpenuhi. / Any of these holds.', true);
  addField(filter, 'not', () => filter, 'Tidak terpenuhi. / This does not hold.', true);
  InputType({
    description: `Syarat untuk ${entity.name}; semua yang diisi harus terpenuhi. / All conditions given must hold.`,
  })(filter);
  return filter;
}

function orderType(entity: EntityClass, model: Model): GeneratedClass {
  const names = ['ID', ...Object.keys(model.order)];
  const fields = Object.fromEntries(names.map((name) => [name, name]));
  const valuesMap = Object.fromEntries(
    names.map((name) => [
      name,
      {
        description:
          name === 'ID'
            ? 'Urutan pencatatan. / Order of recording.'
            : `Menurut ${model.order[name]}. / By ${model.order[name]}.`,
      },
    ]),
  );
  registerEnumType(fields, {
    name: `${entity.name}OrderField`,
    description: `Kolom urutan ${entity.name}. / What to order by.`,
    valuesMap,
  });
  const order = classNamed(`${entity.name}Order`);
  addField(order, 'field', () => fields, 'Menurut apa. / By what.');
  Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Arah. / Direction.' })(
    order.prototype,
    'direction',
  );
  InputType({ description: `Urutan ${entity.name}. / An order of ${entity.name}.` })(order);
  return order;
}
