/** Where bare words are code rather than values. */
export const CODE =
  /\.(?:[cm]?[jt]sx?|py[iw]?|rb|go|rs|t|java|kts?|cs|c|cc|cpp|h|hpp|php|swift|scala|pl|pm|lua|dart|groovy|vue|svelte|ex|exs|erl|hs|clj|r|m|mm|sql|vb|fs|css|scss|less|html?|erb|ejs|jsp|cshtml|bats|graphql|proto|vim|el|lisp|scm|tcl|tm|jl|pas|bas|awk|f90)$/i
/** Where a program keeps the passwords that it uses, however weak they are. */
export const KEPT =
  /^(?!(?:.*\/)?(?:tests?|__tests__|specs?|fixtures?|testdata|examples?|samples?|docs?)\/).*(?<![^/])(?:[._]netrc|\.pgpass|pgpass\.conf|\.my(?:login)?\.cnf|\.[em]?smtprc|\.(?:fetchmail|getmail|offlineimap|mbsync|mutt|lftp|wget|curl)rc|\.git-credentials|\.ftpconfig|ftpsync\.settings|\.?remote-sync\.json|\.?sftp(?:-config)?\.json|deployment-config\.json|webservers\.xml|(?:dbeaver-)?data-sources\.xml|robo(?:mongo|3t)\.json|(?:recentservers|sitemanager|filezilla)\.xml|winscp\.ini|ventrilo_srv\.ini|\.s3cfg|\.tugboat|\.pypirc|\.dockercfg|\.?smbcredentials|tomcat-users\.xml|\.m2\/settings\.xml|wpa_supplicant[\w.-]*\.conf|\.nmconnection|sasl_passwd|(?:chap|pap)-secrets|ipsec\.secrets|nuget\.config|(?:wp-)?config\.php|config\.inc\.php|localsettings\.php)$/i
/** Where people write sentences. */
export const PROSE =
  /\.(?:mdx?|markdown|rst|adoc|txt|tex|html?|log|eml|srt|po)$|(?:^|\/)(?:README|CHANGELOG|LICENSE|NOTICE|AUTHORS)\b/i
/** Packages of others, as they are installed. */
export const INSTALLED = /(?:^|\/)(?:node_modules|site-packages|\.cargo\/registry)\//
/** Code that is written to hold settings. */
export const SETTINGS =
  /(?:^|[/._-])(?:config(?:uration)?|settings?|database|secrets?|credentials?|parameters|connection|env(?:ironment)?|prod(?:uction)?)\.(?:[cm]?[jt]s|py|rb|php|exs|groovy|lua|pl)$/i
/** Where "password" is a word to be shown. */
export const TRANSLATION =
  /(?:^|\/)(?:locales?|i18n|l10n|lang|langs|languages?|translations?|messages|intl|nls)(?:\/|[._-])|(?:^|[/._-])[a-z]{2}(?:[-_][A-Za-z]{2,4})?\.(?:json|ya?ml|po|pot|properties|arb|strings|xlf|resx)$/i
/** Where hashes stand beside names of packages. */
export const GENERATED =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|composer\.lock|Cargo\.lock|poetry\.lock|Pipfile\.lock|uv\.lock|go\.sum|Gemfile\.lock|flake\.lock|bun\.lockb?|deno\.lock|Package\.resolved)$|\.svg$/i

const LINE_REACH = 200

/** The line around a match, cut at `LINE_REACH` units on each side: the line of minified code is the file. */
export function lineAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - LINE_REACH), start)
  const after = text.slice(end, end + LINE_REACH)
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + after.split('\n', 1)[0]
}
