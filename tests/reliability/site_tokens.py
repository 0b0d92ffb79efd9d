"""What means something in HTML and JavaScript, for the fuzzer of sites to put where it doesn't belong.

>>> "<script" in TOKENS, "${" in TOKENS
(True, True)
"""

from __future__ import annotations

_SIGNS = (
    *("\0", "\x01", "\t", "\n", "\x0b", "\f", "\r", "\r\n", "\x1b[31m", " ", "\x7f", "\x85", "\xa0", "\u200b", "\u2028"),
    *("\u2029", "\u202e", "\ufeff", "\ufffe", "\uffff", "\ud800", "\udfff", "\ud83d\ude00", "😀", "\U0010ffff", "é", "İ"),
    *("'", '"', "`", "\\", "<", ">", "&", "/", "=", "!", "?", ":", ";", ",", ".", "#", "(", ")", "[", "]", "{", "}", "-"),
)
_HTML = (
    *("<script", "<script>", "</script>", "</script", "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>", "<?", "<?xml "),
    *("<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE html>", "<svg>", "</svg>", "<math>", "<desc>", "<title>"),
    *("</title>", "<textarea>", "</textarea>", "<template>", "</template>", "<noscript>", "<style>", "<plaintext>"),
    *("<form>", "</form>", "<input name=rtp>", "<iframe id=rtp>", "<base href=//x>", "<base href='javascript:'>"),
    *("<meta charset=utf-16>", "<meta charset=shift_jis>", "<meta charset=utf-7>", "<meta charset=replacement>"),
    *("<meta charset=iso-2022-jp>", "<meta charset=x-user-defined>", "<meta charset=hz-gb-2312>", "<meta charset='"),
    "<meta http-equiv=Content-Security-Policy content=\"script-src 'self' 'sha256-a' 'nonce-b' 'unsafe-hashes'\">",
    "<meta http-equiv=content-type content='text/html; charset=",
    *("<script src=case.js></script>", "<script src='", "<script src=//[>", "<script src=http://[::1>", "<script async "),
    *("<script type=module>", "<script type=text/template>", "<script nomodule>", "<a onclick='", '<button onclick="'),
    *(" onclick=", ' onclick="rtp(', " ONCLICK='", " id=a", " id=rtp", " name=rtp", " data-rtp-event=", " href='"),
    *(" data-rtp-event=sale", "<a href=javascript:rtp()>", " href=\"java&#10;script:rtp(%27send%27,'event'", "%", "%27"),
    *("%zz", "%ff", "&#", "&#x", "&#0;", "&#39;", "&#x27", "&quot;", "&apos;", "&amp", "&#128;", "&#xd800;"),
    *("&#1114112;", "&#99999999999;", "&notit;", "&NotEqualTilde;", "&lt;script&gt;", "</a>", "</button>", "<b>", "</p>"),
)
_JAVASCRIPT = (
    *("rtp", "rtp(", "rtp('send', 'event', { value: 'a' });", "rtp('send','event',", "{value:", "value", "window.rtp"),
    *("parent.", "window", "var ", "let ", "const ", "function ", "return ", "if (", "else ", "for (", "while(", "switch("),
    *("case ", "class ", "extends ", "static {", "new ", "typeof ", "delete ", "void ", "await ", "async ", "yield ", "=>"),
    *("...", "?.", "??", "||", "&&", "++", "--", "**", ">>>", "=", "==", "===", "+=", "+", "?", " : ", "${", "`${", "}`"),
    *("/", "//", "/*", "*/", "/[/", "<!-- ", "\n--> ", "#!", "#x", "@", "import ", "export ", "import(", "super", "this"),
    *("arguments", ".push(", ".q", "rtp.q.push(['send', 'event'])", ".apply(", ".call(null, ", ".bind(", "eval(", "with("),
    *("'a' + ", "[]", "['a', 'b']", ", , ", "[,]", "{}", "{ rtp }", "var { rtp } = window;", "var { rtp: r = 1 } = window;"),
    *("(function (a) {", "})(rtp);", "(r => r('send', 'event', 'a'))(rtp)", "d.value = 'x';", "var d = {};", "d['value']"),
    *("rtp`a`", "rtp?.('send')", "new rtp", "rtp()()", "get value() {}", "async value() {}", "*value() {}", "value() {}"),
    *("[`value`]: ", '"value": ', "'\\u0076alue': ", "r\\u0074p(", "\\u{1f600}", "\\u{", "\\u{110000}", "\\ud800", "\\x4"),
    *("\\8", "\\0", "\\\n", "\\\u2028", "0x", "1n", "1_0", ".5", "1e400", "undefined", "null", "NaN", "label:", "try {"),
    *("} catch {", "} catch ({ rtp }) {", "do ", "debugger", "<a>", "</a>", "<>", "<a b={", "let let", "async async", "of "),
)
_OURS = (
    *("{{ x }}", "{% x %}", "<?php echo 1 ?>", "<%= x %>", "::error::x", "##[error]", "%s", "{0}", "Sale", "shoes"),
    *("Sale: shoes", "a" * 300, "𝒳" * 70, "rtp " * 50),
)

TOKENS = (*_SIGNS, *_HTML, *_JAVASCRIPT, *_OURS)

BRACKETS: tuple[tuple[bytes, bytes], ...] = (
    *((b"(", b")"), (b"[", b"]"), (b"{", b"}"), (b"({a:", b"})"), (b"`${", b"}`"), (b"a?", b":b"), (b"a?b:", b"")),
    *((b"!", b""), (b"'a'+", b""), (b"(function(){", b"})()"), (b"a=>", b""), (b"async(", b")"), (b"[...", b"]")),
    *((b"<b>", b"</b>"), (b"<svg>", b"</svg>"), (b"<a onclick='", b"'>"), (b"<!--", b"-->"), (b"<script>", b"</script>")),
    *((b"<template>", b"</template>"), (b"&amp;", b""), (b"\\", b""), (b'"', b'"'), (b"if(a){", b"}"), (b"\xef\xbb\xbf", b"")),
)

HOSTILE = (
    *(b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xferp", b"\xfe\xff\0r\0t\0p\0(\xd8\0", b"\xff\xfe\0\0"),
    *(b"\xc3", b"\xed\xa0\x80", b"\xed\xa0\x80\xed\xb0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"rtp\xff\xfe", b"\0rtp(\0"),
    *(b"rtp", b"rtp(", b"rtp('send','event',{value:'\xed\xa0\x80'})", b"<script>rtp('send', 'event', {value: 'a\xff'})"),
    b"<meta charset=shift_jis><script>rtp('send','event',{value:'\x83\x5c'})</script>",
    b"<meta charset=gb18030><script>rtp('send','event',{value:'\x81\x30\x81\x30'})</script>",
    b"<meta charset=utf-16><script>rtp('send','event',{value:'\xc3\xa9'})</script>",
    b"<?xml version='1.0' encoding='iso-2022-jp'?><a onclick=\"rtp('send','event',{value:'\x1b$B'})\"/>",
    b"<script>" * 50 + b"rtp" + b"</script>" * 50,
    b"<a onclick='rtp(&#39;send&#39;,&#39;event&#39;,{value:&#39;x&#39;})'>x",
)
"""Small files that are spoiled already."""
