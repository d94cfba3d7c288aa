import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { signOutAction } from '@/app/(portal)/actions'
import { chooseThemeAction } from '@/app/choose-theme'
import { themeFrom } from '@/components/theme'
import { TopBar } from '@/components/top-bar'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { showsDevPages } from '@/lib/env'
import { Buttons, Fields } from './controls'
import { Lists } from './lists'
import { Messages, SecondStep, Windows } from './messages'

export const metadata: Metadata = { title: 'Building blocks' }

export default async function BuildingBlocksPage() {
  if (!showsDevPages) notFound()
  const theme = themeFrom((await cookies()).get('theme')?.value)

  return (
    <>
      <TopBar {...person} theme={theme} chooseTheme={chooseThemeAction} signOut={signOutAction} />
      <Page>
        <PageHeader
          title="Building blocks"
          about="Each part of the interface in each of its states. Hover and focus are tried by hand."
        />
        <div className="grid gap-12">
          <Section title="Buttons">
            <Buttons />
          </Section>
          <Section title="Fields">
            <Fields />
          </Section>
          <Section title="Messages and status">
            <Messages />
          </Section>
          <Section title="Second step">
            <SecondStep />
          </Section>
          <Section title="Lists">
            <Lists />
          </Section>
          <Section title="Menus and dialogs">
            <Windows />
          </Section>
        </div>
      </Page>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <h2 className="border-b border-border pb-2 text-base">{title}</h2>
      {children}
    </section>
  )
}

const person = {
  firmName: 'Harbor IT',
  personName: 'Ada Moreno',
  personEmail: 'admin@harbor.example',
  role: 'admin',
} as const
