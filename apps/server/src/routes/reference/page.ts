/** Everything is relative, so that it is found behind a proxy with a prefix too. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ledgerpost reference</title>
<link rel="icon" href="data:,">
</head>
<body>
<div id="reference"></div>
<noscript>This page needs JavaScript. The same is in <a href="openapi.json">openapi.json</a>.</noscript>
<script src="reference/scalar.js"></script>
<script src="reference/start.js"></script>
</body>
</html>
`

export const startScript = `Scalar.createApiReference('#reference', {
  url: 'openapi.json',
  // Fonts, the proxy for calls, the registry and telemetry would all be somebody else's.
  withDefaultFonts: false,
  proxyUrl: '',
  telemetry: false,
  hideClientButton: true,
  mcp: { disabled: true },
  agent: { disabled: true },
  showDeveloperTools: 'never',
  persistAuth: false,
})
`

/**
 * Nothing is loaded from elsewhere, nothing is sent elsewhere. The bundle makes its style sheets itself, and
 * draws with styles of elements and with images of its own in data: addresses.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
