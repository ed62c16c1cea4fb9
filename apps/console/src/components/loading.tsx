import { useTexts } from '../app/console-context.js'

/** @param props.what what comes, for those who hear the page */
export function Loading({ what }: { readonly what: string }) {
  const { common } = useTexts()
  return (
    <div className="lp-loading" role="status">
      <span className="lp-hidden">{common.loading(what)}</span>
      <i />
      <i />
      <i />
    </div>
  )
}
