import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { byEnum, byText, describedEnum } from '../common/read/comparators.js';
import { Connection, List, ReadModel } from '../common/read/declare.js';
import { EnumColumn, Node, StoredEntity } from '../common/entity.js';
import { everyone } from '../common/read/model.js';
import { DateScalar } from '../common/scalars.js';
import { byContainedName, byName, isUnder } from './satker.filters.js';

export enum SatkerLevel {
  CENTRAL = 'CENTRAL',
  PROVINCE = 'PROVINCE',
  REGENCY = 'REGENCY',
  CITY = 'CITY',
}
describedEnum(SatkerLevel, 'SatkerLevel', 'Tingkat satker. / Level of a work unit.', {
  CENTRAL: 'KPU RI.',
  PROVINCE: 'KPU provinsi atau KIP Aceh. / Province.',
  REGENCY: 'KPU/KIP kabupaten. / Regency.',
  CITY: 'KPU/KIP kota. / City.',
});

@Entity('satkers')
@Unique('UQ_satkers_code', ['code'])
@ReadModel({
  scope: everyone,
  filter: {
    code: byText('code', 'Kode satker. / Code of the unit.'),
    level: byEnum(SatkerLevel, 'SatkerLevel', 'level', 'Tingkat. / Level.'),
    parent: byText('parent.code', 'Kode satker atasan langsung. / Code of the direct parent.'),
    under: isUnder('Satker ini dan semua di bawahnya, dengan kode. / This unit and all below it, by code.'),
    name: byName('Nama atau alias yang persis; nama tanpa Kabupaten/Kota menemukan keduanya. / Exact name or alias.'),
    text: byContainedName('Nama atau alias yang memuat teks ini. / Name or alias containing this.'),
  },
  order: { CODE: 'code', NAME: 'name', LEVEL: 'level' },
  defaultOrder: [['code', 'ASC']],
})
@ObjectType({
  implements: () => [Node],
  description: 'Satuan kerja KPU: pusat, provinsi, kabupaten, atau kota. / A work unit of the KPU.',
})
export class Satker extends StoredEntity {
  @Column('text')
  @Field(() => String, { description: 'Kode Kemendagri; "00" pusat. / Kemendagri code; "00" is the centre.' })
  code: string;

  @Column('text')
  @Field(() => String, { description: 'Nama resmi. / Official name.' })
  name: string;

  @EnumColumn(SatkerLevel)
  @Field(() => SatkerLevel, { description: 'Tingkat. / Level.' })
  level: SatkerLevel;

  @Column('text')
  @Field(() => String, { description: 'Nama wilayah. / Name of the region.' })
  region: string;

  @Column('text', { array: true, default: '{}' })
  @Field(() => [String], { description: 'Nama lain yang dipakai orang. / Other names in use.' })
  aliases: string[];

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Berlaku sejak, bila diketahui. / Valid from, if known.' })
  validFrom: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Berlaku sampai; kosong: masih ada. / Valid to.' })
  validTo: string | null;

  @Index('IDX_satkers_parent')
  @ManyToOne(() => Satker, { nullable: true })
  @JoinColumn()
  @Field(() => Satker, { nullable: true, description: 'Satker atasan. / The unit above.' })
  parent: Relation<Satker> | null;

  /** Codes from the centre down to this unit; what `under` looks at. */
  @Index('IDX_satkers_lineage', { synchronize: false })
  @Column('text', { array: true })
  lineage: string[];

  /** All names a person may write, normalised by `normaliseName`; what `name` and look-ups compare with. */
  @Index('IDX_satkers_names', { synchronize: false })
  @Column('text', { array: true })
  names: string[];

  /** The name without Kabupaten or Kota, normalised: what a bare name means. */
  @Column('text')
  bareName: string;

  @Connection(() => Satker, { via: 'parent', description: 'Satker langsung di bawahnya. / Units directly below.' })
  children: Satker[];

  @List(() => Satker, {
    description: 'Satker di atasnya, dari pusat. / Units above, from the centre down.',
    via: (above, own) =>
      `${above.column('code')} = any(${own.column('lineage')}) and ${above.column('id')} <> ${own.column('id')}`,
    order: [['code', 'ASC']],
  })
  ancestors: Satker[];

  @List(() => Satker, {
    description:
      'Satker lain dengan nama pendek yang sama, misalnya Kabupaten dan Kota Bandung. / Other units that share the bare name.',
    via: (other, own) =>
      `${other.column('bareName')} = ${own.column('bareName')} and ${other.column('id')} <> ${own.column('id')}`,
    order: [['code', 'ASC']],
  })
  namesakes: Satker[];
}
