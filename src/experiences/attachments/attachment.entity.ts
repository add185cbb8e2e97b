import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { Relation } from 'typeorm';
import { Node } from '../../common/entity.js';
import { globalIdSql } from '../../common/read/global-id.js';
import { Computed, ReadModel } from '../../common/read/declare.js';
import { inheritedFrom } from '../../common/read/model.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { Experience } from '../experience.entity.js';

/** Where files are downloaded from, before the id. */
export const DOWNLOADS = '/api/v1/attachments/';

/** A file that belongs to an experience. It never changes: it is added and removed. */
@Entity('attachments')
// The same file under the same name is the same attachment, however often it is sent.
@Unique('UQ_attachments_content', ['experience', 'sha256', 'name'])
@Unique('UQ_attachments_storage_key', ['storageKey'])
@Check('CHK_attachments_size', '"size" > 0')
@ReadModel({ scope: inheritedFrom('experience') })
@ObjectType({
  implements: () => [Node],
  description: 'Berkas yang dilampirkan pada pengalaman. / A file attached to an experience.',
})
export class Attachment extends Node {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  declare id: string;

  @ManyToOne(() => Experience, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  @Field(() => Experience, { description: 'Pengalaman yang memuatnya. / The experience it belongs to.' })
  experience: Relation<Experience>;

  @Column('text')
  @Field(() => String, { description: 'Nama berkas dari pengirim. / The name its sender gave it.' })
  name: string;

  @Column('text')
  @Field(() => String, { description: 'Jenis menurut isinya, misalnya application/pdf. / Type, found in its content.' })
  contentType: string;

  @Column('int')
  @Field(() => Int, { description: 'Ukuran dalam byte. / Size in bytes.' })
  size: number;

  @Column('text')
  @Field(() => String, { description: 'SHA-256 isi, heksadesimal. / SHA-256 of the content, in hexadecimal.' })
  sha256: string;

  /** Where storage has the file. Random, and nobody's business. */
  @Column('text')
  storageKey: string;

  @Computed((row) => `'${DOWNLOADS}' || ${globalIdSql('Attachment', row.column('id'))}`)
  @Field(() => String, { description: 'Alamat unduh pada server ini. / Where to download it, on this server.' })
  url: string;

  @CreateDateColumn({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'Saat dilampirkan. / When it was attached.' })
  createdAt: Date;

  @Column('bigint', { nullable: true })
  createdById: string | null;
}
