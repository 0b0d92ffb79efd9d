// Written without semicolons: the parser takes two statements for one.
declare const rtp: any

let name = 'Before'
const target = window as any
[target].forEach((one) => { name = 'After' })

rtp('send', 'event', { value: name })
