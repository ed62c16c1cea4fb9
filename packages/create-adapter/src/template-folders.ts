/** What of the template's package becomes part of a new adapter. */
export const templateFolders = ['src', 'fake', 'conformance'] as const
