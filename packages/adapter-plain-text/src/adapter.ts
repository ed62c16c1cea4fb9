import * as promises from 'node:fs/promises'
import { join } from 'node:path'
import { type Adapter, type ConnectionContext, LedgerpostError } from '@ledgerpost/core'
import { z } from 'zod'
import { type PlainTextSettings, plainTextSettings } from './accounts/settings.js'
import { Books } from './books/books.js'
import type { FileSystem } from './books/file-system.js'
import { folderName } from './books/folder-name.js'
import { createTurns } from './books/turns.js'
import { connectionTo } from './connection.js'
import { plainTextManifest } from './manifest.js'
import { render } from './render/render.js'

export interface PlainTextOptions {
  /** Where the books lie, one folder for each subscriber. It is made when it is missing. */
  readonly rootDirectory: string
  /** For injecting faults. Default: `node:fs/promises`. */
  readonly fileSystem?: FileSystem
}

/** An adapter that keeps books in files for hledger, ledger and beancount. */
export function createPlainTextAdapter({ rootDirectory, fileSystem = promises }: PlainTextOptions): Adapter {
  const turns = createTurns()
  return {
    specVersion: 'v1',
    manifest: plainTextManifest,
    settings: plainTextSettings,
    authorisation: { kind: 'none' },
    connect(context) {
      const { subscriberId, clock, signal, logger } = context
      const settings = readSettings(context)
      const directory = join(rootDirectory, folderName(subscriberId))
      const books = new Books({
        environment: { fileSystem, clock, signal, turns },
        directory,
        settings,
        logger,
      })
      return connectionTo(books, subscriberId, settings)
    },
    render,
  }
}

function readSettings({ settings, subscriberId }: ConnectionContext): PlainTextSettings {
  const reading = plainTextSettings.safeParse(settings ?? {})
  if (reading.success) return reading.data
  throw new LedgerpostError({
    code: 'plain-text-settings',
    message: `The settings of the plain-text books of ${subscriberId} are not valid: ${z.prettifyError(reading.error)}. Link them again.`,
    cause: reading.error,
    details: { subscriberId },
  })
}
