import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { complaintsAbout } from '../thrown-rule.js';

const MAX_KEPT = 200;

/**
 * Documents of subscriptions, parsed and validated. Good ones are kept, so that all who send the same text share one document,
 * and with it the statements that were made for it.
 */
export class SubscriptionDocuments {
  private readonly kept = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly maxTokens: number,
  ) {}

  /** The document, or what is wrong with it. */
  of(text: string): DocumentNode | readonly GraphQLError[] {
    const known = this.kept.get(text);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: this.maxTokens });
    } catch (error) {
      const { message, nodes, source, positions } = error as GraphQLError;
      return [new GraphQLError(message, { nodes, source, positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } })];
    }
    const complaints = complaintsAbout(this.schema, document);
    if (complaints.length > 0) return complaints;
    if (this.kept.size >= MAX_KEPT) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(text, document);
    return document;
  }
}
