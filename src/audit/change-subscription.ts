import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../common/access.js';
import type { EntityClass } from '../common/read/model.js';
import type { Reader } from '../common/read/reader.js';
import type { Where } from '../common/read/where.js';
import type { ChangeFeed } from './change-feed.service.js';

/**
 * The events of a subscription field that shows changed records: each is the record as it is then, read by the engine for this
 * very subscriber. A record that he may not see, or that does not fulfil `where`, makes no event at all.
 */
export function changesOf(
  feed: ChangeFeed,
  reader: Reader,
  { info, actor, entity, where = {} }: { info: GraphQLResolveInfo; actor: Actor; entity: EntityClass; where?: Where },
): Promise<AsyncGenerator<Record<string, unknown>>> {
  return feed.follow(actor, entity.name, async (id) => {
    const record = await reader.one(info, actor, entity, { ...where, id });
    return record === null ? null : { [info.fieldName]: record };
  });
}
