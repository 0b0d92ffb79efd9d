// --- if and else
if (document.x) rtp('send', 'event', {value: 'A'}); else rtp('send', 'event', {value: 'B'});
// --- a condition that sends
if (rtp('send', 'event', {value: 'A'})); else rtp('send', 'event', {value: 'B'});
// --- a guard
if (window.rtp) rtp('send', 'event', {value: 'A'});
if (typeof rtp === 'function') { rtp('send', 'event', {value: 'B'}) }
window.rtp && rtp('send', 'event', {value: 'C'});
typeof rtp !== 'undefined' && rtp('send', 'event', {value: 'D'});
// --- a guard that ends
(function () { if (!window.rtp) return; rtp('send', 'event', {value: 'A'}) })();
// --- a value by a condition
var v;
if (document.x) v = 'A'; else v = 'B';
rtp('send', 'event', {value: v});
// --- a value by a condition that is let
let v = 'A';
if (!document.x) { v = 'B' }
rtp('send', 'event', {value: v});
// --- a value in each branch
if (document.x) { var v = 'A'; rtp('send', 'event', {value: v}) } else { var v = 'B'; rtp('send', 'event', {value: v}) }
// --- a value behind a return
function track() { if (!document.x) return; var v = 'A'; rtp('send', 'event', {value: v}) }
track();
// --- a value behind a break
do { if (!document.x) break; var v = 'A' } while (0);
rtp('send', 'event', {value: v});
// --- a value behind a break that is taken
do { if (document.x) break; var v = 'A' } while (0);
rtp('send', 'event', {value: v});
// --- a value in a labelled block that is left
out: { if (document.x) break out; var v = 'A' }
rtp('send', 'event', {value: v});
// --- a call in a labelled block
out: { rtp('send', 'event', {value: 'A'}); break out; rtp('send', 'event', {value: 'no'}) }
// --- loops
for (var i = 0; i < 2; i++) rtp('send', 'event', {value: 'A'});
while (i-- > 1) rtp('send', 'event', {value: 'B'});
do rtp('send', 'event', {value: 'C'}); while (0);
// --- a loop with a counter
for (var i = 0; i < 2; i++) rtp('send', 'event', {value: 'A' + i});
// --- a loop over a list
for (const v of ['A', 'B']) rtp('send', 'event', {value: v});
for (var w of ['C']) rtp('send', 'event', {value: w});
rtp('send', 'event', {value: w});
// --- a loop over keys
for (const v in {A: 1, B: 2}) rtp('send', 'event', {value: v});
// --- a loop over pairs
for (const [key, {v}] of [['x', {v: 'A'}]]) rtp('send', 'event', {value: v});
// --- a loop with a call in its head
for (rtp('send', 'event', {value: 'A'}); rtp('send', 'event', {value: 'B'});) {}
for (var i = 0; i < 2; i++, rtp('send', 'event', {value: 'C'}));
// --- a loop with a value in its head
for (var v = 'A', i = 0; i < 1; i++) rtp('send', 'event', {value: v});
for (let v = 'A'; v.length < 3; v += 'B') rtp('send', 'event', {value: v});
// --- a loop that sets at its end
for (var i = 0, v; i < 2; i++) { if (v) rtp('send', 'event', {value: v}); v = 'A' }
// --- a loop that sets twice
for (var i = 0; i < 2; i++) { var v = 'A'; rtp('send', 'event', {value: v}); v = 'B'; rtp('send', 'event', {value: v}) }
// --- a loop that sets an object
for (var i = 0; i < 2; i++) { var d = {value: 'A'}; rtp('send', 'event', d); d.value = 'B' }
// --- a loop over an object that is changed
var d = {value: 'A'};
for (var i = 0; i < 2; i++) { rtp('send', 'event', d); d = {value: 'B'} }
// --- a loop that goes on
for (var i = 0; i < 3; i++) { if (i < 2) continue; rtp('send', 'event', {value: 'A'}) }
// --- a loop in a loop
outer: for (const a of ['A', 'B']) for (const b of ['C', 'D']) { if (b === 'D') continue outer; rtp('send', 'event', {value: a + b}) }
// --- a while that sets in its head
var v, list = ['A', 'B'];
while (v = list.shift()) rtp('send', 'event', {value: v});
// --- a do that sets
var v = 'A';
do { rtp('send', 'event', {value: v}); v += 'B' } while (v.length < 3);
// --- a while in which the call comes first
var v = 'A', n = 0;
while (n++ < 2) { rtp('send', 'event', {value: v}); var v = 'B' }
// --- switch
switch (document.x) { case 1: rtp('send', 'event', {value: 'A'}); break; default: rtp('send', 'event', {value: 'B'}) }
// --- switch that falls through
switch (1) { case 1: rtp('send', 'event', {value: 'A'}); case 2: rtp('send', 'event', {value: 'B'}); break; case 3: rtp('send', 'event', {value: 'no'}) }
// --- switch with calls in its cases
switch (undefined) { case rtp('send', 'event', {value: 'A'}): rtp('send', 'event', {value: 'B'}) }
// --- switch with a value that falls through
switch (2) { case 1: var v = 'A'; case 2: rtp('send', 'event', {value: 'x' + v}) }
// --- switch with a value before
switch (1) { case 1: var v = 'A'; rtp('send', 'event', {value: v}) }
// --- switch that gives back
function name(x) { switch (x) { case 1: return 'A'; default: return 'B' } }
rtp('send', 'event', {value: name(1)});
// --- try
try { rtp('send', 'event', {value: 'A'}); throw 1 } catch (e) { rtp('send', 'event', {value: 'B'}) } finally { rtp('send', 'event', {value: 'C'}) }
// --- try without a name
try { missing } catch { rtp('send', 'event', {value: 'A'}) }
// --- try with a value that isn't set
try { missing(); var v = 'A' } catch (e) { rtp('send', 'event', {value: 'x' + v}) }
// --- try with a value that is set
try { var v = 'A' } finally { rtp('send', 'event', {value: v}) }
// --- try that gives back
function f() { try { return 'A' } finally { rtp('send', 'event', {value: 'B'}) } }
rtp('send', 'event', {value: f()});
// --- a value in try and its call after it
try { missing(); var d = {value: 'A'} } catch (e) {}
rtp('send', 'event', d || {value: 'B'});
// --- and, or
document.x && rtp('send', 'event', {value: 'A'});
!document.x || rtp('send', 'event', {value: 'B'});
null ?? rtp('send', 'event', {value: 'C'});
// --- choices
document.x ? rtp('send', 'event', {value: 'A'}) : rtp('send', 'event', {value: 'B'});
// --- commas
document.x, rtp('send', 'event', {value: 'A'}), rtp('send', 'event', {value: 'B'});
// --- no semicolons
var v = 'A'
rtp('send', 'event', {value: v})
;[1].forEach(() => rtp('send', 'event', {value: v}))
;(function () { rtp('send', 'event', {value: 'B'}) })()
// --- a semicolon that is missing
var f = function (g) { return function (h) { return g } }
(rtp('send', 'event', {value: 'A'}))
var v = 'B'
// --- a return that ends too early
function f() {
  return
  rtp('send', 'event', {value: 'no'})
}
f()
rtp('send', 'event', {value: 'A'})
// --- code that is never reached
if (false) rtp('send', 'event', {value: 'no'});
0 && rtp('send', 'event', {value: 'no'});
rtp('send', 'event', {value: 'A'});
// --- a debugger and a directive
'use strict';
debugger;
rtp('send', 'event', {value: 'A'});
// --- HTML comments
<!-- rtp('send', 'event', {value: 'no'})
rtp('send', 'event', {value: 'A'});
--> rtp('send', 'event', {value: 'no'})
// --- a regular expression that looks like a comment
var r = /[/]*'/; rtp('send', 'event', {value: 'A'}); var s = 1 / 2 / 3; // '/
// --- an error ends the program
rtp('send', 'event', {value: 'A'});
throw new Error('x');
rtp('send', 'event', {value: 'no'});
// --- an error before the value is set
try { later() } catch (e) {}
function later() { missing(); v = 'A' }
var v;
rtp('send', 'event', {value: 'x' + v});
