import type { EntityManager } from 'typeorm';
import { Appearance } from '../../events/appearance.entity.js';
import { Statement } from '../../events/statement.entity.js';
import { Person } from '../../people/person.entity.js';
import { APPEARANCES } from './appearances.data.js';
import { PEOPLE } from './people.data.js';
import type { Provenance } from './provenance.js';
import { addBySlug, idOf } from './records.js';

/** @returns slug → id. A person known before keeps what is recorded of the name. */
export async function addPeople(manager: EntityManager, provenance: Provenance): Promise<Map<string, string>> {
  const rows = PEOPLE.map(({ slug, name, aliases }) => ({
    slug,
    name,
    aliases: [...aliases],
    allNames: [name, ...aliases].join(' '),
  }));
  const { ids, added } = await addBySlug(manager, Person, rows);
  for (const { slug, spellings, conflict } of PEOPLE) {
    if (!added.has(slug)) continue;
    const subject = { subjectType: 'Person', subjectId: idOf(ids, slug) } as const;
    provenance.cite(subject, { name: spellings });
    if (conflict) provenance.dispute(subject, [conflict]);
  }
  return ids;
}

interface Places {
  eventId: string;
  satkers: ReadonlyMap<string, string>;
  sessions: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
}

export async function addAppearances(manager: EntityManager, provenance: Provenance, at: Places): Promise<void> {
  const rows = APPEARANCES.map(({ person, role, position, satker, session }, index) => ({
    event: { id: at.eventId },
    session: session ? { id: idOf(at.sessions, session) } : null,
    person: { id: idOf(at.people, person) },
    role,
    position,
    satker: { id: idOf(at.satkers, satker) },
    ordinal: index + 1,
  }));
  const { identifiers } = await manager.insert(Appearance, rows);
  const ids = identifiers.map(({ id }) => String(id));
  APPEARANCES.forEach(({ role, seen }, index) => {
    const subject = { subjectType: 'Appearance', subjectId: ids[index] } as const;
    provenance.cite(subject, { role: seen.map((claim) => ({ ...claim, value: role })) });
  });
  await addStatements(manager, provenance, at.eventId, ids);
}

async function addStatements(
  manager: EntityManager,
  provenance: Provenance,
  eventId: string,
  appearanceIds: readonly string[],
): Promise<void> {
  const statements = APPEARANCES.flatMap((appearance, index) =>
    (appearance.statements ?? []).map((statement) => ({ ...statement, appearance: { id: appearanceIds[index] } })),
  );
  const { identifiers } = await manager.insert(
    Statement,
    statements.map(({ gist, appearance }, index) => ({
      event: { id: eventId },
      appearance,
      gist,
      ordinal: index + 1,
    })),
  );
  statements.forEach(({ gist, said }, index) => {
    const subject = { subjectType: 'Statement', subjectId: String(identifiers[index].id) } as const;
    provenance.cite(subject, { gist: said.map((claim) => ({ ...claim, value: gist })) });
  });
}
