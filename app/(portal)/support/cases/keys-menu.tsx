import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { PostForm } from '@/components/ui/post-form'
import { switchKeysAction } from './actions'
import { QueueKeys } from './queue-keys'

type KeysMenuProps = { isOff: boolean; query: string }

/** The list of shortcuts, and the switch that WCAG 2.1.4 asks for: speech input triggers single letters by accident. */
export function KeysMenu({ isOff, query }: KeysMenuProps) {
  return (
    <>
      <Menu
        id="queue-keys"
        placement="end"
        className="button button-quiet"
        button={
          <>
            <Icon name="keyboard" />
            Shortcuts {isOff && 'off'}
          </>
        }
      >
        <div className="grid gap-3 p-2.5">
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
            {keys.map(([key, words]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="grid min-w-7 place-items-center rounded-control border border-border px-1.5 font-mono">
                    {key}
                  </kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <PostForm action={switchKeysAction} className="border-t border-border pt-3">
            <input type="hidden" name="query" value={query} />
            <button
              type="submit"
              name="keys"
              value={isOff ? 'on' : 'off'}
              className="button button-secondary"
            >
              {isOff ? 'Turn on shortcuts' : 'Turn off shortcuts'}
            </button>
          </PostForm>
        </div>
      </Menu>
      {!isOff && <QueueKeys />}
    </>
  )
}

const keys = [
  ['j', 'Next request'],
  ['k', 'Previous request'],
  ['Enter', 'Open request'],
  ['t', 'Take request'],
  ['n', 'Open next unassigned request'],
  ['?', 'Show shortcuts'],
] as const
