/** Shows the filters, which without it are hidden, and hides what they leave out. */
export const script = `
'use strict'
const form = document.getElementById('filters')
const count = document.getElementById('count')
const none = document.getElementById('none')
const total = document.querySelectorAll('article').length
const items = [...document.querySelectorAll('[data-rule]')]
const levels = ['low', 'medium', 'high', 'very-high']
const apply = () => {
  const wanted = Object.fromEntries(new FormData(form))
  const path = wanted.path.toLowerCase()
  const least = levels.indexOf(wanted.confidence)
  let shown = 0
  for (const item of items) {
    const has = item.dataset
    const fits = ['rule', 'author', 'owner', 'severity'].every((name) => !wanted[name] || wanted[name] === has[name]) &&
      levels.indexOf(has.confidence) >= least && has.path.toLowerCase().includes(path)
    item.hidden = !fits
    if (fits && item.localName === 'article') shown++
  }
  none.hidden = shown > 0
  count.textContent = shown + ' of ' + total + ' findings shown'
}
form.addEventListener('input', apply)
form.addEventListener('reset', () => setTimeout(apply))
form.addEventListener('submit', (event) => event.preventDefault())
form.hidden = false
apply()
`
