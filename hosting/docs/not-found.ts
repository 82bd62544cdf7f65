// The page of an address that does not exist. It is one file for everybody, so it speaks both
// languages. It has no script, so its colours are the system's.
import { bolt, type PageAssets } from "./layout.ts";

export function renderNotFound({ style }: PageAssets): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>404 · meetogram</title>
<meta name="robots" content="noindex" />
<meta name="theme-color" content="#fbf5ea" media="(prefers-color-scheme: light)" />
<meta name="theme-color" content="#17130f" media="(prefers-color-scheme: dark)" />
<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="${style}" />
</head>
<body class="not-found">
<main data-testid="not-found">
${bolt}
<section><h1>There is nothing at this address</h1>
<p>Check the link, or ask whoever sent it to send it again.</p>
<p><a class="go" href="/">Start a meeting</a></p></section>
<section lang="ru"><h2>По этому адресу ничего нет</h2>
<p>Проверьте ссылку или попросите прислать её ещё раз.</p>
<p><a class="go" href="/">Начать встречу</a></p></section>
</main>
</body>
</html>
`;
}
