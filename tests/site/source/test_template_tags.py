"""The tags and comments of template engines: where they begin and end, and what only looks like one."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline, TooSlowError
from rtpsnippets.site.source.template_tags import suffix_of, template_tags


def tags(text: str, suffix: str) -> list[str]:
    """The tags, each after the first letter of its kind."""
    return [f"{kind.name[0]} {text[start:end]}" for kind, start, end in template_tags(text, suffix, Deadline(60))]


@pytest.mark.parametrize(
    ("suffix", "text", "found"),
    [
        (".html", "{{ a }}{{{ b }}}{% c %}{# d #}", ["V {{ a }}", "V {{{ b }}}", "S {% c %}", "C {# d #}"]),
        (".html", "{{#if a}}{{else}}{{/if}}{{ end }}", ["S {{#if a}}", "S {{else}}", "S {{/if}}", "S {{ end }}"]),
        (".html", "{#nav{a:b}} {#id}", []),
        (".twig", "{#a#}", ["C {#a#}"]),
        (".html", "{{! a }}", ["V {{! a }}"]),
        (".hbs", "{{! a }}{{!-- }} --}}", ["C {{! a }}", "C {{!-- }} --}}"]),
        (".html", "{% raw %}{{ a }}{% endraw %}{{ b }}", ["S {% raw %}", "S {% endraw %}", "V {{ b }}"]),
        (".html", "<?php a ?><? b ?><?= c ?>", ["S <?php a ?>", "V <?= c ?>"]),
        (".php", "<?php a ?><? b ?><?xml c ?>", ["S <?php a ?>", "S <? b ?>"]),
        (".php", "<? '?>' . \"?>\\\"?>\" ?>x", ["S <? '?>' . \"?>\\\"?>\" ?>"]),
        (".php", "<? // it's ?>'<? # b\n c", ["S <? // it's ?>", "C // it's ", "S <? # b\n c", "C # b"]),
        (".php", "<? #[A('?>')] /* ?> */ ?>", ["S <? #[A('?>')] /* ?> */ ?>", "C /* ?> */"]),
        (".php", "<? <<<'A'\n?> it's\n A; ?>x", ["S <? <<<'A'\n?> it's\n A; ?>"]),
        (".php", "<? 'a", ["S <? 'a"]),
        (".php", "<?php echo 1 ?><? print 2 ?>", ["V <?php echo 1 ?>", "V <? print 2 ?>"]),
        (".php", '<? "a\\', ['S <? "a\\']),
        (".erb", "<%# a %><%= b %><%- c -%><% d %>", ["C <%# a %>", "V <%= b %>", "V <%- c -%>", "S <% d %>"]),
        (".aspx", "<%# a %><%-- b --%>", ["V <%# a %>", "C <%-- b --%>"]),
        (".cshtml", "a@b.com @a.B(c(d)).e[1] @@f @(g)", ["V @a.B(c(d)).e[1]", "V @@", "V @(g)"]),
        (".cshtml", "@if (a > 3) { @* b *@ }", ["S @if (a > 3)", "C @* b *@"]),
        (".blade.php", "@click='a' @if($a > 3) @endif", ["S @if($a > 3)", "S @endif"]),
        (".blade.php", "@json($a) @js (b)", ["V @json($a)", "V @js (b)"]),
        (".blade.php", "@php '@if(a)' @endphp", ["S @php '@if(a)' @endphp"]),
        (".jsp", "<c:if test='>'></c:if>${a}#{b}", ["S <c:if test='>'>", "S </c:if>", "V ${a}", "V #{b}"]),
        (".ftl", "<#if (a > 3)></#if><@b c='>'/>", ["S <#if (a > 3)>", "S </#if>", "S <@b c='>'/>"]),
        (".vm", "$a $!b ${c} $5 $(d) #e", ["V $a", "V $!b", "V ${c}"]),
        (".vm", "#if($a > 3)b#{end} ## c\n#* d *#", ["S #if($a > 3)", "S #{end}", "C ## c", "C #* d *#"]),
        (".vm", "#[[ $e ]]#", ["S #[[", "S ]]#"]),
        (".tpl", "{$a}{if $b > 3}{* c *}{ d }{value:1}", ["V {$a}", "S {if $b > 3}", "C {* c *}"]),
        (".cfm", "#a# ## #b <cfif c gt 3>", ["V #a#", "V ##", "S <cfif c gt 3>"]),
        (".html", "[[${a}]] [(${b})] [[c]] a[(d)]", ["V [[${a}]]", "V [(${b})]"]),
        (".tt", "[% a %][%# b %]", ["V [% a %]", "C [%# b %]"]),
        (".html", "{{ a {% b <% c [% d {# e {{!-- f", []),
        (".html", "<ui:remove>a</ui:remove> <ui:remove> {a} {b.c -> d}", ["C <ui:remove>a</ui:remove>"]),
        (".html", "<html a xmlns:f='b'><f:comment>{c}</f:comment>{d.e}{f -> g:h('i')}{ j }{k:l}",
         ["C <f:comment>{c}</f:comment>", "V {d.e}", "V {f -> g:h('i')}"]),
        (".html", "<!-- a --><!--/* b */-->", []),
        (".html", "a < b [c] {d}", []),
    ],
)  # fmt: skip
def test_template_tags__are_found(suffix: str, text: str, found: list[str]) -> None:
    assert tags(text, suffix) == found


def test_template_tags__end_at_the_deadline() -> None:
    with pytest.raises(TooSlowError):
        list(template_tags("{{" * 2_000, ".html", Deadline(-1)))


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.html", ".html"), ("A.PHP", ".php"), ("a.blade.php", ".blade.php"), ("a", "")],
)
def test_suffix_of__identifies_the_engine(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix
