import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { Scripts } from 'react-router'
import { code } from './boot.ts?inline-script'

type Props = {
  type?: string
  nonce?: string
  rel?: string
  href?: string
  children?: ReactNode
  dangerouslySetInnerHTML?: { __html: string }
}

/**
 * React Router's own <Scripts>, put to sleep: its preload links become a list, its module script becomes data (an unknown
 * type is not run), and boot.ts wakes it. Server and browser build the same tree, so hydration matches; everything else
 * (the context, the streamed loader data) stays as it is. `Scripts` is called, not rendered, to get at what it returns;
 * when a new version returns something else, the first render throws.
 */
export function BootScripts() {
  const parts = flatten(Scripts({}))
  if (parts.length === 0) return null
  const links = parts.filter(({ type, props }) => type === 'link' && props.rel === 'modulepreload')
  const modules = parts.filter(({ type, props }) => type === 'script' && props.type === 'module')
  const [start] = modules
  if (links.length === 0 || !start || modules.length > 1) throw new Error('React Router’s <Scripts> has changed: BootScripts must follow')
  const { nonce, dangerouslySetInnerHTML } = start.props
  return (
    <>
      {parts.filter((part) => !links.includes(part) && part !== start)}
      <script
        id="boot"
        type="text/boot"
        nonce={nonce}
        suppressHydrationWarning
        data-modules={links.map(({ props }) => props.href).join(' ')}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React Router's own text, as it gave it
        dangerouslySetInnerHTML={dangerouslySetInnerHTML}
      />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: one constant text of ours, allowed by its nonce or hash */}
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />
    </>
  )
}

function flatten(node: ReactNode): ReactElement<Props>[] {
  return Children.toArray(node).flatMap((child) => {
    if (!isValidElement<Props>(child)) return []
    return child.type === Fragment ? flatten(child.props.children) : [child]
  })
}
