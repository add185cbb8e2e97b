import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../audit/audit-entry.entity.js';
import type { CreationPart } from '../audit/creation-statement.js';
import type { Actor } from '../common/access.js';
import type { Experience } from './experience.entity.js';
import type { CreateExperienceInput, UpdateExperienceInput } from './experience.inputs.js';
import { DRAFT_ROWS } from './experience.statements.js';

/** Something that is written with an experience and belongs to a floor above. */
export interface ExperiencePart {
  /** Its rows in the statement that creates a draft, and their tables. */
  readonly creation: CreationPart<CreateExperienceInput>;
  readonly tables: readonly string[];
  /** Makes its rows what the change of a draft gives, if it gives any, and says what that changed. */
  rewrite(
    tx: EntityManager,
    actor: Actor,
    experience: Experience,
    input: UpdateExperienceInput,
  ): Promise<FieldChange[]>;
}

/** What is written with an experience. Floors above add theirs at start, so that this one need not know them. */
@Injectable()
export class ExperienceParts {
  readonly creations: CreationPart<CreateExperienceInput>[] = [DRAFT_ROWS];
  readonly tables = new Set(['experiences', 'obstacles']);
  private readonly added: ExperiencePart[] = [];

  add(part: ExperiencePart): void {
    this.added.push(part);
    this.creations.push(part.creation);
    part.tables.forEach((table) => this.tables.add(table));
  }

  async rewrite(
    tx: EntityManager,
    actor: Actor,
    experience: Experience,
    input: UpdateExperienceInput,
  ): Promise<FieldChange[]> {
    const changes: FieldChange[] = [];
    for (const part of this.added) changes.push(...(await part.rewrite(tx, actor, experience, input)));
    return changes;
  }
}
