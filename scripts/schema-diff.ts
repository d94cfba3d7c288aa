import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool, type QueryConfig } from 'pg'
import { readMigrations } from './migrate'
import { root } from './settings'

/** Returns the SQL that is missing between the migrations and schema.prisma; runs the migrations in an empty database. */
export async function diffSchema(emptyDatabaseUrl: string): Promise<string> {
  await loadEngine()
  const schema = { path: 'schema.prisma', content: readFileSync(join(root, 'prisma/schema.prisma'), 'utf8') }
  const pool = openPool(emptyDatabaseUrl)
  const engine = await glue.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PlayingFactory(pool)),
  )
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 0 ? '' : (stdout ?? '')
  } finally {
    engine.free()
    await pool.end()
  }
}

/** Runs the migrations in the given database, where Prisma would create a shadow database. */
class PlayingFactory extends PrismaPg {
  constructor(readonly pool: CatalogPool) {
    super(pool)
  }

  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const repaired = result.columnTypes.map((type, n) =>
        this.pool.chars.has(n) ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes: repaired }
    }
    // Its own version splits scripts at every semicolon, also inside functions and comments.
    adapter.executeScript = async (script) => {
      await this.pool.query(script)
    }
    return adapter
  }

  override connectToShadowDb() {
    return this.connect()
  }
}

type CatalogPool = Pool & { chars: Set<number> }

/** Prisma's adapter refuses the one-byte "char" of PostgreSQL's catalog: read it as text, and record where it was. */
function openPool(url: string): CatalogPool {
  const pool = new Pool({ connectionString: url, max: 1 })
  const query = pool.query.bind(pool)
  const chars = new Set<number>()
  const relabelled = async (config: QueryConfig, values: unknown[]) => {
    const result = await query(config, values)
    chars.clear()
    for (const [n, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== 18) continue
      field.dataTypeID = 25
      chars.add(n)
    }
    return result
  }
  return Object.assign(pool, { chars, query: relabelled })
}

/** By hand, because only the newest Node can import WebAssembly. */
async function loadEngine() {
  const file = join(root, 'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': { ...glue },
  })
  glue.__wbg_set_wasm(instance.exports)
  if (typeof instance.exports.__wbindgen_start === 'function') instance.exports.__wbindgen_start()
}

function migrationList() {
  return {
    baseDir: 'prisma/migrations',
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(root, 'prisma/migrations/migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}
