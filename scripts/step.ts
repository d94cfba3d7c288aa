/** Prints what is running, how long it has taken so far, and when it is done. */
export async function step<Value>(title: string, work: () => Promise<Value>): Promise<Value> {
  const began = Date.now()
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${title} …`)
  const sign = setInterval(() => console.log(`  … ${seconds()} s`), 10_000)
  try {
    const value = await work()
    console.log(`  done in ${seconds()} s`)
    return value
  } finally {
    clearInterval(sign)
  }
}
