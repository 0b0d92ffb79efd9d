"""Pages and scripts that are made to slow down or break a reader, each as large as needed to show it.

>>> HOSTILE["page-of-less-than"]()[:3]
b'<<<'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_MOST = 5_000_000
"""The size of a page or script in bytes: half of the limit, which shows the same in half the time."""

_MOST_MARKDOWN = 500_000
"""How many characters of Markdown are parsed."""

_CALL = "rtp('send', 'event', { value: 'a' });"
_MENTION = "rtp;"


def _full(piece: str, before: str = "", after: str = "") -> Callable[[], bytes]:
    """A large file of one piece, repeated."""
    times = (_MOST - len(before.encode()) - len(after.encode())) // len(piece.encode())
    return lambda: (before + piece * times + after).encode()  # noqa: PLW0108 (made when it is asked for)


def _times(number: int, piece: str, before: str = "", after: str = "") -> Callable[[], bytes]:
    return lambda: (before + piece * number + after).encode()  # noqa: PLW0108 (made when it is asked for)


def _numbered(number: int, piece: str, before: str = "", after: str = "") -> Callable[[], bytes]:
    """The same, with a number in each piece."""
    return lambda: (before + "".join(piece.format(index) for index in range(number)) + after).encode()  # noqa: PLW0108 (made when it is asked for)


def _nested(number: int, opening: str, closing: str, inside: str = "1", before: str = _MENTION) -> Callable[[], bytes]:
    return lambda: (before + opening * number + inside + closing * number).encode()  # noqa: PLW0108 (made when it is asked for)


def _cut(made: Callable[[], bytes]) -> Callable[[], bytes]:
    return lambda: made()[:_MOST_MARKDOWN]


_PAGES: Mapping[str, Callable[[], bytes]] = {
    # One character, repeated to the end.
    "less-than": _full("<"),
    "tags-that-never-end": _full("<a "),
    "a-tag-of-double-quotes": _full('"', "<a "),
    "comments-that-never-end": _full("<!--"),
    "ampersands": _full("&"),
    "an-attribute-of-ampersands": _full("&", "<a onclick='rtp(", "'>"),
    "spaces": _full(" "),
    "spaces-in-a-tag": _full(" ", "<a rtp", ">"),
    "slashes-in-a-tag": _full("/", "<a rtp", ">"),
    "line-ends": _full("\n"),
    "carriage-returns": _full("\r"),
    "nul": _full("\0"),
    "bad-utf-8": lambda: b"\xff" * _MOST,
    "utf-16": lambda: b"\xff\xfe" + b"\x00\xd8" * (_MOST // 2 - 1),
    "one-line": _full("<p>some text of a page ", f"<script>{_CALL}</script>"),
    # Elements.
    "elements": _full("<b>"),
    "ends": _full("</b>"),
    "scripts": _times(100_000, "<script>"),
    "whole-scripts": _times(100_000, "<script>rtp</script>"),
    "scripts-with-source": _numbered(100_000, "<script src=a{}.js></script>"),
    "scripts-in-comments": _full("<!--<script>", "<script>rtp"),
    "ends-of-scripts": _full("</script", "<script>rtp"),
    "ends-of-comments-in-a-script": _full("--", "<script>rtp<!--<script>"),
    "svg": _times(100_000, "<svg>"),
    "cdata": _full("<![CDATA[", "<svg>"),
    "cdata-that-ends": _full("<![CDATA[x]]>", "<svg>"),
    "titles": _full("<title>"),
    "textareas-that-end": _full("<textarea></textarea>"),
    "ends-of-textareas": _full("</textarea", "<textarea>"),
    "templates": _full("<template>"),
    "forms": _full("<form><input name=rtp>"),
    "links-without-end": _full("<a id=x>"),
    "a-link-of-many-elements": _full("<b>x</b>", "<a data-rtp-event=a>", "</a>"),
    "links-of-inline-elements": _full("<a data-rtp-event=a><b>"),
    "a-link-of-comments": _full("<!---->", "<a data-rtp-event=a>", "</a>"),
    "declarations": _full("<!a>"),
    "instructions": _full("<?xml "),
    "bases": _full("<base href=x>"),
    "policies": _full("<meta http-equiv=content-security-policy content=\"script-src 'none'\">"),
    "one-long-policy": _full("'sha256-a' ", '<meta http-equiv=content-security-policy content="script-src ', '">'),
    "policies-and-handlers": _times(
        2_000,
        '<a onclick="rtp()">',
        "<meta http-equiv=content-security-policy content=\"script-src 'unsafe-hashes' "
        + "'sha256-aaaa' " * 5_000
        + '">',
    ),
    "many-policies-and-handlers": _times(
        20_000, "<meta http-equiv=content-security-policy content=\"script-src 'unsafe-inline'\"><script>rtp</script>"
    ),
    # Attributes.
    "ids-all-alike": _times(100_000, "<p id=a>"),
    "ids-all-different": _numbered(500_000, "<p id=a{}>"),
    "marks": _times(100_000, "<a data-rtp-event=go>Go</a>"),
    "marks-that-nobody-knows": _numbered(100_000, "<a data-rtp-event=go-{}>Go</a>"),
    "class-marks-that-nobody-knows": _numbered(100_000, "<a class=rtp-event--go-{}>Go</a>"),
    "a-class-of-marks": _numbered(250_000, "rtp-event--{} ", "<a class='", "'>"),
    "a-class-of-marks-and-mentions": _full("rtp-event--a rtp send event ", "<a class='", "'>"),
    "attributes": _times(1_000_000, " a", "<a onclick=rtp() ", ">"),
    "attributes-all-different": _numbered(900_000, " a{}", "<a onclick=rtp() "),
    "handlers-on-one-element": _numbered(100_000, " on{}=rtp()", "<a "),
    "a-closed-element-of-attributes": _full(" a=b/", "<svg", ">"),
    "a-long-name-of-an-attribute": _full("a", "<p rtp", ">"),
    "references-in-a-handler": _times(160_000, "&#39;a", '<a onclick="rtp(', '">'),
    "a-reference-of-digits": _full("1", '<a onclick="rtp(&#', ';">'),
    "a-reference-of-letters": _full("a", '<a onclick="rtp(&', ';">'),
    "handlers": _times(100_000, f'<a onclick="{_CALL}">a</a>'),
    "handlers-with-errors": _times(50_000, "<a onclick=\"rtp('send', 'event', { value: 'it's' })\">a</a>"),
    "handlers-all-different": _numbered(100_000, "<a onclick=\"rtp('send','event',{{value:'{}'}})\">a</a>"),
    "an-address-of-escapes": _full("%41", '<a href="javascript:rtp(', '">'),
    "an-address-of-tabs": _full("\t", '<a href="java', 'script:rtp()">'),
    "charsets": _full("<meta charset=x>"),
    "a-long-charset": _full(" ", "<meta http-equiv=content-type content='charset", "'>"),
    "xml": _full(" ", "<?xml encoding", "?>"),
    "xml-scripts": _times(50_000, "<script><![CDATA[ rtp ]]></script>", "<?xml version='1.0'?>"),
    "an-xml-script-of-spaces": _full(" ", "<?xml version='1.0'?><script>rtp", "</script>"),
    "a-script-of-calls": _times(100_000, _CALL, "<script>", "</script>"),
    "a-handler-of-calls": _times(20_000, _CALL, '<a onclick="', '">'),
    # Tags of template engines, and content that isn't read.
    "template-tags": _full("{% if a > 3 %}"),
    "template-tags-that-never-end": _full("{%"),
    "mustaches": _full("{{"),
    "mustaches-that-end": _full("{{a}}"),
    "comments-of-templates": _full("{# "),
    "erb-tags": _full("<%"),
    "erb-comments": _full("<%--"),
    "php-tags": _full("<?php "),
    "php-tags-that-end": _full("<?=a?>"),
    "thymeleaf-tags": _full("[[${"),
    "raw-tags": _full("{% raw %}"),
    "mentions": _full("rtp('send', 'event') "),
    "mentions-in-comments": _full("<!--rtp('send', 'event')-->"),
    "mentions-in-one-attribute": _full("rtp(`send`, `event`) ", '<a @click="', '">'),
    "mentions-in-attributes": _full(""" @a="rtp('send', 'event')" """, "<a ", ">"),
    "mentions-in-a-script": _full("rtp('send', 'event') ", "<script type=a>", "</script>"),
    "mentions-in-elements": _full("<a @a=\"rtp('send', 'event')\">"),
    "template-tags-in-a-script": _times(
        50_000, "{% if a %}rtp('send','event',{value:'a'});{% endif %}", "<script>", "</script>"
    ),
}

_SCRIPTS: Mapping[str, Callable[[], bytes]] = {
    # Brackets that never end, and those that do.
    "parentheses": _times(1_000_000, "(", _MENTION),
    "parentheses-that-end": _nested(1_000_000, "(", ")"),
    "square-brackets": _times(1_000_000, "[", _MENTION),
    "braces": _times(1_000_000, "{", _MENTION),
    "braces-that-end": _nested(500_000, "{", "}", ""),
    "objects": _times(500_000, "({a:", _MENTION),
    "objects-that-end": _nested(200_000, "({a:", "})"),
    "templates": _times(500_000, "`${", _MENTION),
    "templates-that-end": _nested(200_000, "`${", "}`"),
    "functions": _times(200_000, "function f(){", _MENTION),
    "functions-that-end": _nested(50_000, "(function(){", "})()", _CALL, ""),
    "strings-in-functions": _nested(6_600, '(function(){var v="b";', "})()", "rtp('send','event',{value:v});", ""),
    "strings-of-two-lines-in-functions": _nested(6_600, '(function(){"b\\\n";', "})()", _CALL, ""),
    "arrows-that-end": _nested(15_000, "(()=>{", "})()", _CALL, ""),
    "calls-in-calls": _nested(6_600, "rtp('send','event',{value:", "})", "rtp", ""),
    "lists-in-arguments": _times(15_000, "(a,b,'c'),", "rtp;" + "f(" * 400, "0" + ")" * 400),
    "later-functions-that-end": _nested(50_000, "x=function(){", "}", _CALL, ""),
    "async-arrows": _times(300_000, "async a=>", _MENTION),
    "async-parentheses": _times(500_000, "async(", _MENTION),
    "arrow-parameters": _times(500_000, "(a=", _MENTION),
    "classes": _times(200_000, "class A{a=", _MENTION),
    "blocks-around-a-call": _nested(200_000, "if(a){", "}", _CALL, ""),
    "elses": _times(200_000, "if(a)b;else ", _MENTION, _CALL),
    "labels": _times(500_000, "a:", _MENTION, _CALL),
    "switches": _times(100_000, "switch(a){case 1:", _MENTION),
    # Operators.
    "sums": _times(200_000, "'a'+", "rtp('send', 'event', { value: ", "'b' });"),
    "sums-that-never-end": _times(500_000, "'a'+", "rtp("),
    "sums-of-variables": _times(100_000, "a+", "var a = 'x'; rtp('send', 'event', { value: ", "'b' });"),
    "sums-to-the-right": _nested(200_000, "'a'+(", ")", "'b'", "rtp('send', 'event', { value: "),
    "conditions": _times(300_000, "a?b:", _MENTION, "c"),
    "nots": _times(1_000_000, "!", _MENTION, "a"),
    "typeofs": _times(500_000, "typeof ", _MENTION, "a"),
    "commas": _times(1_000_000, "a,", _MENTION, "a"),
    "assignments": _times(500_000, "a=", _MENTION, _CALL),
    "properties": _times(500_000, ".a", _MENTION + "a", ";"),
    "properties-of-rtp": _times(1_000_000, ".rtp", "rtp", ";"),
    "calls-of-calls": _times(500_000, "()", "rtp", ";"),
    "regular-expressions": _times(500_000, "/[/", _MENTION),
    "jsx": _times(200_000, "<a>", _MENTION),
    "jsx-of-braces": _times(100_000, "<a b={", _MENTION),
    "html-comments": _times(200_000, "<!-- rtp\n"),
    "comments-that-never-end": _times(1_000_000, "/*", _MENTION),
    "comments": _times(500_000, "/*rtp*/"),
    "commented-calls": _times(100_000, f"//{_CALL}\n"),
    "strings-that-never-end": _times(500_000, "'\n", _MENTION),
    "backslashes": _times(5_000_000, "\\", _MENTION),
    "a-string-of-backslashes": _times(4_000_000, "\\\\", "rtp('send', 'event', { value: '", "' });"),
    "a-long-string": _full("a", "rtp('send', 'event', { value: '", "' });"),
    "a-long-string-of-surrogates": _full("\\ud800", "rtp('send', 'event', { value: '", "' });"),
    "a-long-escape": _full("0", "rtp('send', 'event', { value: '\\u{", "41}' });"),
    "a-long-name": _full("a", "rtp.", ";"),
    "a-long-number": _full("1", "rtp(", ");"),
    "spaces": _full(" ", "rtp", "('send', 'event', { value: 'a' });"),
    "other-characters": _full("é", "rtp('send', 'event', { value: '", "' });"),
    "nul": _full("\0", _MENTION),
    "unclosed-calls": _times(100_000, "rtp("),
    "mentions": _times(1_000_000, "rtp;"),
    "mentions-in-a-string": _times(1_000_000, "rtp ", "'", "'"),
    # Calls.
    "calls": _times(100_000, _CALL),
    "calls-in-one-line-of-5-mb": _full(_CALL),
    "calls-all-different": _numbered(100_000, "rtp('send','event',{{value:'{}'}});"),
    "calls-in-functions": _times(50_000, f"function f(){{{_CALL}}}"),
    "guarded-calls": _times(50_000, f"if(window.rtp){_CALL}"),
    "calls-in-sequence": _times(100_000, "rtp('send','event',{value:'a'}),", "", "0"),
    "calls-and-errors": _times(100_000, _CALL, "", "("),
    "calls-with-other-characters": _times(50_000, "rtp('send','event',{value:'é'});"),
    "calls-of-one-variable": _times(20_000, "rtp('send','event',{value:a});", "var a='x';"),
    "calls-of-variables-set-again": _times(20_000, "a='x';rtp('send','event',{value:a});", "var a;"),
    "calls-of-one-object": _times(20_000, "rtp('send','event',d);", "var d={value:'x'};"),
    "calls-of-objects-set-again": _times(20_000, "d.value='x';rtp('send','event',d);", "var d={};"),
    "calls-of-other-variables": _numbered(20_000, "var a{0}='x';rtp('send','event',{{value:a{0}}});"),
    "calls-by-other-names": _numbered(20_000, "var r{0}=rtp;r{0}('send','event',{{value:'x'}});"),
    "calls-by-one-other-name": _times(20_000, "r('send','event',{value:'x'});", "var r=rtp;"),
    "names-of-names": _numbered(20_000, "var r{0}=r;var r=r{0};", "var r=rtp;"),
    "variables-of-variables": lambda: (  # noqa: PLW0108 (made when it is asked for)
        "var a0='x';" + "".join(f"var a{at + 1}=a{at};" for at in range(20_000)) + "rtp('send','event',{value:a20000});"
    ).encode(),
    "variables-that-double": lambda: (  # noqa: PLW0108 (made when it is asked for)
        "var a0='x';"
        + "".join(f"var a{at + 1}=a{at}+a{at};" for at in range(60))
        + "rtp('send','event',{value:a60});"
        + "rtp('send','event',{value:a18});"
    ).encode(),
    "lists-that-double": lambda: (  # noqa: PLW0108 (made when it is asked for)
        "var a0='x';"
        + "".join(f"var a{at + 1}=`${{a{at}}}${{a{at}}}${{a{at}}}${{a{at}}}`;" for at in range(19))
        + "".join(f"rtp('send','event',{{value:a{at}}});" for at in range(19))
    ).encode(),
    "a-list-of-values": _times(500_000, "'a',", "rtp('send','event',{value:[", "]});"),
    "an-object-of-keys": _numbered(500_000, "a{}:1,", "rtp('send','event',{"),
    "an-object-of-values": _times(500_000, "value:'a',", "rtp('send','event',{", "});"),
    "parameters": _times(200_000, "a,", "(function(", "r){r('send','event',{value:'x'})})(rtp);"),
    "arguments": _times(500_000, "1,", "rtp('send','event',", "1);"),
    "functions-called-on-the-spot": _numbered(10_000, "(function(r){{r('send','event',{{value:'{}'}})}})(rtp);"),
    "stubs": _times(
        10_000,
        "(function(c,h,a,f,i,e){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};})"
        "(window,document,'script','x.js','rtp');",
    ),
    "scopes": _nested(20_000, "{let a='x';", "}", "rtp('send','event',{value:a});", ""),
    "loops": _nested(5_000, "for(;;){", "}", "a='x';rtp('send','event',{value:a});", "var a;"),
}

_MARKDOWN: Mapping[str, Callable[[], bytes]] = {
    "quotes": _full(">"),
    "items-in-a-line": _full("+ "),
    "rules": _full("- ", "", "x"),
    "items": _full("- a\n"),
    "nested-items": lambda: "".join(f"{' ' * (2 * at)}- a\n" for at in range(2_000)).encode(),
    "backquotes": _full("`"),
    "backquotes-that-never-end": lambda: " ".join("`" * at for at in range(1, 3_000)).encode(),
    "fences": _full("```\n"),
    "tildes-in-a-line": _full("~"),
    "comments-in-a-line": _full("<!--", "x"),
    "comments-that-begin": lambda: b"x" + b"<!-- -" * 80_000 + b"--->",
    "brackets": _full("[", "`"),
    "links-that-never-end": _full("[a](<b", "`"),
    "references": _full("[a]: b\n"),
    "headings": _full("#\n"),
    "cdata-in-a-line": _full("<![CDATA[", "`"),
    "deep-quotes": _full("> " * 90 + "a\n"),
    "deep-items": _full("- " * 45 + "a\n"),
    "template-strings": _full("`${", "`"),
    "tags-in-a-line": _full("<a b='", "x"),
    "attributes-in-a-line": _full(" b", "x <a"),
    "front-matter-that-never-ends": _full("-- \n", "---\n"),
    "lines-of-white-space": _full(" \t\n"),
    "indented-lines": _full("    a\n"),
    "html-lines": _full("<div>\n"),
    "underlines": _full("a\n=\n"),
    "backslashes": _full("\\"),
    "mentions": _full("rtp('send', 'event') "),
    "mentions-in-code": _full("`rtp('send', 'event')` "),
}

_OTHER: Mapping[str, Callable[[], bytes]] = {
    "razor-of-parentheses": _full("@("),
    "razor-of-one-parenthesis": _full("a", "@("),
    "razor-of-names": _full("@a.b"),
    "velocity-of-conditions": _full("#if("),
    "velocity-of-names": _full("$a.b("),
    "velocity-of-braces": _full("${"),
    "freemarker-of-tags": _full("<#a"),
    "freemarker-of-quotes": _full("<#a '"),
    "jsp-of-tags": _full("<c:a"),
    "smarty-of-tags": _full("{if "),
    "coldfusion-of-hashes": _full("#a("),
    "php-of-strings": _full('"\\', "<?php "),
    "php-of-heredocs": _full("<<<A\n", "<?php "),
    "php-of-comments": _full("/*", "<?php "),
    "php-of-mentions": _full("rtp('send', 'event') // ", "<?php "),
}
_SUFFIXES = {
    "page": ".html",
    "script": ".js",
    "markdown": ".md",
    "razor": ".cshtml",
    "velocity": ".vm",
    "jsp": ".jsp",
    "freemarker": ".ftl",
    "smarty": ".tpl",
    "coldfusion": ".cfm",
    "php": ".php",
}

HOSTILE: Mapping[str, Callable[[], bytes]] = {
    **{f"page-of-{name}": made for name, made in _PAGES.items()},
    **{f"script-of-{name}": made for name, made in _SCRIPTS.items()},
    **{f"markdown-of-{name}": made for name, made in _MARKDOWN.items()},
    **{f"markdown-of-{name}-cut": _cut(made) for name, made in _MARKDOWN.items()},
    **_OTHER,
}
"""The content of each file, by name."""


def suffix_of(name: str) -> str:
    """The suffix of the file's name."""
    return _SUFFIXES[name.split("-of-", maxsplit=1)[0]]
