import type { Person } from './person.entity.js';

type Names = Pick<Person, 'name' | 'aliases'>;

/** What `allNames` holds; whoever changes a name or an alias writes it anew. */
export function allNamesOf({ name, aliases }: Names): string {
  return [name, ...aliases].join(' ');
}

/** The values of somebody whose name turned out to be another; the spelling so far stays as an alias, to be found by. */
export function renamed(person: Names, name: string): Pick<Person, 'name' | 'aliases' | 'allNames'> {
  const aliases = [...new Set([...person.aliases, person.name])].filter((alias) => alias !== name);
  return { name, aliases, allNames: allNamesOf({ name, aliases }) };
}
