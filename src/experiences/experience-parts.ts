import { Injectable } from '@nestjs/common';
import type { CreationPart } from '../audit/creations.service.js';
import type { CreateExperienceInput } from './experience.inputs.js';
import { DRAFT_ROWS } from './experience.statements.js';

/** What is written with an experience. Floors above add theirs at start, so that this one need not know them. */
@Injectable()
export class ExperienceParts {
  readonly parts: CreationPart<CreateExperienceInput>[] = [DRAFT_ROWS];
  readonly tables = new Set(['experiences', 'obstacles']);

  add(part: CreationPart<CreateExperienceInput>, tables: readonly string[]): void {
    this.parts.push(part);
    tables.forEach((table) => this.tables.add(table));
  }
}
