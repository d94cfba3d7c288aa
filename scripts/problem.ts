/** Something that the person at the keyboard can fix: shown as its message, without a stack trace. */
export class Problem extends Error {}

/** Runs a script. A Problem ends it with its message, any other error with a stack trace, both with exit code 1. */
export async function main(run: () => Promise<number>) {
  // In `npm run demo | head` the reader ends first. This process has to survive that, to stop its children.
  process.stdout.on('error', () => {})
  try {
    process.exit(await run())
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error)
    process.exit(1)
  }
}
