import { Connection } from '../common/read/declare.js';
import { about } from '../common/subject.js';
import { AuditEntry } from './audit-entry.entity.js';

/** The field `history` of an entity that people change: who, when, what before and after, why. */
export const History = (): PropertyDecorator => (target, key) =>
  Connection(() => AuditEntry, {
    via: about(target.constructor.name),
    description: 'Riwayat perubahan; hanya untuk staf pusat. / What was changed, for central staff.',
  })(target, key);
