import { useParams } from '@tanstack/react-router'

/** The integration type that the page is about: `Xero`. */
export function useType(): string {
  return useParams({ from: '/$type' }).type
}
