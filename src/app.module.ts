import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ALL_PROJECTIONS } from './audit/projections.service.js';
import { AccessGuard } from './auth/access.guard.js';
import { AuthModule } from './auth/auth.module.js';
import { RequestContextFactory } from './auth/request-context.js';
import { AwardsModule } from './awards/awards.module.js';
import { BriefsModule } from './briefs/briefs.module.js';
import { Reader } from './common/read/reader.js';
import { InputValidation } from './common/write/validation.js';
import type { Config } from './config.js';
import { CONFIG } from './config.token.js';
import { EventsModule } from './events/events.module.js';
import { AttachmentsModule } from './experiences/attachments/attachments.module.js';
import { ExperiencesModule } from './experiences/experiences.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { LessonsModule } from './lessons/lessons.module.js';
import { PatternsModule } from './patterns/patterns.module.js';
import { PeopleModule } from './people/people.module.js';
import { PROJECTIONS } from './projections.js';
import { RecommendationsModule } from './recommendations/recommendations.module.js';
import { SatkerModule } from './satker/satker.module.js';
import { SearchModule } from './search/search.module.js';
import { ErrorFilter } from './server/error.filter.js';
import { graphqlOptions } from './server/graphql.options.js';
import { HealthController } from './server/health.controller.js';
import { NodeResolver } from './server/node.resolver.js';
import { SocketGate } from './server/sockets/socket-gate.js';
import { SourcesModule } from './sources/sources.module.js';
import { StagesModule } from './stages/stages.module.js';
import { UsersModule } from './users/users.module.js';

/** What every module may ask for: the settings, the database, the read engine, what follows from the records. */
@Module({})
class FoundationModule {
  static with(config: Config, dataSource: DataSource): DynamicModule {
    return {
      module: FoundationModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DataSource, useValue: dataSource },
        { provide: Reader, useFactory: () => new Reader(dataSource) },
        { provide: ALL_PROJECTIONS, useValue: PROJECTIONS },
      ],
      exports: [CONFIG, DataSource, Reader, ALL_PROJECTIONS],
    };
  }
}

@Module({})
export class AppModule {
  static with(config: Config, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        FoundationModule.with(config, dataSource),
        AuditModule,
        SatkerModule,
        StagesModule,
        SourcesModule,
        PeopleModule,
        EventsModule,
        AuthModule,
        ExperiencesModule,
        AttachmentsModule,
        RecommendationsModule,
        AwardsModule,
        AnalyticsModule,
        PatternsModule,
        LessonsModule,
        BriefsModule,
        ImportsModule,
        NotificationsModule,
        UsersModule,
        SearchModule,
        GraphQLModule.forRootAsync({
          driver: ApolloDriver,
          imports: [AuthModule],
          inject: [Reader, RequestContextFactory],
          useFactory: (reader: Reader, contexts: RequestContextFactory) =>
            graphqlOptions(config, reader, (request) => contexts.create(request as never)),
        }),
      ],
      controllers: [HealthController],
      providers: [
        NodeResolver,
        SocketGate,
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useClass: InputValidation },
      ],
    };
  }
}
