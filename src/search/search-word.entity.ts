import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A word of what everybody may read: to complete what is typed, to correct it, and to know which words are rare. */
@Entity('search_words')
@Index('IDX_search_words_stem', ['stem'])
export class SearchWord {
  @Index('IDX_search_words_like', { synchronize: false })
  @PrimaryColumn('text')
  word: string;

  @Column('text')
  stem: string;

  /** In how many documents it stands, as far as was counted. */
  @Column('int')
  documents: number;

  /** In how many of their titles. */
  @Column('int', { default: 0 })
  titles: number;
}
