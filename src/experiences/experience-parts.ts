import { Injectable } from '@nestjs/common';
import type { FieldChange } from '../audit/audit-entry.entity.js';
import type { Param } from '../audit/creations.service.js';
import type { CreateExperienceInput } from './experience.inputs.js';

/** Something that is written with an experience and belongs to a floor above. */
export interface ExperiencePart {
  /** Common table expressions that may read `experience (id, by)` and `obstacle (id, ordinal)`; the text is always the same. */
  expressions(input: CreateExperienceInput, param: Param): string[];
  changes(input: CreateExperienceInput): FieldChange[];
}

/** Where floors above register at start what they add to an experience, so that this one need not know them. */
@Injectable()
export class ExperienceParts {
  readonly all: ExperiencePart[] = [];
}
