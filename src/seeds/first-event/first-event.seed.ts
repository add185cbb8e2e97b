import type { EntityManager } from 'typeorm';
import { AuditEntry } from '../../audit/audit-entry.entity.js';
import { note } from '../../audit/changed-records.js';
import { Event } from '../../events/event.entity.js';
import { Presentation } from '../../events/presentation.entity.js';
import { Session } from '../../events/session.entity.js';
import { SessionKind } from '../../events/event.enums.js';
import { Person } from '../../people/person.entity.js';
import { SourceDocument } from '../../sources/source.entity.js';
import { APPEARANCES } from './appearances.data.js';
import { EVENT_CLAIMS, EVENT_CONFLICTS } from './claims.data.js';
import { EVENT, NAMED_PARTICIPANTS, PRESENTATIONS, SESSIONS } from './event.data.js';
import { addAwardCategories, addParticipations } from './every-unit.js';
import { addAppearances, addPeople } from './people.records.js';
import { Provenance } from './provenance.js';
import { addBySlug, idOf, idsBy } from './records.js';
import type { SourceKey } from './shape.js';
import { SOURCES } from './sources.data.js';

/**
 * Adds the first real event with everything the sources say of it. Where the event is there already nothing is done:
 * from then on it belongs to the analysts.
 */
export async function seedFirstEvent(manager: EntityManager): Promise<void> {
  if (await manager.existsBy(Event, { slug: EVENT.slug })) return;
  await manager.transaction(async (transaction) => {
    const satkers = await idsBy(transaction, 'satkers', 'code', namedSatkers());
    const provenance = new Provenance(await addSources(transaction));
    const eventId = await addEvent(transaction, provenance, satkers);
    const sessions = await addSessions(transaction, provenance, eventId);
    const people = await addPeople(transaction, provenance);
    await addAppearances(transaction, provenance, { eventId, satkers, sessions, people });
    await addParticipations(transaction, provenance, eventId);
    await addPresentations(transaction, provenance, { eventId, satkers, sessions });
    await addAwardCategories(transaction, provenance, eventId);
    await provenance.write(transaction);
    await transaction.insert(AuditEntry, {
      actor: 'system',
      action: 'seedFirstEvent',
      subjectType: 'Event',
      subjectId: eventId,
      changes: [],
    });
    await note(transaction, Event.name, [eventId]);
    await note(transaction, Person.name, [...people.values()]);
  });
}

function namedSatkers(): string[] {
  const named = [...APPEARANCES, ...NAMED_PARTICIPANTS, ...PRESENTATIONS].map(({ satker }) => satker);
  return [...new Set([EVENT.organiser, ...named])];
}

async function addSources(manager: EntityManager): Promise<Record<SourceKey, string>> {
  const { ids } = await addBySlug(manager, SourceDocument, Object.values(SOURCES));
  const entries = Object.entries(SOURCES).map(([key, { slug }]) => [key, idOf(ids, slug)]);
  return Object.fromEntries(entries) as Record<SourceKey, string>;
}

async function addEvent(
  manager: EntityManager,
  provenance: Provenance,
  satkers: ReadonlyMap<string, string>,
): Promise<string> {
  const cycles = await idsBy(manager, 'election_cycles', 'code', EVENT.cycles);
  const { id } = await manager.save(Event, {
    ...EVENT,
    organiser: { id: idOf(satkers, EVENT.organiser) },
    cycles: EVENT.cycles.map((code) => ({ id: idOf(cycles, code) })),
  });
  provenance.cite({ subjectType: 'Event', subjectId: id }, EVENT_CLAIMS);
  provenance.dispute({ subjectType: 'Event', subjectId: id }, EVENT_CONFLICTS);
  return id;
}

/** @returns kind → id */
async function addSessions(
  manager: EntityManager,
  provenance: Provenance,
  eventId: string,
): Promise<Map<string, string>> {
  const rows = SESSIONS.map(({ kind, title, startsAt }, index) => ({
    event: { id: eventId },
    kind,
    title,
    startsAt,
    ordinal: index + 1,
  }));
  const { identifiers } = await manager.insert(Session, rows);
  const ids = new Map<string, string>();
  SESSIONS.forEach(({ kind, claims }, index) => {
    const id = String(identifiers[index].id);
    ids.set(kind, id);
    provenance.cite({ subjectType: 'Session', subjectId: id }, claims);
  });
  return ids;
}

async function addPresentations(
  manager: EntityManager,
  provenance: Provenance,
  at: { eventId: string; satkers: ReadonlyMap<string, string>; sessions: ReadonlyMap<string, string> },
): Promise<void> {
  const session = { id: idOf(at.sessions, SessionKind.PRESENTATION) };
  const rows = PRESENTATIONS.map(({ satker }) => ({
    event: { id: at.eventId },
    session,
    satker: { id: idOf(at.satkers, satker) },
  }));
  const { identifiers } = await manager.insert(Presentation, rows);
  PRESENTATIONS.forEach(({ satker, claim }, index) => {
    const subject = { subjectType: 'Presentation', subjectId: String(identifiers[index].id) } as const;
    provenance.cite(subject, { satker: [{ ...claim, value: satker }] });
  });
}
