r"""Hostile texts: each of them fools some reader of a page, and all of them must arrive unchanged.

The corpus is the same for all engines: browsers, template engines and Markdown processors. The comment of a group
says which reader it is for; a text may fool others too. For texts that are displayed, `label_form` returns the form
that HTML can carry.

>>> "</script>" in TEXTS, label_form("a\x00b"), shown("\u2028")
(True, 'ab', "'\\u2028'")
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONG = 10_000
"""The length of the long texts, in code units."""

_NONCHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NOT_IN_HTML = re.compile(rf"[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef{_NONCHARACTERS}]")


def html_form(text: str) -> str:
    """The text on a page: without what HTML can't carry, and never empty."""
    return _NOT_IN_HTML.sub("", text) or "nothing is left"


def label_form(text: str) -> str:
    """The text as a label or an attribute value: its `html_form` without doubled braces."""
    return re.sub(r"\{(?=\{)", "{ ", html_form(text))


def data_form(text: str) -> str:
    """The text as the value of `title` and `data-*`: its `label_form` without what libraries treat as HTML or code."""
    return re.sub(r"(?i)<(?=[a-z!/?])|javascript(?=:)|\\(?=u00)", r"\g<0> ", label_form(text))


def class_form(text: str) -> str:
    """The text as the value of `class`: its `label_form` without what AngularJS treats as a directive."""
    return re.sub("ng(?=[A-Z_-])", "ng ", label_form(text))


def address_form(text: str) -> str:
    """The text as part of an address: the beginning of its `label_form`, within the limit, with quotes as %22."""
    return label_form(text).replace('"', "%22")[:8_000]


def shown(text: str, length: int = 120) -> str:
    """The text for a message: escaped and shortened."""
    escaped = ascii(text)
    return escaped if len(escaped) <= length else f"{escaped[:length]}... ({len(text)} characters)"


def _row(block: str) -> tuple[str, ...]:
    """The texts in a block, separated by two or more spaces or a line break."""
    return tuple(re.split(r"  +|\n *", block.strip()))


def _between_letters(characters: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"a{character}b" for character in characters)


def _characters(*ranges: tuple[int, int]) -> list[str]:
    """The characters in the ranges of code points, both ends included."""
    return [chr(code_point) for first, last in ranges for code_point in range(first, last + 1)]


