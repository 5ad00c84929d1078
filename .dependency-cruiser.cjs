// Who may import whom (ARCHITECTURE.md, the table of folders). A folder may reach itself and what its row names; everything else fails the check.

const TABLE = {
  'src/program': ['zod', 'node:crypto'],
  'src/rules': ['src/program/types', 'src/program/canonical', '@noble/hashes'],
  'src/charts': ['src/rules', 'src/program/types', 'xstate'],
  'src/contract': ['src/program', 'src/charts', 'zod'],
  workflows: ['src/charts', 'src/contract', 'src/rules', '@temporalio/workflow', '@temporalio/common'],
  'src/ledger': ['src/contract', 'src/charts/kernel/types', 'src/project-root', 'pg', 'kysely', 'node:*'],
  activities: [
    ...['src/ledger', 'src/contract', 'src/charts', 'src/rules', 'src/program'],
    ...['@temporalio/common', '@temporalio/activity', 'zod', 'node:*'],
  ],
  'src/audit': ['src/charts', 'src/contract', 'src/ledger/reads', 'node:*'],
  'src/pictures': ['src/charts', 'elkjs', 'xstate'],
  'src/files': ['csv-parse', 'csv-stringify', 'read-excel-file', 'write-excel-file', 'node:*'],
  'src/intake': ['src/files', 'src/contract', 'src/rules', 'src/program', 'src/charts/kernel/types', 'zod'],
  'src/api': [
    ...['src/files', 'src/intake'],
    ...['src/contract', 'src/charts', 'src/ledger', 'src/rules', 'src/program', 'src/pictures', 'src/config'],
    ...[
      'src/project-root',
      '@temporalio/client',
      '@temporalio/common',
      'fastify',
      'fastify-plugin',
      'node:*',
    ],
    ...[
      'fastify-type-provider-zod',
      '@fastify',
      '@scalar',
      'zod',
      'pino',
      'prom-client',
      'jose',
      'pg',
      'kysely',
      'ics',
    ],
  ],
  'src/sandbox': [
    'src/contract',
    'src/program',
    'src/charts/kernel/types',
    'fastify',
    'jose',
    'zod',
    'node:*',
  ],
  'src/config': ['zod', 'node:fs'],
};

// They make the edition's data and run by hand: no folder's rules bind them, and nothing that runs may lean on them.
const TOOLS = '^src/program/tools/';

/** A pattern for what a row names: a folder or file of ours, a package with all its files, or Node's own modules. */
function pattern(name) {
  if (name === 'node:*') return '^(node:)?[a-z_/]+$';
  if (name.startsWith('node:')) return `^(node:)?${name.slice('node:'.length)}$`;
  const isOurs = /^(src|workflows|activities)\b/.test(name);
  return isOurs ? `^${name}(/|\\.ts$|$)` : `^node_modules/(@types/)?${name}/`;
}

const rows = Object.entries(TABLE).map(([folder, allowed]) => ({
  name: folder,
  comment: `${folder} may import only itself and: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: pattern(folder), pathNot: TOOLS },
  to: { pathNot: [folder, ...allowed].map(pattern) },
}));

module.exports = {
  forbidden: [
    ...rows,
    {
      name: 'no-tests-in-the-product',
      comment: 'nothing that runs may depend on a test',
      severity: 'error',
      from: {},
      to: { path: '^test/' },
    },
    {
      name: 'no-trials-in-the-product',
      comment: 'fail points exist in the trials alone: only their command may reach them',
      severity: 'error',
      from: { pathNot: '^(src/trials/|src/cli/commands/trials\\.ts$|test/)' },
      to: { path: '^src/trials/' },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'the tools that make the edition run by hand only',
      severity: 'error',
      from: { pathNot: [TOOLS, '^test/'] },
      to: { path: TOOLS },
    },
    {
      name: 'no-development-package',
      comment: 'production installs without development packages',
      severity: 'error',
      from: { pathNot: '\\.mts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'resolves',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    ...{ parser: 'swc', tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
    // Some packages name their files under `default` within `import`.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
