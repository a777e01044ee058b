/**
 * The direction of the house, proved: lib → modules → flows → jobs | server | web, with collections beside flows.
 * Each rule says in its comment what it protects. `npm run check` must find no violation and no cycle.
 */

/** Folders of a module that do I/O: there, and only there, may SDKs and the file system be used. */
const io = '(?:providers|engines|processors|mailers|journal)'
const store = '^src/modules/[^/]+/store(?:\\.ts$|/)'
const adapters = `^src/modules/[^/]+/${io}/`
const frameworks = '^(?:node_modules/)?(?:payload|@payloadcms|next|express|@react-router|react-router|react|react-dom|graphql)(?:/|$)'
const sdks =
  '^(?:node_modules/)?(?:sharp|nodemailer|stripe|meilisearch|mongodb|mongoose|@libsql|ioredis|redis|@aws-sdk|@payloadcms/storage-s3)(?:/|$)'
const nodeIo = '^(?:node:)?(?:fs|fs/promises|net|http|https|http2|child_process|worker_threads|dgram|tls|cluster)$'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'no-cycle',
      'Code that needs itself cannot be read from the top. Types alone may point both ways.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbid('no-unresolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^virtual:|/\\+types/' }),
    forbid(
      'no-orphan',
      'A file that nobody imports and that imports nobody is dead, unless something starts it.',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.(?:ts|mts)$',
          '^[^/]+\\.config\\.ts$',
          '^src/(?:cli|admin|web/routes|web/entry|database/migrations)',
          '^src/(?:payload-types|web/routes)\\.ts$',
          '^test/.*\\.(?:test|bench)\\.tsx?$',
          '^test/(?:setup\\.ts|run\\.mjs|lanes/|bench/|soak/|fixtures/)',
          '-child\\.(?:ts|mjs)$',
        ],
      },
      {},
    ),
    forbid(
      'no-development-package',
      'What runs in production is a dependency, not a development one.',
      { path: '^(?:src|collections)/', pathNot: '^src/(?:cli/|web/routes\\.ts$|web/routes/[^/]+/routes\\.ts$)' },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    ),

    forbid(
      'lib-is-the-kernel',
      'src/lib knows nothing of ours.',
      { path: '^src/lib/' },
      { path: '^(?:src|collections|test)/', pathNot: '^src/lib/' },
    ),
    forbid(
      'lib-has-no-io',
      'src/lib computes; it does not read, write or call.',
      { path: '^src/lib/' },
      { path: [frameworks, sdks, nodeIo] },
    ),

    forbid(
      'modules-do-not-meet',
      'A module knows no other module: flows are where nouns meet.',
      { path: '^src/modules/([^/]+)/' },
      {
        path: '^src/modules/',
        pathNot: '^src/modules/$1/',
      },
    ),
    forbid(
      'modules-know-only-lib',
      'A module knows itself, lib and the generated types; its store may read rows of its own (ADR 0015).',
      { path: '^src/modules/' },
      {
        path: '^(?:src|collections|test)/',
        pathNot: '^src/(?:lib|modules)/|^src/payload-types\\.ts$|^src/database/(?:duplicate-key|read-rows|transient)\\.ts$',
      },
    ),
    forbid(
      'modules-are-pure',
      'The pure files of a module import no framework, no SDK and no I/O.',
      { path: '^src/modules/', pathNot: [store, adapters] },
      {
        path: [frameworks, sdks, nodeIo],
      },
    ),
    forbid(
      'pure-files-stay-pure',
      'A pure file of a module does not reach its own store or adapters.',
      { path: '^src/modules/', pathNot: [store, adapters] },
      {
        path: [store, adapters],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'store-takes-types-of-payload',
      'store.ts works on the request it is given; of Payload it imports types.',
      { path: store },
      {
        path: [frameworks, sdks],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'stores-are-for-flows',
      'Only flows, the context and tests open a store.',
      { path: '^(?:src|collections)/', pathNot: [store, '^src/flows/', '^src/context(?:\\.ts|/)'] },
      {
        path: store,
      },
    ),
    forbid(
      'adapters-are-for-the-context',
      'Only the context builds providers, engines, processors and mailers.',
      { path: '^(?:src|collections)/', pathNot: [adapters, '^src/context(?:\\.ts|/)'] },
      {
        path: adapters,
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'sdks-stay-in-adapters',
      'An SDK is used in one place, behind an interface of ours.',
      {
        path: '^(?:src|collections)/',
        pathNot: [adapters, '^src/(?:context|database|cli|demo)(?:\\.ts|/)', '^src/payload\\.config\\.ts$'],
      },
      {
        path: sdks,
      },
    ),

    forbid(
      'collections-know-lib-and-modules',
      'Collections describe data: hooks validate or name a job.',
      { path: '^collections/' },
      {
        path: '^(?:src|test)/',
        pathNot: '^src/(?:lib/|modules/[^/]+/index\\.ts$|payload-types\\.ts$)',
      },
    ),
    forbid(
      'flows-know-modules-and-lib',
      'Flows know modules and lib; the context reaches them as an argument.',
      { path: '^src/flows/' },
      {
        path: '^(?:src|collections|test)/',
        pathNot:
          '^src/(?:flows/|lib/|modules/[^/]+/index\\.ts$|modules/[^/]+/store(?:\\.ts$|/)|payload-types\\.ts$|database/(?:duplicate-key|transient)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'flows-know-no-door',
      'Not even the types of the doors.',
      { path: '^src/flows/' },
      { path: '^src/(?:web|server|jobs|ui|admin)/|^collections/' },
    ),
    forbid(
      'flows-know-no-framework',
      'A flow can run behind any door.',
      { path: '^src/flows/' },
      {
        path: [frameworks, sdks],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'jobs-know-no-door',
      'A job is an input schema and one call to a flow.',
      { path: '^src/jobs/' },
      { path: '^src/(?:web|server|ui|admin)/|^collections/' },
    ),
    forbid('doors-know-no-collection', 'Server and pages go through flows.', { path: '^src/(?:server|web)/' }, { path: '^collections/' }),
    forbid(
      'doors-are-outermost',
      'Nothing inside knows the pages or the server; the two builds rely on it.',
      { path: '^(?:src|collections)/', pathNot: '^src/(?:web|server|cli)/' },
      {
        path: '^src/(?:web|server)/',
      },
    ),
    forbid(
      'ui-gets-data',
      'Components get data: of ours they know lib, and types.',
      { path: '^src/ui/' },
      {
        path: '^(?:src|collections|test)/',
        pathNot: '^src/(?:ui|lib)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'ui-knows-no-door',
      'Components know nothing of the server, not even its types.',
      { path: '^src/ui/' },
      {
        path: '^src/(?:web|server|flows|jobs|database|admin|cli|config)/|^collections/|^src/modules/[^/]+/(?!index\\.ts$)',
      },
    ),
    forbid(
      'ui-has-no-io',
      'Components run in a browser and on the server alike.',
      { path: '^src/ui/' },
      {
        path: [nodeIo, sdks, '^(?:node_modules/)?(?:payload|@payloadcms|next|express|graphql)(?:/|$)'],
      },
    ),
    forbid(
      'next-is-for-the-admin',
      "Next serves Payload's admin and nothing else.",
      { path: '^(?:src|collections)/', pathNot: '^src/(?:admin|server|cli)/' },
      {
        path: '^(?:node_modules/)?(?:next|@payloadcms/next)(?:/|$)',
      },
    ),
    forbid(
      'express-is-for-the-server',
      'Express is the outermost layer.',
      { path: '^(?:src|collections)/', pathNot: '^src/(?:server|cli)/' },
      {
        path: '^(?:node_modules/)?(?:express|compression|helmet|express-rate-limit|busboy)(?:/|$)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid('tests-are-not-shipped', 'Code does not import tests.', { path: '^(?:src|collections)/' }, { path: '^test/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:\\.next|\\.react-router|build)/|importMap\\.js$|next-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
}
