/** Something the person at the keyboard can put right: shown as one sentence, without a stack trace. */
export class Problem extends Error {}

/** Runs a script; a Problem ends it with its sentence, anything else with a stack trace, both with exit code 1. */
export async function main(run: () => Promise<number>) {
  // A reader that went away, as in `npm run demo | head`, must not take the children's keeper down.
  process.stdout.on('error', () => {})
  try {
    process.exit(await run())
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error)
    process.exit(1)
  }
}
