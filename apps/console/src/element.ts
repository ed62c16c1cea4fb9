import { defineConsoleElement } from './embedded/console-element.js'

defineConsoleElement()
