import { type Theme, themes } from '@/components/theme'
import { PostForm } from '@/components/ui/post-form'

export type ThemeChoiceProps = { theme: Theme; chooseTheme: (form: FormData) => Promise<void> }

export function ThemeChoice({ theme, chooseTheme }: ThemeChoiceProps) {
  return (
    <PostForm action={chooseTheme} className="flex items-center gap-1 px-2.5 py-1">
      <span className="mr-auto text-text-muted" aria-hidden="true">
        Theme
      </span>
      {themes.map((each) => (
        <button
          key={each}
          type="submit"
          name="theme"
          value={each}
          aria-label={`Theme: ${words[each]}`}
          aria-pressed={each === theme}
          className="min-h-7 cursor-pointer rounded-control px-2 text-xs text-text-muted hover:bg-hover aria-pressed:bg-info-bg aria-pressed:font-medium aria-pressed:text-info-fg"
        >
          {words[each]}
        </button>
      ))}
    </PostForm>
  )
}

const words: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }
