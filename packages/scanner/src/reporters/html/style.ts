/** Plain, in the system's own fonts and its light or dark setting. Every pair of colours has a contrast of 4.5 or more. */
export const style = `
:root { color-scheme: light dark; --text: #1a1a1a; --soft: #595959; --page: #fff; --box: #f5f5f5; --line: #c4c4c4;
  --critical: #a8071a; --high: #b23c00; --medium: #7a5200; --low: #00566b; --link: #0b57d0; --mark: #ffe58f }
@media (prefers-color-scheme: dark) { :root { --text: #ececec; --soft: #b0b0b0; --page: #161616; --box: #242424;
  --line: #555; --critical: #ff8f8f; --high: #ffab7a; --medium: #f2cc60; --low: #7fd6ea; --link: #9ecbff; --mark: #6b5600 } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif }
[hidden] { display: none !important }
a { color: var(--link) }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .1rem }
.skip, .unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
.skip:focus { position: static; clip-path: none; width: auto; height: auto }
h1 { margin: .5rem 0; line-height: 1.2 }
h2 { margin: 2rem 0 .5rem }
header p { margin: .3rem 0 }
.verdict { font-size: 1.15rem; font-weight: 600 }
.soft, dt, figcaption { color: var(--soft) }
.warning { border-left: .3rem solid var(--critical); padding-left: .7rem; font-weight: 600 }
code, pre { font: .9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
pre { white-space: pre-wrap; background: var(--box); padding: .5rem .7rem; margin: .5rem 0; border-radius: .2rem }
mark { background: var(--mark); color: inherit; font-weight: 700 }
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .7rem; align-items: end;
  margin: 1.5rem 0 0; padding: .8rem 1rem; background: var(--box); border-radius: .2rem }
label { display: flex; flex-direction: column; font-size: .9rem; color: var(--soft); min-width: 0 }
select, input, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--soft);
  border-radius: .2rem; padding: .3rem .5rem; width: 100%; height: 2.2rem }
button { cursor: pointer }
output { grid-column: 1 / -1; color: var(--text) }
article { border: 1px solid var(--line); border-left: .4rem solid var(--kind); border-radius: .2rem; padding: .2rem 1rem;
  margin: 1rem 0; content-visibility: auto; contain-intrinsic-size: auto 17rem }
article:target { outline: .15rem solid var(--link) }
h3 { margin: .6rem 0 .2rem; font-size: 1.05rem; overflow-wrap: anywhere }
.severity { color: var(--kind); text-transform: uppercase; font-size: .85rem; margin-right: .5rem }
.critical { --kind: var(--critical) } .high { --kind: var(--high) } .medium { --kind: var(--medium) } .low { --kind: var(--low) }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: .1rem 1rem; margin: .5rem 0 }
dd { margin: 0; overflow-wrap: anywhere; min-width: 0 }
summary { cursor: pointer; margin: .7rem 0 }
ol { padding-left: 1.5rem }
details ol { list-style: none; margin: 0; padding: 0 }
details li { border-top: 1px solid var(--line); padding: .4rem 0 .6rem; display: flex; flex-wrap: wrap; gap: 0 1rem;
  justify-content: space-between; overflow-wrap: anywhere }
svg { display: block; width: 100% }
li svg { height: .8rem; margin-top: .2rem; background: var(--box) }
rect { fill: var(--kind) }
.gone rect { fill-opacity: .45 }
line { stroke: var(--line); stroke-width: 1 }
.axis { height: 1.3rem }
.axis text { fill: var(--soft); font-size: .8rem; text-anchor: middle }
figure { margin: 0 }
.exposure { height: 5rem; background: var(--box) }
.exposure path { fill: var(--soft) }
figcaption { font-size: .9rem; margin-top: .2rem }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } dt { font-size: .85rem; margin-top: .3rem } .axis text:nth-child(even) { display: none } }
@media print { form, .skip { display: none } article { break-inside: avoid; content-visibility: visible } }
`
