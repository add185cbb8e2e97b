/**
 * The floors of the house (docs/architecture.md): a module imports only from floors below its own, and modules of one
 * floor do not know each other. Files directly in src/ wire everything together and may import all.
 */
const FLOORS = [
  ['common', 'database', 'config'],
  ['audit', 'stemming'],
  ['satker', 'stages', 'sources'],
  ['people', 'users'],
  ['events', 'auth'],
  ['experiences'],
  ['recommendations', 'awards'],
  ['patterns'],
  ['lessons', 'analytics', 'notifications'],
  ['seeds', 'playground', 'search', 'briefs', 'imports'],
  ['server'],
  ['cli'],
];

const TOP = '^src/(main|start|app\\.module|entities|projections)\\.ts$';
const folder = (name) => (name === 'config' ? '^src/config(\\.token)?\\.ts$' : `^src/${name}/`);

const floorRules = FLOORS.slice(0, -1).flatMap((modules, floor) =>
  modules.map((module) => {
    const above = FLOORS.slice(floor + 1).flat();
    const beside = floor === 0 ? [] : modules.filter((other) => other !== module);
    return {
      name: `floor-${floor}-${module}`,
      comment: `${module} stands on floor ${floor} and imports only what is below.`,
      severity: 'error',
      from: { path: folder(module) },
      to: { path: [...above, ...beside].map(folder) },
    };
  }),
);

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'no-circular-modules',
      comment: 'Entities of one module may know each other; other circles hide a missing floor.',
      severity: 'error',
      from: { pathNot: '\\.entity\\.ts$|\\.entities\\.ts$|^src/common/read/' },
      to: {
        circular: true,
        dependencyTypesNot: ['type-only'],
        viaOnly: { pathNot: '\\.entity\\.ts$|\\.entities\\.ts$' },
      },
    },
    {
      name: 'nobody-imports-auth',
      comment: 'What other modules need of access control lives in common/access.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/auth/', TOP, '^src/cli/', '^src/server/'] },
      to: { path: '^src/auth/' },
    },
    {
      name: 'only-wiring-imports-wiring',
      severity: 'error',
      from: { path: '^src/', pathNot: [TOP, '^src/cli/', '^src/server/'] },
      to: { path: TOP },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/.*\\.ts$', pathNot: '\\.spec\\.ts$' },
      to: {},
    },
    { name: 'no-dev-dependencies', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'] } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
};
