const within = (...names) => `^src/lib/(${names.join('|')})/`;

/** Who may import whom (ARCHITECTURE.md). `allowed` lists folders of the house; libraries are judged apart. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${name}: may import ${allowed.join(', ') || 'nothing'} of the house`,
  from: { path: from },
  to: { path: '^(src|workers|server|scripts|tests)/', pathNot: [from, ...allowed] },
});

const FLOOR = ['bytes', 'model', 'run', 'tools'];
const KEYS = [...FLOOR, 'read', 'columns', 'match/keys'];
const PLAN = [...KEYS, 'match/links', 'match', 'scope', 'merge', 'merge/handed', 'plan'];

/** The engine's rooms from the ground up, and what each may import: nothing above itself, types included. */
const ROOMS = {
  bytes: [],
  model: [],
  run: ['model'],
  read: FLOOR,
  columns: [...FLOOR, 'read'],
  profile: [...FLOOR, 'read', 'columns'],
  'match/keys': KEYS,
  'match/links': KEYS,
  match: [...KEYS, 'match/links'],
  scope: [...KEYS, 'match/links', 'match'],
  merge: [...KEYS, 'match/links'],
  'merge/handed': [...KEYS, 'match/links', 'merge'],
  // Why values differ is told of a comparison, before there is a plan.
  differ: [...KEYS, 'match/links', 'merge'],
  plan: PLAN,
  'plan/compare': PLAN,
  'plan/lines': PLAN,
  // A plan warns of columns by what they look like (RD12).
  'plan/totals': [...PLAN, 'profile', 'differ'],
  // What a record is called is told by the words that suggestions know fields by.
  'plan/find': [...PLAN, 'suggest'],
  'plan/out': [...PLAN, 'plan/lines'],
  // Why a record fails is what its line says.
  'plan/health': [...PLAN, 'plan/lines'],
  // A check counts with the plan's own filter; a waiver names the plan's lines.
  checks: [...PLAN, 'plan/find', 'plan/lines'],
  rehearse: [...PLAN, 'plan/lines', 'plan/out'],
  // A filter's value must be one its field can hold (FI1); which time zones there are is known outside (TZ1).
  design: ['model', 'read', 'tools'],
  suggest: [...FLOOR, 'read', 'columns', 'profile'],
  // What would link two records is told by editing the design and planning again.
  explain: [...PLAN, 'plan/lines', 'plan/compare', 'plan/totals', 'design'],
  // HubSpot's defaults are edits of the design too, and its fields are told by their names.
  hubspot: [...PLAN, 'plan/lines', 'plan/find', 'explain', 'design'],
};

/** Files of a room; design and suggest have rooms of their own inside, which are theirs. */
const filesOf = (room) =>
  room === 'tools'
    ? '^src/lib/engine/tools\\.ts$'
    : `^src/lib/engine/${room}/${/^(design|suggest)$/.test(room) ? '' : '[^/]+\\.ts$'}`;

const engineRooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `engine-${room.replace('/', '-')}`,
  severity: 'error',
  comment: `The engine's room ${room} may import ${allowed.join(', ') || 'nothing'} of the engine.`,
  from: { path: filesOf(room) },
  to: { path: within('engine'), pathNot: [room, ...allowed].map(filesOf) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Types count too: two files that need each other are one idea, or the idea between them lacks a file.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\$(app|env)/|^\\$service-worker$|^\\./\\$types$' },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      comment: 'The engine imports nothing outside itself, no library either.',
      from: { path: within('engine') },
      to: { pathNot: within('engine') },
    },
    {
      name: 'engine-front-door',
      severity: 'error',
      comment:
        'From outside, the engine is src/lib/engine/index.ts (show.ts has what screens show, suggest a door of its own).',
      from: { path: '^(src|workers)/', pathNot: within('engine') },
      to: {
        path: within('engine'),
        pathNot: '^src/lib/engine/(index|show|suggest/index)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    ...engineRooms,
    only('tools', within('tools'), [within('engine')]),
    only('formats', within('formats'), [within('engine')]),
    only('connectors', within('connectors'), [within('engine', 'tools')]),
    only('store', within('store'), [within('engine')]),
    only('push', within('push'), [within('engine'), '^src/lib/connectors/app/[^/]+\\.ts$']),
    only('conversation', within('conversation'), [
      within('engine'),
      // What a reader accounts for and what is wrong with our own files, as types.
      '^src/lib/formats/fault\\.ts$',
      '^src/lib/connectors/(report|read-file)\\.ts$',
      // What an app is, can do and may answer, as types.
      '^src/lib/connectors/app/(app-connector|app-settings|fault|live-source)\\.ts$',
      // What the store may answer, as types.
      '^src/lib/store/problem\\.ts$',
      // What a push tells, and the app it goes to, as types.
      '^src/lib/push/index\\.ts$',
      '^src/lib/connectors/app/[^/]+\\.ts$',
    ]),
    only('words', within('words'), [within('engine', 'conversation')]),
    only('commands', within('commands'), [within('engine', 'conversation')]),
    only('rules', within('rules'), ['^docs/rules/']),
    only('ui', within('ui'), [within('engine', 'conversation', 'words', 'rules', 'commands')]),
    only('workbench', within('workbench'), [
      within('engine', 'conversation', 'words', 'commands', 'store', 'connectors', 'push', 'formats'),
      '^workers/',
    ]),
    only('routes', '^src/routes/', [
      within('engine', 'conversation', 'words', 'commands', 'workbench', 'ui'),
    ]),
    only('workers', '^workers/', [
      within('engine', 'conversation', 'words', 'store', 'connectors', 'push', 'formats', 'tools'),
    ]),
    only('server', '^server/', []),
    only('cli', '^src/cli/', [within('engine', 'words', 'formats', 'connectors', 'tools')]),
    {
      name: 'ui-knows-engine-types-only',
      severity: 'error',
      comment: 'Values a screen shows come from the engine by show.ts.',
      from: { path: [within('ui'), '^src/routes/'] },
      to: {
        path: within('engine'),
        pathNot: '^src/lib/engine/show\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: '^(src/lib|src/routes|workers)/', pathNot: '(^|/)node[-.]|\\.node\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-dev-dependency-in-the-product',
      severity: 'error',
      from: { path: '^(src|workers)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        pathNot: 'node_modules/(svelte|@sveltejs)/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.svelte-kit|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'node', 'default', 'types'],
    },
  },
};
