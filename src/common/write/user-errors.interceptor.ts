import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { catchError, of, throwError, type Observable } from 'rxjs';
import { graphqlError, Rejected } from '../errors.js';
import type { RequestContext } from '../request.js';
import { snakeToCamel } from '../entity.js';

/** Answers a mutation that was rejected with `userErrors` in its payload; the one place where that is done. */
@Injectable()
export class UserErrorsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<'graphql' | 'http'>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const { operation } = graphql.getInfo<GraphQLResolveInfo>();
    const { locale } = graphql.getContext<RequestContext>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        const rejected = error instanceof Rejected ? error : rejectedByDatabase(error);
        if (!rejected) return throwError(() => error);
        const userErrors = rejected.toUserErrors(locale);
        if (operation.operation === OperationTypeNode.MUTATION) return of({ userErrors });
        return throwError(() => graphqlError('BAD_USER_INPUT', userErrors.map((e) => e.message).join(' ')));
      }),
    );
  }
}

interface DatabaseError {
  code?: string;
  detail?: string;
  table?: string;
}

/** What PostgreSQL refuses although our own checks let it pass, such as a key taken a moment ago by somebody else. */
function rejectedByDatabase(error: unknown): Rejected | null {
  const { code = '', detail = '' } = ((error as { driverError?: DatabaseError } | null)?.driverError ??
    {}) as DatabaseError;
  if (code === '23505') {
    const [, columns = '', value = ''] = /^Key \((.+?)\)=\((.*?)\)/.exec(detail) ?? [];
    const field = snakeToCamel(columns.split(', ').at(-1)!.replace(/_id$/, ''));
    return Rejected.because('DUPLICATE', field, { value });
  }
  if (code === '23514' || code.startsWith('22')) return Rejected.because('BAD_INPUT', null);
  return code === '23503' ? Rejected.because('IN_USE', null) : null;
}
