import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a slice of the documents begins; see `documents/slices.ts`. Slice 0 has no beginning, and no row. */
@Entity('search_slices')
export class SearchSlice {
  @PrimaryColumn('int')
  number: number;

  @Column('timestamptz')
  since: Date;
}
