type Entries = Array<[name: string, value: string]>

/**
 * What React's script sends for a form: the arguments in part 0, and the fields of the form under the number 1. A form
 * without script names its action in a hidden field, which says whether the action takes the state before it as well.
 */
export function formCall(entries: Entries): FormData {
  const body = new FormData()
  for (const [name, value] of entries) if (!name.startsWith('$')) body.append(`_1_${name}`, value)
  const isAlone = entries.some(([name]) => name.startsWith('$ACTION_ID_'))
  body.append('0', JSON.stringify(isAlone ? ['$K1'] : [{ errors: {}, values: {} }, '$K1']))
  return body
}
