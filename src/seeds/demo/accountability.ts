import { readFileSync } from 'node:fs';
import { Remedy } from '../../experiences/experience.enums.js';
import {
  AddresseeRole,
  Fulfilment,
  Instrument,
  RecommendationStatus as Status,
} from '../../recommendations/recommendation.enums.js';
import { dayAfter, instantAfter } from './dates.js';
import { FULFILMENT, PLANNED_AHEAD, SECOND_FOLLOW_UP, SUPPORTED } from './distributions.js';
import { entryOf, type Random } from './random.js';
import type { Reference, Unit } from './reference.js';
import type { DemoAccountability, DemoAddressee, DemoAssessment, DemoFollowUp, DemoPlan } from './rows.js';

/** The phrase bank `data/follow-ups.json`: general, without names of people, places or bodies that exist. */
interface Phrases {
  lawmaker: string;
  actions: Record<string, string[]>;
  evidence: string[];
  notes: Record<string, string[]>;
}

const CENTRAL_REMEDIES: readonly Remedy[] = [Remedy.REGULATION, Remedy.SYSTEM, Remedy.BUDGET];
const CENTRAL_INSTRUMENTS: readonly Instrument[] = [Instrument.PKPU, Instrument.KPU_DECISION];
const PLANNED: readonly Status[] = [Status.ACCEPTED, Status.IN_PROGRESS, Status.REPORTED_DONE, Status.VERIFIED];
const DONE: readonly Status[] = [Status.REPORTED_DONE, Status.VERIFIED];

/** Of a recommendation that nobody decided to carry out. */
export const NOTHING: DemoAccountability = {
  acceptedAt: null,
  reportedDoneAt: null,
  verifiedAt: null,
  addressees: [],
  followUps: [],
  assessments: [],
};

/** What became of a recommendation that was accepted. Drawn after everything else of a row, which it leaves as it was. */
export class Accountability {
  private readonly phrases = JSON.parse(
    readFileSync(new URL('./data/follow-ups.json', import.meta.url), 'utf8'),
  ) as Phrases;
  private readonly unitIds: ReadonlyMap<string, string>;

  constructor(private readonly reference: Reference) {
    this.unitIds = new Map(reference.units.map(({ code, id }) => [code, id]));
  }

  of(plan: DemoPlan, unit: Unit, reported: string, random: Random): DemoAccountability {
    if (!PLANNED.includes(plan.status)) return NOTHING;
    const acceptedAt = instantAfter(reported, 7 + random.below(43));
    const addressees = this.addressees(plan, unit, random);
    const isDone = DONE.includes(plan.status);
    const doneAt = instantAfter(acceptedAt, 30 + random.below(120));
    const reportedDoneAt = isDone ? doneAt : null;
    const verifiedAt = plan.status === Status.VERIFIED ? instantAfter(doneAt, 7 + random.below(23)) : null;
    return {
      acceptedAt,
      reportedDoneAt,
      verifiedAt,
      addressees,
      followUps: this.followUps(plan, addressees, acceptedAt, reportedDoneAt, random),
      assessments: this.assessments(plan.status, verifiedAt ?? doneAt, random),
    };
  }

  private addressees({ remedy, instrument }: DemoPlan, unit: Unit, random: Random): DemoAddressee[] {
    const satker = (satkerId: string, role: AddresseeRole): DemoAddressee => ({ satkerId, organisation: null, role });
    const { centreId } = this.reference;
    const isSupported = random.chance(SUPPORTED);
    if (instrument === Instrument.LAW)
      return [
        { satkerId: null, organisation: this.phrases.lawmaker, role: AddresseeRole.LEAD },
        satker(centreId, AddresseeRole.SUPPORT),
      ];
    const isCentral = CENTRAL_REMEDIES.includes(remedy) || CENTRAL_INSTRUMENTS.includes(instrument);
    const lead = isCentral ? centreId : unit.id;
    const support = isCentral ? unit.id : this.unitIds.get(unit.code.slice(0, 2))!;
    const led = [satker(lead, AddresseeRole.LEAD)];
    return isSupported && support !== lead ? [...led, satker(support, AddresseeRole.SUPPORT)] : led;
  }

  private followUps(
    { status, remedy, dueDate }: DemoPlan,
    addressees: readonly DemoAddressee[],
    acceptedAt: string,
    reportedDoneAt: string | null,
    random: Random,
  ): DemoFollowUp[] {
    if (status === Status.ACCEPTED && !random.chance(PLANNED_AHEAD)) return [];
    const actions = entryOf(this.phrases.actions, remedy);
    const first = random.below(actions.length);
    const count = status !== Status.ACCEPTED && random.chance(SECOND_FOLLOW_UP) ? 2 : 1;
    return Array.from({ length: count }, (_, place): DemoFollowUp => {
      const { satkerId, organisation } = addressees[place % addressees.length]!;
      const startDate = dayAfter(acceptedAt, 3 + random.below(20));
      const progress = reportedDoneAt ? 100 : status === Status.ACCEPTED ? 0 : 10 * (1 + random.below(9));
      return {
        action: actions[(first + place) % actions.length]!,
        satkerId,
        organisation,
        startDate,
        dueDate,
        progress,
        evidence: reportedDoneAt ? random.of(this.phrases.evidence) : null,
        doneOn: reportedDoneAt && dayAfter(reportedDoneAt, -random.below(5)),
        at: acceptedAt,
      };
    });
  }

  private assessments(status: Status, at: string, random: Random): DemoAssessment[] {
    const fulfilment = FULFILMENT[status]?.pick(random);
    if (!fulfilment) return [];
    const verdict: Fulfilment = fulfilment;
    return [{ fulfilment: verdict, note: random.of(entryOf(this.phrases.notes, verdict)), at: instantAfter(at, 1) }];
  }
}
