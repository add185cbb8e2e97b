import { globalId } from '../../common/read/global-id.js';
import { Attachment, DOWNLOADS } from './attachment.entity.js';

/** An attachment as the answer to its upload shows it: the fields that GraphQL has, under the same names. */
export type ShownAttachment = Pick<Attachment, 'id' | 'name' | 'contentType' | 'size' | 'sha256' | 'url'> & {
  createdAt: string;
};

export function shown({ id: key, name, contentType, size, sha256, createdAt }: Attachment): ShownAttachment {
  const id = globalId(Attachment.name, key);
  return { id, name, contentType, size, sha256, url: `${DOWNLOADS}${id}`, createdAt: createdAt.toISOString() };
}
