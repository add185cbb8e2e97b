import { Rejected } from '../../common/errors.js';
import { Experience } from '../experience.entity.js';
import { DRAFT_FIELDS } from '../experience.inputs.js';
import type { FieldComment } from './review.entity.js';

const FIELDS: readonly string[] = [...DRAFT_FIELDS, 'obstacles', 'recommendations', 'attachments'];
/** A part of one of the lists: obstacles.0.text. */
const PART =
  /^(obstacles\.\d{1,2}(\.(text|cause|likelihood|impact|regulated))?|recommendations\.\d{1,2}(\.(text|remedy|obstacles))?)$/;

/** A comment has to be about something that the unit can find and change. */
export function refuseUnknownFields(comments: readonly FieldComment[]): void {
  const complaints = comments.flatMap(({ field }, index) =>
    FIELDS.includes(field) || PART.test(field)
      ? []
      : [
          {
            code: 'UNKNOWN_FIELD' as const,
            field: `comments.${index}.field`,
            params: { field, subject: Experience.name, allowed: `${FIELDS.join(', ')}, obstacles.0.text, …` },
          },
        ],
  );
  if (complaints.length > 0) throw new Rejected(complaints);
}
