import { Injectable } from '@nestjs/common';
import { Changes } from '../audit/changes.service.js';
import type { Actor } from '../common/access.js';
import { keyOf } from '../common/write/references.js';
import { Person } from './person.entity.js';
import type { CreatePersonInput, UpdatePersonInput } from './person.inputs.js';
import { allNamesOf } from './person.names.js';

/** Owns people and their names; positions belong to their appearances at events. */
@Injectable()
export class PeopleService {
  constructor(private readonly changes: Changes) {}

  create(actor: Actor, input: CreatePersonInput): Promise<Person> {
    const { clientMutationId: _, aliases, ...values } = input;
    return this.changes.create({
      actor,
      action: 'createPerson',
      entity: Person,
      input,
      make: async () => withAllNames({ ...values, aliases: aliases ?? [] }),
    });
  }

  update(actor: Actor, input: UpdatePersonInput): Promise<Person> {
    const { id, expectedVersion, reason, aliases, ...values } = input;
    return this.changes.edit({
      actor,
      action: 'updatePerson',
      entity: Person,
      id: keyOf(Person, id, 'id'),
      expectedVersion,
      reason,
      patch: (_, current) =>
        withAllNames({
          ...values,
          name: values.name === undefined ? current.name : values.name,
          aliases: aliases === undefined ? current.aliases : (aliases ?? []),
        }),
    });
  }
}

const withAllNames = <T extends Pick<Person, 'name' | 'aliases'>>(values: T): T & Pick<Person, 'allNames'> => ({
  ...values,
  allNames: allNamesOf(values),
});
