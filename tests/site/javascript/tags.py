"""The RTP tag in all its forms, broken ones, and code that only looks like it."""

from __future__ import annotations

TAG = """(function(c,h,a,f,i,e){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
 c[a].a=i;c[a].e=e;var g=h.createElement("script");g.async=true;g.type="text/javascript";
 g.src=f+'?aid='+i;var b=h.getElementsByTagName("script")[0];b.parentNode.insertBefore(g,b);
 })(window,document,"rtp","//sjrtp-cdn.marketo.com/rtp-api/v1/rtp.js","account_id");
rtp('send','view'); rtp('get', 'campaign',true);"""

_STUB = "c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)}"

TAGS = (
    TAG,
    TAG.replace("\n", ""),
    TAG.replace(" })(window", "}(window").replace('"account_id");', '"account_id"));'),
    TAG.replace("(function", "!function", 1).replace(" })(window", "}(window"),
    TAG.replace("function(c,h,a,f,i,e)", "(c,h,a,f,i,e)=>"),
    TAG.replace("c[a]", "win[name]").replace("(c,h,a,", "(win,h,name,"),
    f"if (!/bot/.test(navigator.userAgent)) {{ {TAG} }}",
    f"<!--\n{TAG}\n//-->",
    # The name as the fifth argument.
    (
        "(function(i,s,o,g,r,a,m){i['RtpObject']=r;i[r]=i[r]||function(){(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1;"
        "a=s.createElement(o),m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)})"
        "(window,document,'script','//x/rtp.js','rtp');"
    ),
    # Without a loader.
    f"(function(c,a){{{_STUB}}})(window,'rtp')",
    f"(function(a){{var c=window;{_STUB}}})('rtp')",
    f"(function(){{var c=window,a='rtp';{_STUB}}})()",
    "window.rtp = window.rtp || function () { (window.rtp.q = window.rtp.q || []).push(arguments); };",
    "window['rtp'] = window['rtp'] || function () { (window['rtp']['q'] = rtp['q'] || []).push(arguments); };",
    "window.rtp = window.rtp || function () { rtp.q = rtp.q || []; rtp.q.push(arguments); };",
    "window.rtp = window.rtp || function () { var q = window.rtp.q = window.rtp.q || []; q.push(arguments); };",
    "var calls; window.rtp = window.rtp || function () { calls = rtp.q = rtp.q || []; calls.push(arguments) };",
    "var rtp = rtp || function () { (rtp.q = rtp.q || []).push(arguments) }",
    "var rtp = window.rtp || function () { (rtp.q = rtp.q || []).push(arguments) }",
    "window.rtp ||= function () { (rtp.q ||= []).push(arguments) }",
    "window.rtp = window.rtp ?? function () { (rtp.q ??= []).push(arguments) }",
    "window.rtp = window.rtp || function (...args) { (rtp.q = rtp.q || []).push(args) }",
    "window.rtp = window.rtp || ((...args) => { (rtp.q = rtp.q || []).push(args) })",
    "window.rtp = window.rtp || ((...args) => (rtp.q = rtp.q || []).push([...args]))",
    "window.rtp = window.rtp || function () { (rtp.q = rtp.q || []).push([].slice.call(arguments)) }",
    "window.rtp = window.rtp || function () { (rtp.q = rtp.q || []).push(Array.from(arguments)) }",
    "window.rtp = window.rtp || function () { var push = [].push; (rtp.q = rtp.q || []).push(arguments) }",
    "if (!window.rtp) { window.rtp = function () { (rtp.q = rtp.q || []).push(arguments) } }",
    "function rtp() { (rtp.q = rtp.q || []).push(arguments) }",
    "self.rtp = self.rtp || function () { (self.rtp.q = self.rtp.q || []).push(arguments) }",
)
"""Tags that queue the calls of the function."""

_LOST = "window.rtp = window.rtp || {};"

BROKEN_TAGS = (
    TAG.replace("push(arguments)", "push()"),
    TAG.replace("push(arguments)", "push(arguments[0])"),
    TAG.replace("push(arguments)", "push(arguments, 1)"),
    TAG.replace("push(arguments)", "push(c)"),
    TAG.replace("function(){(c[a]", "()=>{(c[a]"),
    TAG.replace("(c[a].q=c[a].q||[]).push(arguments)", ""),
    TAG.replace("(c[a].q=c[a].q||[]).push(arguments)", "/* (c[a].q=c[a].q||[]).push(arguments) */"),
    TAG.replace("(c[a].q=c[a].q||[]).push(arguments)", "(c[a].p=c[a].p||[]).push(arguments)"),
    TAG.replace("c[a]||function", "function").replace("push(arguments)", "push()"),
    *(
        _LOST.replace("{}", function)
        for function in (
            "function () {}",
            "() => {}",
            "function (a, b) { (rtp.q = rtp.q || []).push(a, b) }",
            "function (...args) { (rtp.q = rtp.q || []).push(...args) }",
            "function () { window.dataLayer.push(arguments) }",
            "function () { (rtp.q = rtp.q || []).push([1, arguments]) }",
            "function () { console.log('no rtp') }",
        )
    ),
)
"""Tags that lose them."""

NO_TAGS = (
    TAG.replace('"rtp"', '"ga"'),
    TAG.replace('(window,document,"rtp"', '(x,document,"rtp"'),
    "function rtp(a, b) { console.log(a) }",
    "function rtp() { send(arguments) }",
    "window.rtp = function () { return 1 }",
    "window.rtp = window.rtp || send",
    "window.rtp = window.rtp || function () { send(arguments) }",
    "window.rtp = window.rtp || function () { (rtp.q = rtp.q || [])[rtp.q.length] = arguments }",
    "x.rtp = x.rtp || function () { (rtp.q = rtp.q || []).push(arguments) }",
    "var rtp; let x = 'rtp'; f('rtp'); (function () {})('rtp'); rtp += 1",
    "(function (a) { a.b = a; f(a) })('rtp')",
    "function f(rtp) { rtp = rtp || function () {} }",
)
"""Code that is not a tag: another global, or a complete function."""