GROUPS: Mapping[str, tuple[str, ...]] = {
    # HTML: ends the attribute, the script or the comment that it is in, or begins an element.
    "html": _row(r"""
        '  "  <  >  &  ''  ""  '"  "'  it's  say "hi"  <>  a<b  a>b  a < b > c  =  a=b  /  />
        '});//  ');rtp()//  ');rtp('  "onclick="x  " onclick="x  "onclick=x  ' onclick='x  "><b>x</b>  '><b>x</b>
        </script>  </SCRIPT >  </script/x>  </script  <script>  <script>rtp()</script>  <script src=//x.y></script>
        <!--  <!-->  <!--->  -->  --!>  <!-- x -->  <!--<script>  <!--<script></script>  <!--<script>--></script>
        </button>  <button>  <button id="x">x</button>  </body>  </html>  <b>x</b>  </b>  <b  </  <!  <?  <br>  <br/>
        <img src=x onerror=rtp()>  <svg onload=rtp()>  <svg><script>rtp()</script></svg>  <math><b>x</b></math>
        <input name=rtp>  <form id=rtp>  <iframe src=x>  <object data=x>  <base href=//x.y>  <meta charset=utf-7>
        <plaintext>  <style>  </style>  </title>  </textarea>  <template>  <noscript>  </noscript>  <!doctype html>
        disabled  autofocus onfocus=rtp()  style="x:y"  x onclick=rtp()
    """),
    # XML and XHTML: CDATA, instructions, entities; each of them ends a page that isn't well-formed.
    "xml": _row(r"""
        ]]>  ]]  <![CDATA[  <![CDATA[x]]>  ]]><![CDATA[  ]]]]><![CDATA[>  //]]>  <?xml version="1.0"?>  <?x ?>  ?>
        <x:y/>  <x/>  xmlns="y"  <!DOCTYPE x [<!ENTITY y "z">]>  <!ENTITY y SYSTEM "file:///x">  &y;  %y;
    """),
    # HTML and XML decode these once; a reader that decodes twice turns text into markup.
    "references": _row(r"""
        &quot;  &#39;  &#x27;  &#X27;  &#34;  &apos;  &amp;  &amp;amp;  &amp;quot;  &amp;#39;  &lt;  &lt;b&gt;  &gt;
        &quot  &#39  &copy  &copy;  &notit;  &nbsp;  &NewLine;  &Tab;  &colon;  &lpar;  &bsol;  &grave;  &lbrace;
        &#0;  &#10;  &#13;  &#128;  &#xD800;  &#xFFFE;  &#x110000;  &;  &#;  &#x;  &&  R&D  AT&T  ?a=1&copy=2
    """),
    # A JavaScript string: ends it, continues it on the next line, or is read as an escape.
    "javascript": _row(r"""
        \  \\  a\  a\\  \'  \\'  \"  \n  \r\n  \t  \0  \47  \x27  \x3c  \x3C/script\x3E  \u0027  \u{27}  \u  \x  \u002
        \u003cscript\u003e  \\u0027  <\/script>  \/  '+rtp()+'  ';rtp();'  ' + '  ']});rtp({a:['  ', '  '],['  });  };
        });});
        //  // x  /*  */  /* x */  /x/g  /*/  #!x  <!-- x  --> x  "use strict"  'use strict'  eval(x)  __proto__
        undefined  null  true  NaN  [object Object]  constructor  toString  0x27  1e3  async  await x
    """),
    # A JavaScript template literal, into which a bundler may paste the snippet.
    "template literal": _row(r"""
        `  `x`  ``  ${x}  ${rtp()}  `${x}`  ${  $  $x  $$  \${x}  \`  `});rtp(`  ${`x`}  $$$${x}
    """),
    # Decoded as URLs, UTF-7 or old charset escapes.
    "already encoded": _row(r"""
        %27  %22  %3Cscript%3E  %2527  %u0027  %00  %0A  %5C  %C0%BC  %  %%  +ADw-script+AD4-  +ACI-  +ADs-  +-  &#37;27
        =3Cb=3E  =22  ~{x~}  %E2%80%A8  a+b  1 + 1  xn--x  =?utf-8?q?x?=
    """),
    # Jinja, Nunjucks, Twig and Django: expressions, tags, comments, line statements.
    "jinja": _row(r"""
        {{ x }}  {{x}}  {{  }}  {{ }}  {{{  }}}  {{- x -}}  {{ 7*7 }}  {{ x|safe }}  {{ x | e }}  {{ rtp() }}  {{ '' }}
        {{''}}
        {% x %}  {%  %}  {%- x -%}  {% raw %}  {% endraw %}  {% verbatim %}  {% endverbatim %}  {% include "x" %}
        {% endif %}  {% block x %}  {% endblock %}  {# x #}  {#  #}  {#- x -#}  # for x in y:  ## x  #}{{  {{ "}}" }}
    """),
    # Liquid (Shopify, Jekyll).
    "liquid": _row(r"""
        {{ x | upcase }}  {% liquid x %}  {% comment %}  {% endcomment %}  {% highlight x %}  {% include x.html %}
    """),
    # Handlebars, Mustache, Hogan.
    "handlebars": _row(r"""
        {{{ x }}}  {{&x}}  {{#x}}y{{/x}}  {{^x}}  {{/x}}  {{> x}}  {{! x }}  {{!-- x --}}  {{else}}  {{=<% %>=}}  \{{x}}
        \\{{x}}  {{~x~}}  {{@x}}  {{[x y]}}  {{"x"}}  {{{{x}}}}
    """),
    # Go templates and Hugo's short codes.
    "go": _row(r"""
        {{.X}}  {{ . }}  {{ .Site.Title }}  {{/* x */}}  {{< x >}}  {{% x %}}  {{</* x */>}}  {{ printf "x" }}  {{end}}
        {{ define "x" }}  {{`x`}}
    """),
    # ERB, EJS, ASP, JSP, Mako; Ruby's own interpolation.
    "erb": _row(r"""
        <%= x %>  <%- x %>  <%== x %>  <% x %>  <%  %>  -%>  <%# x %>  <%% x  %%>  % x  %% x  #{x}  #{  #@x  #$x
        <%@ page %>
        <jsp:x/>  <%! x %>  <%-- x --%>  <%text>  </%text>  <%!x>
    """),
    # PHP, Blade, Latte.
    "php": _row(r"""
        <?php  <?php x(); ?>  <?= x ?>  <?=  ?>x  {!! x !!}  @{{ x }}  @php  @if(x)  @endif  @@if  {{-- x --}}  {$x}
        {=x}
        <x-y/>  n:if="x"  {include x}  {l}{r}
    """),
    # WordPress short codes and block comments, and the BBCode of forums.
    "short codes": _row(r"""
        [x]  [/x]  [x y="z"]  [x /]  [[x]]  [[x]y[/x]]  [gallery]  [caption]x[/caption]  [embed]x[/embed]  [  ]  []  ][
        <!-- wp:x -->  <!-- /wp:x -->  <!--more-->  <!--nextpage-->  [b]x[/b]  [url=x]y[/url]  [code]  [/code]
    """),
    # Tokens of Marketo and of other mailing systems.
    "tokens": _row(r"""
        {{my.x}}  {{lead.First Name}}  {{lead.First Name:default=x}}  {{system.unsubscribeLink}}  {{company.x:default=}}
        %%unsubscribe%%  %%=v(@x)=%%  *|FNAME|*  *|IF:x|*  {!x}  ###x###  %recipient.x%  [%x%]  {{ contact.x }}  -x-y-
        <mktSnippet>  ${mktVar}
    """),
    # Razor (ASP.NET).
    "razor": _row(r"""
        @  @@  @x  @(x)  @{ x }  @Model.X  @:x  @* x *@  *@  @Html.Raw("x")  a@(b)  @if (x) { }  @section x { }
    """),
    # Smarty: a brace before a letter.
    "smarty": _row(r"""
        {x}  {x  {/x}  {  }  { x }  {"x"}  {literal}  {/literal}  {ldelim}  {* x *}  {value}  {if x}  {/if}  {php}
        {$x|y}
    """),
    # Velocity, FreeMarker, Thymeleaf.
    "velocity": _row(r"""
        #set($x = 1)  #if($x)  #end  #x  #  #* x *#  #[[ x ]]#  #[[  ]]#  $x.y  $!x  $!{x}  ${x!}  ${x?no_esc}  \$x  \#x
        <#if x>  </#if>  <@x/>  [#if x]  [=x]  #macro(x)  [[${x}]]  [(${x})]  *{x}  @{x}  ~{x}  __${x}__  |x|
        /*[[${x}]]*/
    """),
    # Vue, Angular, Alpine, Knockout: they read the page in the browser.
    "vue": _row(r"""
        {{ x() }}  {{constructor.constructor('rtp()')()}}  [[ x ]]  v-html="x"  :x="y"  @click="x"  #x="y"  x-html="y"
        [x]="y"  (x)="y"  [(x)]="y"  *ngIf="x"  @if (x) {  @else  @let x = 1;  ng-init="x"  data-bind="x"
    """),
    # Svelte, JSX and MDX, Pug, Slim, Haml: braces and punctuation at the beginning of a line.
    "svelte": _row(r"""
        {@html x}  {#if x}  {:else}  {/if}  {...x}  {/* x */}  {x}y  {'x'}  {`x`}  import x from "y"  export x  !{x}
        | x  = x  != x  == x  .x  #x.y  &= x  &attributes(x)  doctype html
    """),
    # Markdown: emphasis and its many extensions.
    "emphasis": _row(r"""
        *x*  **x**  ***x***  _x_  __x__  ___x___  a*b*c  a_b_c  *  **  _  __  *x  x*  ~x~  ~~x~~  ==x==  ++x++  ^x^
        ^^x^^
        H~2~O  x^2^  \*x\*  \_x\_  a * b * c  {++x++}  {--x--}  {==x==}  {>>x<<}  {~~x~>y~~}  ||x||  >!x!<  ++ctrl+c++
    """),
    # Markdown: links, images, references, footnotes, attribute lists.
    "links": _row(r"""
        [x](y)  ![x](y)  [x](<y> "z")  [x][y]  [x][]  [x]: y  [x]: <y> "z"  <x:y>  [^1]  [^1]: x  ^[x]  [^x^]  [^]
        [x]{.y}
        {: .x}  {:.x}  {.x}  {#x}  {.x #y z=1}  *[x]: y  [[_TOC_]]  [TOC]  [[toc]]  (x)[y]  [](x)  ![](x)  [@x]  ](
    """),
    # Markdown: code, and the blocks that a line begins.
    "blocks": _row(r"""
        ```  ```x  ~~~  ``x``  `` ` ``  # x  ###### x  > x  >x  - x  + x  * x  1. x  1) x  * * *  ---  ***  ___  ===
        :::  ::: x
        !!! x  ??? x  /// x  : x  [ ] x  [x] y  - [ ] x  --8<-- "x"  {!x!}  {{{x}  !include x  $$  :::{x}  @[x](y)
        ${toc}
    """),
    # Markdown tables: the cell ends before inline HTML is seen.
    "tables": _row(r"""
        |  ||  a|b  | a | b |  |---|  |:-:|  a \| b  \|  +---+  |=  ^  |x|y|  a|  |a
    """),
    # Textile.
    "textile": _row(r"""
        -x-  -x- y  a -x- b  a - b - c  a -b- c  -a b-  (-x-)  +x+  %x%  ??x??  @x@  "x":y  "x":http://x.y  !x!  !x.png!
        ABC(def)  ABC(a b c)  h1. x  bq. x  p. x  fn1. x  x[1]  notextile. x  |_. x|  ==x== y  <notextile>  p(x). y
        {x:y}z
    """),
    # Wikis: MediaWiki, DokuWiki, Confluence, Creole, PmWiki.
    "wikis": _row(r"""
        [[x|y]]  [[:x]]  ''x''  '''x'''  '''''x'''''  '''  {{x|y}}  {{{1}}}  __NOTOC__  ~~~~  ~~~x  <nowiki>  </nowiki>
        [http://x.y z]  //x//  ----  {|  |-  |}  !!  {code}  {color:red}x{color}  {{x.png}}  ,,x,,  [x|y]  [~x]
        CamelCase
        !CamelCase  %%x%%  <<x>>  <<<x>>>  {{{x}}}y  ((x))  [+x+]  (:x:)  `x'  #REDIRECT [[x]]  %red%x%%  ;x:y
    """),
    # reStructuredText, AsciiDoc, Org.
    "markup": _row(r"""
        `x`_  x_  x__  `x <y>`_  :x:`y`  |x|_  .. x::  ::  x::  [x]_  [#]_  [1]_  _`x`  \ x  +x+y  +++x+++  pass:[x]
        {empty}
        <<x,y>>  link:x[y]  image:x[]  kbd:[x]  (((x)))  footnote:[x]  #x#y  [.x]#y#  include::x[]  ////  <1>  . x  .x y
        =x=
        /x/  [[x][y]]  #+x: y  \[x]  stem:[x]  ifdef::x[]  x +  'x'y  "`x`"
    """),
    # Typographers: dashes, dots, quotes and fractions become other characters.
    "typography": _row(r"""
        --  ----  a--b  a -- b  a --- b  ...  ....  ..  a...b  . . .  (c)  (C)  (r)  (R)  (tm)  (TM)  (p)  (x)  +-  1/2
        1/4  3/4
        2x4  2 x 4  ->  <-  =>  <=  <->  >=  !=  ,,x''  ``x''  ,,  "x"  'x'  '90s  5'10"  !!!!  ????  ?!  ?!?!  ;;  ((
        ))  1st
        - -  -  a-  -a  a- b  a -b  a-b  a - b  -,  ,-  (-)  a--  --a  x.y.z  ,  a ,b  !  ?  (  )  ;  .  a.  1.  1.5
        No. 1
    """),
    # Emoji and smileys, also inside attributes.
    "emoji": _row(r"""
        :x:  :smile:  :+1:  :-1:  :-)  :)  ;)  :D  :/  8)  =)  <3  </3  :warning:  a:b:c  ::x::  :fa-x:  :  a: b
        12:30:45
    """),
    # WordPress rewrites its own name, also inside attributes and scripts, and draws smileys.
    "words": _row(r"""
        Wordpress  Tips for Wordpress users  (Wordpress)  Wordpress.com  Wordpresses  MyWordpress!  x>Wordpress  8-O
        x 8-O y  8O
    """),
    # Link finders: URLs, e-mail addresses, mentions, issues; and what hides addresses from bots.
    "addresses": _row(r"""
        http://x.y  https://example.com/?a=1&b=2#c  HTTP://EXAMPLE.COM  www.example.com  example.com  //example.com
        ftp://x.y  a@b.cd  info@example.com  mailto:a@b.cd  <a@b.cd>  @user  @user/x  #123  #tag  x/y#1  GH-1  !1  &1
        +1 555 0100  tel:+15550100  javascript:  javascript:rtp()  JaVaScRiPt:x  java&#9;script:x  vbscript:x
        data:text/html,<b>x</b>  file:///x  about:blank  blob:x  view-source:x  http://[::1]/  \\x\y  C:\x
        http://x.y/(z)  www.x.y z  see (WWW.x.y) now
        http:x  :// http  mailto:  sms:1  x://y
    """),
    # MathJax, KaTeX, TeX.
    "mathematics": _row(r"""
        $x$  $$x$$  \(x\)  \[x\]  \begin{x}  \end{x}  \frac{1}{2}  a$b$c  $5 and $6  \$  \x{y}  x^2  x_1  \input{x}  \%
        &=
        $`x`$  $  x  \def\x{y}
    """),
    # printf, str.format, string.Template and gettext.
    "formats": _row(r"""
        %s  %d  %n  %x  %1$s  %(x)s  %-5s  %*d  %@  %c%c  100%  50% off  %%s  {0}  {}  {x!r}  {0:x}  {{}}  {:}  $1  %{x}
        %<x>s  {0,number}  {x, plural, other{y}}  '{'x'}'  %I:%M  %Y-%m-%d
    """),
    # The replacement text of a regular expression, and expressions themselves.
    "replacements": _row(r"""
        $&  $`  $'  $0  $<x>  ${1}  \1  \0x  \g<1>  \g<x>  \&  \U  \L\E  \Q  .*  .+?  (?i)  ^$  [^x]  \b  (x|y)  x{2}
        (?<x>y)
        s/x/y/  $+  \k<x>
    """),
    # SQL.
    "sql": _row(r"""
        ' OR '1'='1  '; DROP TABLE x; --  x' --  x'#  " OR ""="  1;--  /*!x*/  N'x'  \'; --  ') OR ('1'='1  _x%  `x`;
        $$x$$;  @@version  :x  ?1
    """),
    # Shells, command files, spreadsheets and file names.
    "shell": _row(r"""
        $(x)  `x`&  $((1))  ;x  && x  || x  | x|  > x.y  < x  !x  !!  !$  ~  ~x  %x%  !x! y  ^x  "$x"  ${x:-y}  $'x'
        <(x)  x &
        =1+1  +1+1  @SUM(1)  -1+1  =cmd|x!A1  -x  --x  -x=y  ../x  ..\x  /x/../y  CON  nul.txt  .  *.*  x?  {a,b}  [a-z]
    """),
    # CSS.
    "css": _row(r"""
        {x:y}  }x{y:z}  expression(x)  url(x)  url(javascript:x)  @import x  @charset "x";  \3c  !important  ;x:y  \27
        x/**/y
    """),
    # Edge servers: server-side and edge-side includes.
    "includes": _row(r"""
        <!--#include virtual="x"-->  <!--#echo var="x"-->  <!--#exec cmd="x"-->  <esi:include src="x"/>  <!--esi x -->
        <esi:vars>$(X)</esi:vars>  $(HTTP_COOKIE)  <%ssi x %>
    """),
    # JSON, YAML, TOML and CSV around the snippet.
    "data": (
        *_row(r"""
            {"x": "y"}  ["x"]  "x": y  x: y  x: |  x: >-  &x  *x  !x y  ? x  %x y  # x y  'x': y  x = "y"  [x.y]  a,b
            "a","b"
            <<: *x  --- x  !!str x  =x  @x y  - - x  {x: y}  [a, b]
        """),
        '"""',
        'x"""y',
        '"a ""b"""',
        "'''x",
    ),
    # Spaces: trimmed, collapsed, or read as a line break or as code.
    "spaces": (
        " ", "  ", "   ", " x", "x ", " x ", "  x", "x  ", "    x", "a b", "a  b", "a   b", "a     b", " - ", "- ",
        " -", " a  b ", ", ", " ,", " ;", "( x )", ". ", "x . ", " '", "' ", " \\", "\\ ", "a \\ b", "x  y  z", "-  -",
        " -  x",
    ),
    # Line ends: end a literal, a line comment, a Markdown line, a header, a TSV row.
    "line ends": (
        "\n", "\r", "\r\n", "\n\n", "a\nb", "a\rb", "a\r\nb", "a\n\nb", "\na", "a\n", "a\\\nb", "a\\\r\nb", "a  \nb",
        "a\n# b", "a\n- b", "a\n    b", "a\n```\nb", "a\n---\nb", "a\n\n<b>", "x\r\nSet-Cookie: y", "//\nrtp()\n",
        "a\n===\nb", "'\n+'", "\n%s", "a\n|b|", "{{\nx\n}}", "<!--\nx\n-->", "a\n> b", "\n\n\n", "a\n\\.\nb", "a\n.\nb",
    ),
    # ECMAScript's and Unicode's line and paragraph separators, and spaces other than U+0020.
    "separators": (
        "\u2028", "\u2029", "\u2028rtp()", "//\u2028rtp()//", "a\u2028\u2029b", "'\u2028'", "\u00a0", "\u3000x",
        "x\u2003",
        *_between_letters("\u2028\u2029\u00a0\u1680\u202f\u205f\u3000"),
        *_between_letters(_characters((0x2000, 0x200A))),
    ),
    # Controls: NUL ends a string in C and is U+FFFD in HTML, ESC drives a terminal, U+0085 is a line end.
    "controls": (
        *_between_letters(_characters((0x00, 0x1F), (0x7F, 0x9F))),
        "\0", "\x00'", "a\0", "\t", "\tx", "x\t", "a\t\tb", "\x1b[31mx\x1b[0m", "\x1b]0;x\x07", "\b\b", "\x1a", "\x7f",
        "\x85", "\x80", "\x9f", "\x1b(J\\", "\x1b$B!!\x1b(B", "\x0e\x0f", "<\0b>", "java\tscript:x", "</scr\0ipt>",
        "%\x00", "\x0b\x0c",
    ),
    # Byte order marks, at the beginning of a file and elsewhere, and what they look like in Latin-1.
    "byte order": (
        "\ufeff", "\ufeffx", "x\ufeff", "a\ufeffb", "\ufffe", "\ufffex", "a\ufffeb", "\xef\xbb\xbf", "\xff\xfe",
    ),
    # Bidirectional marks: the text is displayed in another order than it is stored.
    "bidirectional": (
        *_between_letters("\u061c\u200e\u200f"),
        *_between_letters(_characters((0x202A, 0x202E), (0x2066, 0x2069))),
        "\u200e", "\u200f", "\u202e", "\u202e x \u202c", "abc\u202edef\u202c'", "\u2067/* x */\u2069",
        "\u05e9\u05dc\u05d5\u05dd",
        "\u0645\u0631\u062d\u0628\u0627", "\u0627\u0644\u0633\u0639\u0631: 50%", "a \u05d0 1 - 2 b",
    ),
    # Invisible characters: two texts look alike, or a word is hidden from a filter.
    "invisible": (
        *_between_letters("\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u2060\u2061\u2064\u3164"),
        *_between_letters("\ufe0e\ufe0f\uffa0\U000e0001\U000e0041"),
        "\u200b", "{\u200b{ x }}", "</scr\u200bipt>", "@\u200bx", "\u00ad", "\u200d",
    ),
    # Combining marks: join the quote before them, and change under normalization.
    "combining": (
        "e\u0301", "\u00e9", "\u0301", "\u0301x", "'\u0301", '"\u0338', "<\u0338", ">\u0338", "=\u0338",
        "a\u0338\u0301", "x" + "\u0301" * 100, "\u1100\u1161\u11a8", "\uac01", "\u0915\u094d\u0937\u093f",
        "\u0e01\u0e33", "q\u0323\u0307", "\u0344",
    ),
    # Become ASCII punctuation under NFC, NFKC or a "best fit" charset conversion; change length with the case.
    "look-alikes": (
        "\uff1cscript\uff1e", "\uff07", "\uff02", "\uff06quot;", "\uff5b\uff5b x \uff5d\uff5d", "\uff3c", "\u037e",
        "\u1fef", "\u212a", "\u2024\u2024", "\u2025", "\u2026", "\u02b9", "\u2032", "\u3008", "\u2039x\u203a",
        "\u2018x\u2019", "\u201cx\u201d", "\u00abx\u00bb", "\u2212x\u2212", "\u2013", "\u2014", "\u2060-", "\u00bd",
        "\u00a9", "\u2122", "\u0130", "\u0131", "\u017fcript", "\u00df", "\ufb01", "\u0430", "\u0391", "\u01c5",
        "\u1e9e", "\u2100", "\u33a5", "\ufdfa",
    ),
    # Other charsets: a byte of the character is a quote or a backslash there, or swallows the next character.
    "charsets": (
        "caf\u00e9", "\u00c3\u00a9", "na\u00efve", "\u00ff", "\u00a5", "\u20a9", "\u30bd", "\u8868", "\u80fd'",
        "\u7e17'", "\u00bf'", "\u00bf\\", "\u20ac", "\u20ac 100", "\u0160", "\u00a4", "\u00b7", "\u0152uvre",
        "\u017b\u00f3\u0142w", "\u041f\u0440\u0438\u0432\u0435\u0442", "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1",
        "Ti\u1ebfng Vi\u1ec7t", "T\u00fcrk\u00e7e", "\u00d8re",
    ),
    # Chinese, Japanese, Korean and other scripts without spaces or beyond U+FFFF.
    "scripts": (
        "日本語", "中文", "한국어", "資料ダウンロード", "「引用」", "全角　空白", "、。", "ไทย", "हिन्दी", "漢字 - かな",
        "\U00020000", "\U0002f800", "a\U00020bb7b", "\U00010000", "\U0001d465", "\U00010348", "\U0001f12f",
        "\U0001e900", "\u3402\U000e0100",
    ),
    # Emoji: pairs of surrogates, joined sequences, flags, skin tones, keycaps.
    "pictures": (
        "😀", "😀😀", "a😀b", "👍\U0001f3fd", "\u2764\ufe0f", "1\ufe0f\u20e3", "#\ufe0f\u20e3", "*\ufe0f\u20e3",
        "\u2603", "\u00a9\ufe0f", "👩\u200d💻", "👨\u200d👩\u200d👧\u200d👦", "\U0001f3f3\ufe0f\u200d🌈",
        "\U0001f1e9\U0001f1ea", "\U0001f1e9", "\U0001f1fa\U0001f1f8\U0001f1e9",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🎉 50% off! 🎉", "'😀'", "😀\\",
    ),
    # Noncharacters, private use, replacement and annotation characters, and the ends of the planes.
    "noncharacters": (
        *_between_letters("\ufdd0\ufdef\uffff\ufffd\ufffc\ufff9\ufffa\ufffb\ue000\uf8ff\ud7ff\ue001"),
        *_between_letters("\U0001fffe\U0001ffff\U0002ffff\U000f0000\U000ffffd\U0010fffd\U0010fffe\U0010ffff\U000e007f"),
        "\ufdd0", "\uffff", "\ufffd", "\U0001ffff", "\U0010ffff",
    ),
    # Long texts: limits of lines and buffers, and regular expressions that backtrack.
    "long": (
        "x" * LONG, "'" * LONG, "<" * LONG, "[" * LONG, "\\" * LONG, "😀" * (LONG // 2), "a " * (LONG // 2), " " * LONG,
        "{{ x }} " * 1000, "日" * LONG, "&quot;" * 1000, "*x" * 1000, "-" * 1000,
    ),
    # Realistic values, which must not suffer from the escapes for the rest.
    "plain": (
        "x", "MyEvent", "download - example whitepaper", "Download the whitepaper (PDF, 2 MB)", "Price: $1,299.00",
        "100 % sure", "Q&A: what's new?", 'The "new" APIs', "C++ & C#", "Terms/Conditions", "E-mail us; we reply!",
        "3 < 5 > 2", "snake_case_id", "Größe: 10 µm", "Señor Muñoz \u2013 ¿qué tal?", "50% off <b>", "5 o'clock",
        "a*b = c^2", "x|y", "~5 min",
    ),
}  # fmt: skip
"""The texts by group; the comment of a group says which reader it may fool."""

TEXTS: tuple[str, ...] = tuple(dict.fromkeys(chain.from_iterable(GROUPS.values())))
"""Every text once, in the order of the groups."""

CUT_TEXTS = tuple(dict.fromkeys(text[:100] for text in TEXTS))
"""The same with the long ones shortened: they take some engines seconds each, and docutils rejects long lines."""
