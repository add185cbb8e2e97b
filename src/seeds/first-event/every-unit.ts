import type { EntityManager } from 'typeorm';
import { EventMode, ParticipationEvidence, ParticipationStatus } from '../../events/event.enums.js';
import { SatkerLevel } from '../../satker/satker.entity.js';
import { AWARD_CLAIM, AWARD_CRITERIA, EVENT, NAMED_PARTICIPANTS } from './event.data.js';
import type { Provenance } from './provenance.js';

/**
 * Provinces on site, regencies and cities online. Only a unit that a document names has a citation of its own; the
 * collective claims stand at the event.
 */
export async function addParticipations(
  manager: EntityManager,
  provenance: Provenance,
  eventId: string,
): Promise<void> {
  await manager.query(
    `insert into participations (event_id, satker_id, mode, status, evidence)
     select $1, id,
       case level when '${SatkerLevel.PROVINCE}' then '${EventMode.ONSITE}' else '${EventMode.ONLINE}' end,
       '${ParticipationStatus.ATTENDED}',
       case when code = any($2) then '${ParticipationEvidence.NAMED}' else '${ParticipationEvidence.COLLECTIVE}' end
     from satkers
     where level <> '${SatkerLevel.CENTRAL}'
     order by code`,
    [eventId, NAMED_PARTICIPANTS.map(({ satker }) => satker)],
  );
  const named = await manager.query<{ id: string; code: string }[]>(
    `select p.id, s.code
     from participations p join satkers s on s.id = p.satker_id
     where p.event_id = $1 and p.evidence = '${ParticipationEvidence.NAMED}'
     order by s.code`,
    [eventId],
  );
  for (const { id, code } of named) {
    const said = NAMED_PARTICIPANTS.filter(({ satker }) => satker === code);
    const claims = said.map(({ claim }) => ({ ...claim, value: ParticipationStatus.ATTENDED }));
    provenance.cite({ subjectType: 'Participation', subjectId: id }, { status: claims });
  }
}

/** A category for each stage of the event's cycles, in the order of the stages. */
export async function addAwardCategories(
  manager: EntityManager,
  provenance: Provenance,
  eventId: string,
): Promise<void> {
  const categories = await manager.query<{ id: string }[]>(
    `insert into award_categories (event_id, stage_id, criteria)
     select $1, stages.id, $2
     from stages join election_cycles on election_cycles.id = stages.cycle_id
     where election_cycles.code = any($3)
     order by election_cycles.voting_day, stages.position
     returning id`,
    [eventId, AWARD_CRITERIA, EVENT.cycles],
  );
  for (const { id } of categories) {
    provenance.cite(
      { subjectType: 'AwardCategory', subjectId: id },
      { criteria: [{ ...AWARD_CLAIM, value: AWARD_CRITERIA }] },
    );
  }
}
