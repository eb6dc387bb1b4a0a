/** Plain, in the system's own fonts and its light or dark setting. Every pair of colours has a contrast of 4.5 or more. */
export const style = `
:root { color-scheme: light dark; --text: #1a1a1a; --soft: #595959; --page: #fff; --box: #f5f5f5; --line: #c4c4c4;
  --critical: #a8071a; --high: #b23c00; --medium: #7a5200; --low: #00566b; --link: #0b57d0; --mark: #ffe58f }
@media (prefers-color-scheme: dark) { :root { --text: #ececec; --soft: #b0b0b0; --page: #161616; --box: #222;
  --line: #555; --critical: #ff8f8f; --high: #ffab7a; --medium: #f2cc60; --low: #7fd6ea; --link: #9ecbff; --mark: #6b5600 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif }
[hidden] { display: none !important }
a { color: var(--link) }
.skip { position: absolute; left: -100vw }
.skip:focus { position: static }
.soft, dt { color: var(--soft) }
.warning { border-left: .3rem solid var(--critical); padding-left: .7rem; font-weight: 600 }
code, pre { font: .9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
pre { white-space: pre-wrap; background: var(--box); padding: .5rem .7rem; margin: .5rem 0 }
mark { background: var(--mark); color: inherit; font-weight: 700 }
form { display: flex; flex-wrap: wrap; gap: .7rem; align-items: end; margin: 1rem 0 }
label { display: flex; flex-direction: column; font-size: .9rem; color: var(--soft); max-width: 100% }
select, input, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--soft);
  border-radius: .2rem; padding: .3rem .5rem; max-width: 20rem }
article { border: 1px solid var(--line); border-left: .4rem solid var(--kind); border-radius: .2rem; padding: .2rem 1rem;
  margin: 1rem 0; content-visibility: auto; contain-intrinsic-size: auto 14rem }
h3 { margin: .6rem 0 .2rem; font-size: 1.05rem }
.severity { color: var(--kind); text-transform: uppercase; font-size: .85rem; margin-right: .5rem }
.critical { --kind: var(--critical) } .high { --kind: var(--high) } .medium { --kind: var(--medium) } .low { --kind: var(--low) }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .1rem 1rem; margin: .5rem 0 }
dd { margin: 0; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .2rem .7rem .2rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
td { white-space: nowrap }
td.bar { width: 35%; padding-right: 0 }
svg { display: block; width: 100%; height: .9rem; background: var(--box) }
rect { fill: var(--kind) }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } td.bar, th.bar { display: none } }
@media print { form { display: none } article { break-inside: avoid } }
`
