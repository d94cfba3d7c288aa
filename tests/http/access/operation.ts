import type { FormBrowser } from '../../form-browser'
import type { Owner, VisitorName, World } from './world'

/** How an action is asked for: the page whose form does, who may see that form, and what shows that it was done. */
export type Operation = {
  page: (world: World) => string
  button: string | ((world: World) => string)
  fields?: (world: World) => Record<string, string>
  /** Whose form the others post, the admin's unless said otherwise; or a browser of somebody who is none of the visitors. */
  holder?: VisitorName | ((world: World) => Promise<FormBrowser>)
  /** What must have happened before the page shows the form. */
  prepare?: (world: World) => Promise<unknown>
  /** What is pressed on the page first: the form stands in the answer. */
  first?: { button: string }
  /** The id in the form that is the visitor's own: another one's is as good as none. */
  ownId?: (world: World, visitor: Owner) => string
  /** The answer's address, or its words when it is a page. */
  done: RegExp
}

/** An action that no form holds: the script of a page calls it with this body, which names nobody. */
export type ScriptedOperation = {
  page: string
  body: () => string | FormData
  prepare?: (world: World) => Promise<unknown>
  done: RegExp
}
